"""Modules that import what they offer only when it is asked for."""

import sys


def lazy(module, table):
    """`__getattr__`, `__dir__` and `__all__` of `module`, whose names stand in the private modules of `table`.

    `table` maps the path of a module, relative to `module`, to the names it holds. A module whose own name is not
    private is offered too: `{".metrics": ""}` offers the submodule `metrics`.
    """
    home = {}
    for path, names in table.items():
        for name in names.split():
            home[name] = path
        if not path.startswith("._"):
            home[path.lstrip(".")] = None

    def find(name):
        if name not in home:
            raise AttributeError(missing(module, name, home))
        path = home[name]
        if path is None:
            return load(f"{module}.{name}")
        value = getattr(load(module + path), name)
        setattr(sys.modules[module], name, value)
        return value

    def names():
        return sorted({*home, *vars(sys.modules[module])})

    return find, names, sorted(home)


def load(path):
    __import__(path)
    return sys.modules[path]


def missing(module, name, known):
    """What an AttributeError for `name` says: that it is not carried, and what is near."""
    text = f"module {module!r} has no attribute {name!r}"
    if name.startswith("__"):
        return text
    import difflib

    near = difflib.get_close_matches(name, known, n=3)
    hint = f"; near it: {', '.join(near)}" if near else f"; what is: {', '.join(sorted(known))}"
    return f"{text} (it is not carried here{hint})"
