"""Checks of estimators are not carried: they are a test suite of their own."""


def check_estimator(*args, **kwargs):
    raise NotImplementedError("check_estimator is not carried here")


def parametrize_with_checks(*args, **kwargs):
    raise NotImplementedError("parametrize_with_checks is not carried here")
