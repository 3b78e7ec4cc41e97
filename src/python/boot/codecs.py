"""Codecs other than the built-in ones are looked for in `encodings` when the first of them is asked for."""

import _codecs


def _search(name):
    import encodings

    return encodings.search_function(name)


_codecs.register(_search)
