"""How an estimator prints: its class and the parameters that differ from their defaults, in lines of 80 columns."""

import re

WIDTH = 80
# Longer texts lose their middle: so many characters that are not blank remain on either side.
KEPT = 350
MOST_ITEMS = 30


def estimator_repr(estimator, most=2 * KEPT):
    text = lay(estimator, 0, 0)
    if most is None or len("".join(text.split())) <= most:
        return text
    left = re.match(r"^(\s*\S){%d}" % (most // 2), text).end()
    right = re.match(r"^(\s*\S){%d}" % (most // 2), text[::-1]).end()
    if "\n" in text[left:-right]:
        # Cut on the right at the end of a line, so that what follows begins a line of its own.
        right = re.match(r"^(\s*\S){%d}[^\n]*\n" % (most // 2), text[::-1]).end()
    if left + 3 < len(text) - right:
        return text[:left] + "..." + text[-right:]
    return text


def changed(estimator):
    """The parameters that differ from their defaults, sorted by name."""
    from ._config import get_config
    from .base import BaseEstimator, defaults

    every = not get_config()["print_changed_only"]
    initial = defaults(type(estimator))

    def differs(name, value):
        if name not in initial:
            return True
        default = initial[name]
        if isinstance(value, BaseEstimator) and type(value) is not type(default):
            return True
        return value is not default and repr(value) != repr(default)

    params = estimator.get_params(deep=False)
    return [(name, params[name]) for name in sorted(params) if every or differs(name, params[name])]


def is_estimator(value):
    return hasattr(value, "get_params") and not isinstance(value, type) and "sklearn" in str(type(value).__mro__)


def flat(value):
    """`value` in one line."""
    kind = type(value)
    if is_estimator(value):
        return f"{kind.__name__}({', '.join(f'{name}={flat(item)}' for name, item in changed(value))})"
    if kind is dict:
        items = sorted(value.items(), key=lambda item: str(item[0]))
        shown = [f"{flat(key)}: {flat(item)}" for key, item in items[:MOST_ITEMS]]
        return "{" + ", ".join(shown + ["..."] * (len(items) > MOST_ITEMS)) + "}"
    if kind is list or kind is tuple:
        shown = [flat(item) for item in value[:MOST_ITEMS]] + ["..."] * (len(value) > MOST_ITEMS)
        text = ", ".join(shown)
        if kind is list:
            return f"[{text}]"
        return f"({text},)" if len(value) == 1 else f"({text})"
    return repr(value)


def lay(value, indent, allowance):
    """`value` from column `indent` on, with `allowance` columns kept free after its end."""
    text = flat(value)
    if len(text) <= WIDTH - indent - allowance:
        return text
    kind = type(value)
    if is_estimator(value):
        name = kind.__name__
        items = [(f"{key}=", item) for key, item in changed(value)]
        return f"{name}({pack(items, indent + len(name) + 1, allowance + 1)})"
    if kind is dict and value:
        items = [(f"{flat(key)}: ", item) for key, item in sorted(value.items(), key=lambda item: str(item[0]))]
        return "{" + pack(items, indent + 1, allowance + 1) + "}"
    if kind is list and value:
        return f"[{pack([('', item) for item in value], indent + 1, allowance + 1)}]"
    if kind is tuple and value:
        comma = "," if len(value) == 1 else ""
        return f"({pack([('', item) for item in value], indent + 1, allowance + 1 + len(comma))}{comma})"
    return text


def pack(items, indent, allowance):
    """Items with a label each, as many in a line as fit; one too long for a line is broken itself."""
    width = room = WIDTH - indent + (1 if items and items[0][0] else 1)
    break_line = ",\n" + " " * indent
    parts, delimiter = [], ""
    for place, (label, item) in enumerate(items[:MOST_ITEMS]):
        last = place == len(items) - 1
        if last:
            width, room = width - allowance, room - allowance
        text = label + flat(item)
        needed = len(text) + 2
        if width < needed:
            width = room
            if delimiter:
                delimiter = break_line
        if width >= needed:
            width -= needed
            parts += [delimiter, text]
            delimiter = ", "
        else:
            parts += [delimiter, label, lay(item, indent + len(label), allowance if last else 1)]
            delimiter = break_line
    if len(items) > MOST_ITEMS:
        parts.append(f"{delimiter}...")
    return "".join(parts)
