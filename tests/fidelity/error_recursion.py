# known 4: RustPython ends the message with a space
def f(n):
    return f(n + 1)

f(0)
