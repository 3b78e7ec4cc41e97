"""Methods that an estimator has only where the one it holds has them."""


class available_if:
    """Decorates a method that is there only where `check(self)` holds."""

    def __init__(self, check):
        self.check = check

    def __call__(self, method):
        return _Available(method, self.check)


class _Available:
    def __init__(self, method, check):
        self.method, self.check, self.name = method, check, method.__name__
        self.__doc__ = method.__doc__

    def replaced(self, change):
        """The same with the method that `change` makes of this one."""
        return _Available(change(self.method), self.check)

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self.method
        told = AttributeError(f"This {owner.__name__!r} has no attribute {self.name!r}")
        try:
            there = self.check(instance)
        except AttributeError as problem:
            raise told from problem
        if not there:
            raise told
        return self.method.__get__(instance, owner)
