"""Single numbers as text."""

import builtins as _b

import numpy as np
from _numpy import asarray
from numpy._methods import _give


def format_float_positional(x, precision=None, unique=True, fractional=True, trim="k", sign=False, pad_left=None, pad_right=None, min_digits=None):
    if not (unique and fractional) or trim not in "k0-." or pad_left or pad_right or min_digits:
        raise NotImplementedError("format_float_positional is carried here with precision, trim and sign only")
    text = format(_decimal(x), "f")
    if precision is not None:
        text = format(round(_decimal(x), precision) if precision < len(text.partition(".")[2]) else _decimal(x), "f")
        text = text if trim != "k" else text + "0" * (precision - len(text.partition(".")[2]))
    text = text if "." in text else text + "."
    if trim != "k":
        text = text.rstrip("0").rstrip(".") + {"0": ".0", ".": ".", "-": ""}[trim] if text.rstrip("0").endswith(".") else text.rstrip("0")
    return "+" + text if sign and x >= 0 else text


def _decimal(x):
    from decimal import Decimal

    return Decimal(str(x.item() if isinstance(x, np.float64) else x))


def format_float_scientific(x, precision=None, unique=True, trim="k", sign=False, pad_left=None, exp_digits=None, min_digits=None):
    if not unique or trim != "k" or pad_left or min_digits:
        raise NotImplementedError("format_float_scientific is carried here with precision, sign and exp_digits only")
    digits = len(_decimal(x).normalize().as_tuple().digits) - 1 if precision is None else precision
    head, _, power = format(float(x), f".{digits}e").partition("e")
    head = head if "." in head else head + "."
    text = f"{head}e{power[0]}{power[1:].lstrip('0').zfill(exp_digits or 2)}"
    return "+" + text if sign and x >= 0 else text


def base_repr(number, base=2, padding=0):
    if not 2 <= base <= 36:
        raise ValueError("Bases greater than 36 not handled in base_repr." if base > 36 else "Bases less than 2 not handled in base_repr.")
    digits, rest = "", _b.abs(int(number))
    while rest:
        rest, digit = _b.divmod(rest, base)
        digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[digit] + digits
    return ("-" if number < 0 else "") + "0" * padding + (digits or ("" if padding else "0"))


def binary_repr(num, width=None):
    num = num.__index__()
    if num < 0 and width is not None:
        num += 1 << width
    if width is not None and width > 1 << 24:
        raise MemoryError
    return format(num, "b").zfill(width or 0)


def datetime_as_string(arr, unit=None, timezone="naive", casting="same_kind"):
    if timezone != "naive" or unit == "auto":
        raise NotImplementedError("datetime_as_string is carried here without time zones")
    arr = asarray(arr) if unit is None else asarray(arr).astype(f"datetime64[{unit}]")
    return _give(arr.astype(str))
