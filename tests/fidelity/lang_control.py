# Exceptions, context managers, generators, decorators, match.
import functools


def safe(f):
    @functools.wraps(f)
    def wrapper(*args, **kw):
        try:
            return f(*args, **kw)
        except (ZeroDivisionError, KeyError) as error:
            return f"{type(error).__name__}: {error}"
        else:
            print("never")
        finally:
            print("finally", f.__name__)

    return wrapper


@safe
def divide(a, b):
    """Divides."""
    return a / b


print(divide(1, 2), divide(1, 0), divide.__name__, divide.__doc__)


class Managed:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind.__name__ if kind else None)
        return self.swallow


with Managed("a") as a, Managed("b", True) as b:
    print(a.name, b.name)
    raise RuntimeError("swallowed")

try:
    try:
        {}["k"]
    except KeyError as error:
        raise ValueError("outer") from error
except ValueError as error:
    print(repr(error), repr(error.__cause__), error.__suppress_context__)


class AppError(Exception):
    def __init__(self, code, message="bad"):
        super().__init__(message)
        self.code = code


try:
    raise AppError(3)
except AppError as error:
    print(error, error.code, error.args)


def counter(n):
    got = None
    while n:
        got = yield n if got is None else got
        n -= 1
    return "done"


def chain():
    result = yield from counter(2)
    yield result


c = counter(3)
print(next(c), c.send("x"), list(c), list(chain()))
gen = (x * x for x in range(5))
print(sum(gen), list(gen))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


from itertools import islice

print(list(islice(fib(), 10)))


def kind(value):
    match value:
        case 0 | 1:
            return "small"
        case int(n) if n < 0:
            return f"negative {n}"
        case [x, y, *rest]:
            return f"sequence {x} {y} {rest}"
        case {"type": "point", "x": x, **others}:
            return f"point {x} {others}"
        case str() as text:
            return f"text {text}"
        case None:
            return "nothing"
        case _:
            return "else"


for value in (0, -5, [1, 2, 3], {"type": "point", "x": 1, "y": 2}, "s", None, 2.5):
    print(kind(value))


def outer():
    x = 1

    def inner():
        nonlocal x
        x += 1
        return x

    return inner


f = outer()
print(f(), f())


def args(a, b=2, *rest, c, d=4, **kw):
    return a, b, rest, c, d, kw


print(args(1, c=3), args(1, 2, 3, 4, c=5, e=6), args(*[1], **{"c": 1}))


def only(a, /, b, *, c):
    return a + b + c


print(only(1, b=2, c=3))
for bad in (lambda: only(a=1, b=2, c=3), lambda: args(1), lambda: args(), lambda: only(1, 2, 3)):
    try:
        bad()
    except TypeError as error:
        print(error)
try:
    raise ExceptionGroup("several", [ValueError(1), TypeError("t")])
except* ValueError as group:
    print("values", group.exceptions)
except* TypeError as group:
    print("types", group.exceptions)
for i in range(3):
    if i == 5:
        break
else:
    print("no break")
try:
    assert 1 == 2, "assertion text"
except AssertionError as error:
    print(error)
error = ValueError("with note")
error.add_note("a note")
print(error.__notes__)
