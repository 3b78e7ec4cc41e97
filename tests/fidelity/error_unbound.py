# known 4: RustPython has the message of CPython 3.10
n = 1
def f():
    print(n)
    n = 2

f()
