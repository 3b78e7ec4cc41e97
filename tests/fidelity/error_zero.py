def f(x):
    y = x
    return y / 0


print('before')
f(1)
