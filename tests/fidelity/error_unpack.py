# known 4: the message says more since CPython 3.14
a, b = 1, 2
a, b = [1, 2, 3]
