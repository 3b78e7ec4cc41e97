n = 1
def f():
    print(n)
    n = 2

f()
