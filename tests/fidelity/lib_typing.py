from __future__ import annotations
import typing
from typing import Any, Callable, Dict, Generic, Iterable, List, Literal, Optional, Protocol, Tuple, TypeVar, Union, get_type_hints, runtime_checkable
import inspect
import operator
import itertools
import sys
import types

T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item

    def map(self, f: Callable[[T], Any]) -> "Box[Any]":
        return Box(f(self.item))


@runtime_checkable
class HasFit(Protocol):
    def fit(self, X, y): ...


class Est:
    def fit(self, X, y):
        return self


def train(X: List[float], y: Optional[List[int]] = None, *, lr: float = 0.1, **kw: Any) -> Dict[str, float]:
    """Train a model.

    More text.
    """
    return {}


print(Box(3).map(str).item, isinstance(Est(), HasFit), isinstance(3, HasFit))
print(List[int], Dict[str, Tuple[int, ...]], Callable[[int], str], Literal["a"], list[int])
print(inspect.signature(train), inspect.getdoc(train), list(inspect.signature(train).parameters), inspect.isfunction(train))
print(get_type_hints(train)["lr"], train.__annotations__["X"], typing.get_args(Dict[str, int]), typing.get_origin(list[int]))
print(inspect.getsource(Est), inspect.getmembers(Est(), inspect.ismethod)[0][0])
print(types.SimpleNamespace(a=1), sys.version_info >= (3, 8), sys.maxsize >= 2**31 - 1, sys.byteorder)
print(inspect.getfullargspec(train).args, train.__defaults__, train.__kwdefaults__, train.__code__.co_varnames[:2])
exec("z = 1 + 1")
print(z, eval("z * 2"), compile("1+1", "<s>", "eval").co_filename, globals()["__name__"], "z" in locals())
print(type("Dyn", (Est,), {"k": 1})().k, operator.methodcaller("upper")("a"), vars(types.SimpleNamespace(x=2)))
