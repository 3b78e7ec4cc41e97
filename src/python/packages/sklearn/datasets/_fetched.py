"""Data sets that scikit-learn fetches from the net: there is none here."""


def _fetcher(name):
    def fetch(*args, **kwargs):
        raise OSError(
            f"{name} downloads its data, and there is no network here. load_iris, load_wine, load_breast_cancer, "
            "load_diabetes and load_digits need none."
        )

    fetch.__name__ = fetch.__qualname__ = name
    return fetch


fetch_20newsgroups = _fetcher("fetch_20newsgroups")
fetch_california_housing = _fetcher("fetch_california_housing")
fetch_covtype = _fetcher("fetch_covtype")
fetch_lfw_people = _fetcher("fetch_lfw_people")
fetch_olivetti_faces = _fetcher("fetch_olivetti_faces")
fetch_openml = _fetcher("fetch_openml")
