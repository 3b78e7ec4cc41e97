"""`Series.cat`: the categories of a column."""

from .categorical import Categorical


class CategoricalAccessor:
    """What a Categorical can, for a column."""

    def __init__(self, owner):
        if not isinstance(owner._values, Categorical):
            raise AttributeError("Can only use .cat accessor with a 'category' dtype")
        self._owner, self._values = owner, owner._values

    @property
    def categories(self):
        return self._values.categories

    @property
    def ordered(self):
        return self._values.ordered

    @property
    def codes(self):
        return self._owner._with_values(self._values.codes).rename(None)

    def __getattr__(self, name):
        if name not in _METHODS:
            raise AttributeError(f"'CategoricalAccessor' object has no attribute '{name}'")

        def method(*arguments, **options):
            return self._owner._with_values(getattr(self._values, name)(*arguments, **options))

        return method


_METHODS = (
    "rename_categories set_categories reorder_categories add_categories remove_categories remove_unused_categories "
    "as_ordered as_unordered"
).split()
