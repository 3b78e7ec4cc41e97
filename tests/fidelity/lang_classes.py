# Classes: inheritance, properties, special methods, descriptors, metaclasses.
class Animal:
    count = 0

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"

    def __eq__(self, other):
        return isinstance(other, Animal) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def speak(self):
        return "..."

    @classmethod
    def named(cls, name):
        return cls(name)

    @staticmethod
    def kingdom():
        return "animalia"


class Dog(Animal):
    def speak(self):
        return super().speak() + "woof"


class Puppy(Dog):
    __slots__ = ("age",)


a, d = Animal("a"), Dog.named("d")
print(a, d, d.speak(), Animal.kingdom(), Animal.count, d == Dog("d"), len({d, Dog("d")}), Puppy.__mro__)


class Temperature:
    def __init__(self, celsius=0.0):
        self._celsius = celsius

    @property
    def fahrenheit(self):
        """In Fahrenheit."""
        return self._celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        if value < -459.67:
            raise ValueError("below absolute zero")
        self._celsius = (value - 32) * 5 / 9


t = Temperature(100)
print(t.fahrenheit)
t.fahrenheit = 32
print(t._celsius)
try:
    t.fahrenheit = -1000
except ValueError as error:
    print("ValueError:", error)


class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __add__(self, other):
        return Vector(*(x + y for x, y in zip(self.parts, other.parts)))

    def __mul__(self, k):
        return Vector(*(x * k for x in self.parts))

    __rmul__ = __mul__

    def __getitem__(self, i):
        return self.parts[i]

    def __len__(self):
        return len(self.parts)

    def __iter__(self):
        return iter(self.parts)

    def __contains__(self, x):
        return x in self.parts

    def __bool__(self):
        return any(self.parts)

    def __call__(self, x):
        return [p * x for p in self.parts]

    def __format__(self, spec):
        return "<" + ", ".join(format(p, spec) for p in self.parts) + ">"

    def __matmul__(self, other):
        return sum(x * y for x, y in zip(self, other))

    def __neg__(self):
        return self * -1


v = Vector(1, 2) + 2 * Vector(3, 4)
print(list(v), v[0], len(v), 7 in v, bool(Vector(0)), v(2), f"{v:.1f}", v @ v, list(-v), v[0:1])


class Positive:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__[self.name]

    def __set__(self, obj, value):
        if value <= 0:
            raise ValueError(f"{self.name} must be positive")
        obj.__dict__[self.name] = value


class Order:
    price = Positive()

    def __init__(self, price):
        self.price = price


print(Order(3).price)
try:
    Order(-1)
except ValueError as error:
    print(error)


class Registry(type):
    known = []

    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns, **kw)
        mcls.known.append(name)
        return cls


class A(metaclass=Registry):
    pass


class B(A):
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag


class C(B, tag="c"):
    def __getattr__(self, name):
        return f"no {name}"


print(Registry.known, C.tag, C().missing, hasattr(C(), "x"), getattr(A(), "y", "default"), vars(Order(2)))
print(dir(A())[-3:], A.__name__, A.__module__, A.__qualname__, type(A), isinstance(A, Registry))
try:
    Dog()
except TypeError as error:
    print(error)
try:
    a.colour
except AttributeError as error:
    print(error)
del a.name
print(hasattr(a, "name"))
