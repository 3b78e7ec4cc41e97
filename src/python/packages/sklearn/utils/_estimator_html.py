"""Estimators as pages."""

import html


def estimator_html_repr(estimator):
    """A page that shows an estimator as `repr` does."""
    text = html.escape(repr(estimator))
    return f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="UTF-8"></head><body><pre>{text}</pre></body></html>\n'
