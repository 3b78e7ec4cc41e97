"""`query` and `eval`: expressions in which columns are names.

The text becomes a tree that is walked here: nothing but operators, names, and methods of columns is carried out.
"""

import ast
import operator
import sys

from .errors import UndefinedVariableError

_BINARY = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv, ast.Mod: operator.mod, ast.Pow: operator.pow, ast.BitAnd: operator.and_,
    ast.BitOr: operator.or_, ast.BitXor: operator.xor,
}
_COMPARE = {
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_LOCAL, _QUOTED = "__local_", "__quoted_"


def _parsed(text):
    """The text as Python: `@x` and names in backticks as names of their own."""
    names, parts, out = {}, text.split("`"), []
    for place, part in enumerate(parts):
        if place % 2:
            names[f"{_QUOTED}{place}"] = part
            out.append(f"{_QUOTED}{place}")
            continue
        quote, made = None, []
        for mark in part:
            if quote:
                quote = None if mark == quote else quote
            elif mark in "'\"":
                quote = mark
            elif mark == "@":
                mark = _LOCAL
            elif mark == "&":
                mark = " & "
            made.append(mark)
        out.append("".join(made))
    return "".join(out).strip(), names


def _with_precedence(text):
    """`&` and `|` bind as `and` and `or` do."""
    out, quote = [], None
    for mark in text:
        if quote:
            quote = None if mark == quote else quote
        elif mark in "'\"":
            quote = mark
        elif mark in "&|":
            mark = " and " if mark == "&" else " or "
        elif mark == "~":
            mark = " not "
        out.append(mark)
    return "".join(out)


class _Walker:
    def __init__(self, frame, names, scope):
        self.frame, self.names, self.scope = frame, names, scope

    def walk(self, node):
        method = getattr(self, "walk_" + type(node).__name__, None)
        if method is None:
            raise NotImplementedError(f"'{type(node).__name__}' nodes are not implemented")
        return method(node)

    def walk_Expression(self, node):
        return self.walk(node.body)

    def walk_Constant(self, node):
        return node.value

    def walk_Name(self, node):
        name = self.names.get(node.id, node.id)
        if name.startswith(_LOCAL):
            name = name[len(_LOCAL):]
            for values in self.scope:
                if name in values:
                    return values[name]
            raise UndefinedVariableError(name, True)
        frame = self.frame
        if frame is not None:
            if name in frame.columns:
                return frame[name]
            if name in frame.index.names:
                return _column(frame.index.get_level_values(name), frame)
            if name == "index":
                return _column(frame.index, frame)
        else:
            for values in self.scope:
                if name in values:
                    return values[name]
        raise UndefinedVariableError(name)

    def walk_List(self, node):
        return [self.walk(one) for one in node.elts]

    walk_Tuple = walk_List

    def walk_BinOp(self, node):
        return _BINARY[type(node.op)](self.walk(node.left), self.walk(node.right))

    def walk_UnaryOp(self, node):
        value = self.walk(node.operand)
        if isinstance(node.op, (ast.Not, ast.Invert)):
            return ~value if hasattr(value, "_values") else not value
        return -value if isinstance(node.op, ast.USub) else +value

    def walk_BoolOp(self, node):
        found = self.walk(node.values[0])
        for one in node.values[1:]:
            value = self.walk(one)
            found = found & value if isinstance(node.op, ast.And) else found | value
        return found

    def walk_Compare(self, node):
        left, found = self.walk(node.left), None
        for sign, right in zip(node.ops, node.comparators):
            right = self.walk(right)
            if isinstance(sign, (ast.In, ast.NotIn)):
                one = left.isin(right if isinstance(right, (list, set, tuple)) or hasattr(right, "_values") else [right])
                one = ~one if isinstance(sign, ast.NotIn) else one
            elif isinstance(right, list) and isinstance(sign, (ast.Eq, ast.NotEq)):
                one = left.isin(right)
                one = ~one if isinstance(sign, ast.NotEq) else one
            else:
                one = _COMPARE[type(sign)](left, right)
            found = one if found is None else found & one
            left = right
        return found

    def walk_Attribute(self, node):
        if node.attr.startswith("_"):
            raise ValueError(f"names with an underscore are not carried in expressions: {node.attr}")
        return getattr(self.walk(node.value), node.attr)

    def walk_Call(self, node):
        options = {one.arg: self.walk(one.value) for one in node.keywords}
        if isinstance(node.func, ast.Name) and not node.func.id.startswith(_LOCAL):
            import numpy as np

            if node.func.id not in _FUNCTIONS:
                raise ValueError(f'"{node.func.id}" is not a supported function')
            return getattr(np, _FUNCTIONS[node.func.id])(*map(self.walk, node.args))
        return self.walk(node.func)(*map(self.walk, node.args), **options)

    def walk_Subscript(self, node):
        return self.walk(node.value)[self.walk(node.slice)]


_FUNCTIONS = {
    name: name for name in "sin cos tan exp log expm1 log1p sqrt sinh cosh tanh log10 floor ceil arctan2".split()
} | {"abs": "abs"}


def _column(index, frame):
    from .series import Series

    return Series._of(index._values, frame.index)


def _scope(depth):
    try:
        frame = sys._getframe(depth + 1)
        return [frame.f_locals, frame.f_globals]
    except (AttributeError, ValueError):
        return [vars(sys.modules["__main__"])]


def _value(frame, text, scope):
    source, names = _parsed(text)
    tree = ast.parse(_with_precedence(source), mode="eval")
    return _Walker(frame, names, scope).walk(tree)


def query(frame, expr, depth):
    """The rows for which an expression is true."""
    if not isinstance(expr, str):
        raise ValueError(f"expr must be a string to be evaluated, {type(expr)} given")
    if not expr.strip():
        raise ValueError("expr cannot be an empty string")
    found = _value(frame, " ".join(expr.split("\n")), _scope(depth))
    return frame.loc[found]


def evaluate(frame, expr, inplace, depth):
    """The value of an expression, or a frame with columns that it assigns."""
    scope = _scope(depth)
    found = frame
    assigned = False
    for line in filter(None, (one.strip() for one in expr.split("\n"))):
        name, sign, rest = line.partition("=")
        if sign and not rest.startswith("=") and not name.endswith(("<", ">", "!")):
            found = found.assign(**{name.strip(): _value(found, rest, scope)})
            assigned = True
        else:
            return _value(found, line, scope)
    if inplace and assigned:
        frame._become(found)
        return None
    return found


def eval(expr, **options):
    """The value of an expression over the caller's names."""
    return _value(None, expr, _scope(1))
