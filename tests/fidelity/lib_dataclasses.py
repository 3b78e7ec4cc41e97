# known 12: the message changed in CPython 3.12
import dataclasses
from dataclasses import dataclass, field, asdict, astuple, replace
from typing import ClassVar, Optional
import enum
import abc
from collections import namedtuple
from typing import NamedTuple, TypedDict


@dataclass
class Params:
    name: str
    depth: int = 3
    rates: list[float] = field(default_factory=list)
    hidden: int = field(default=0, repr=False, compare=False)
    kind: ClassVar[str] = "tree"

    def __post_init__(self):
        if self.depth < 0:
            raise ValueError("depth must not be negative")


@dataclass(frozen=True, order=True)
class Point:
    x: int
    y: int = 0


@dataclass
class Child(Params):
    extra: Optional[int] = None


p = Params("a", rates=[0.1])
print(p, asdict(p), astuple(p), replace(p, depth=5), p == Params("a", 3, [0.1], hidden=9))
print(Child("c", extra=1), [f.name for f in dataclasses.fields(Child)], dataclasses.is_dataclass(p))
print(sorted([Point(2), Point(1, 5), Point(1)]), Point(1) < Point(2), hash(Point(1)) == hash(Point(1)), {Point(1): "v"})
try:
    Point(1).x = 3
except dataclasses.FrozenInstanceError as error:
    print(type(error).__name__, error)
try:
    Params("x", -1)
except ValueError as error:
    print(error)
try:
    Params()
except TypeError as error:
    print(error)


class Colour(enum.Enum):
    RED = 1
    GREEN = "g"
    CRIMSON = 1

    @property
    def label(self):
        return self.name.lower()


class Level(enum.IntEnum):
    LOW = enum.auto()
    HIGH = enum.auto()


class Flag(enum.Flag):
    R = enum.auto()
    W = enum.auto()


print(Colour.RED, repr(Colour.GREEN), Colour(1), Colour["GREEN"], Colour.CRIMSON is Colour.RED, list(Colour), Colour.RED.label)
print(Level.LOW < Level.HIGH, Level.HIGH + 1, Flag.R | Flag.W, Flag.R in (Flag.R | Flag.W))
try:
    Colour(9)
except ValueError as error:
    print(error)

Pair = namedtuple("Pair", "left right", defaults=[0])
print(Pair(1), Pair(1, 2)._asdict(), Pair(3, 4)._replace(left=0), Pair._fields, Pair(5, 6).right)


class Row(NamedTuple):
    id: int
    name: str = "x"


print(Row(1), Row(1) == (1, "x"), Row.__annotations__["id"])


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        ...


try:
    Shape()
except TypeError as error:
    print("abstract:", str(error)[:35])


class Movie(TypedDict, total=False):
    title: str


print(Movie(title="x"))
