"""Settings of how things are printed."""

DEFAULTS = {
    "display.max_rows": 60,
    "display.min_rows": 10,
    "display.max_columns": 0,
    "display.width": 80,
    "display.precision": 6,
    "display.max_colwidth": 50,
    "display.float_format": None,
    "display.expand_frame_repr": True,
    "display.show_dimensions": "truncate",
    "display.max_info_columns": 100,
    "display.max_seq_items": 100,
    "display.notebook_repr_html": True,
    "mode.copy_on_write": True,
    "mode.chained_assignment": "warn",
    "future.infer_string": True,
    "plotting.backend": "matplotlib",
}
options = dict(DEFAULTS)


class OptionError(AttributeError, KeyError):
    # Words as an attribute error has them: a key error would put them in quotes.
    __str__ = Exception.__str__


OptionError.__module__ = "pandas.errors"


def _name(pattern):
    if pattern in options:
        return pattern
    found = [name for name in options if pattern in name]
    if len(found) != 1:
        raise OptionError(f"No such keys(s): {pattern!r}" if not found else "Pattern matched multiple keys")
    return found[0]


def get_option(pattern):
    """The value of a setting; a part of its name will do."""
    return options[_name(pattern)]


def set_option(*pairs):
    """Sets settings: name, value, name, value…"""
    if len(pairs) % 2 or not pairs:
        raise ValueError("Must provide an even number of non-keyword arguments")
    for name, value in zip(pairs[::2], pairs[1::2]):
        options[_name(name)] = value


def reset_option(pattern):
    names = [name for name in options if pattern in name] if pattern != "all" else list(options)
    for name in names:
        options[name] = DEFAULTS[name]


class option_context:
    """Settings for the time of a `with`."""

    def __init__(self, *pairs):
        self.pairs = pairs

    def __enter__(self):
        self.before = dict(options)
        set_option(*self.pairs)

    def __exit__(self, *error):
        options.update(self.before)


class Options:
    """`pd.options.display.max_rows` and its like."""

    def __init__(self, prefix=""):
        object.__setattr__(self, "_prefix", prefix)

    def __getattr__(self, name):
        full = self._prefix + name
        if full in options:
            return options[full]
        if any(one.startswith(full + ".") for one in options):
            return Options(full + ".")
        raise OptionError(f"No such option: {full}")

    def __setattr__(self, name, value):
        set_option(self._prefix + name, value)
