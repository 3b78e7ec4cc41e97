"""Data sets that come with the site, told as scikit-learn tells them."""

import numpy as np

from ..utils import Bunch

CLASSES = {
    "iris": ["setosa", "versicolor", "virginica"],
    "wine": ["class_0", "class_1", "class_2"],
    "breast_cancer": ["malignant", "benign"],
}
DESCRIPTIONS = {
    "iris": "Iris plants: 150 flowers of three kinds, four lengths of each in cm (R. A. Fisher, 1936).",
    "wine": "Wine recognition: 13 chemical measurements of 178 wines from three growers (Aeberhard and Forina, 1992).",
    "breast_cancer": (
        "Breast cancer Wisconsin (diagnostic): 30 measurements of the cell nuclei of 569 tumours "
        "(Wolberg, Mangasarian, Street, Street, 1993)."
    ),
    "diabetes": (
        "Diabetes: ten measurements of 442 patients, centred and scaled, and how far the disease went within a "
        "year (Efron, Hastie, Johnstone, Tibshirani, 2004)."
    ),
    "digits": (
        "Optical recognition of handwritten digits: 1797 images of 8 by 8 pixels with 16 shades (Alpaydin and "
        "Kaynak, 1998)."
    ),
}


def _read(name):
    """The features, the targets and the names of the features."""
    import _sklearn

    head, *lines = _sklearn.dataset(name).splitlines()
    names = head.split(",")
    cells = ",".join(line for line in lines if line).split(",")
    width = len(names)
    targets = cells[width - 1 :: width]
    if name in CLASSES:
        place = {label: str(code) for code, label in enumerate(CLASSES[name])}
        cells[width - 1 :: width] = [place[label] for label in targets]
    table = np.array([float(cell) for cell in cells]).reshape(-1, width)
    target = table[:, -1] if name == "diabetes" else table[:, -1].astype(np.int64)
    return np.ascontiguousarray(table[:, :-1]), np.ascontiguousarray(target), names[:-1]


def _told(name, data, target, names, return_X_y, as_frame, **more):
    """The data set in the form that is asked for."""
    frame = None
    if as_frame:
        import pandas as pd

        features = pd.DataFrame(data, columns=list(names))
        frame = pd.DataFrame(np.column_stack([data, target]), columns=[*names, "target"])
        frame["target"] = target
        data, target = features, pd.Series(target, name="target")
    if return_X_y:
        return data, target
    own = {"data": data, "target": target, "frame": frame}
    if name in CLASSES:
        own["target_names"] = np.array(CLASSES[name])
    return Bunch(**own, **{"DESCR": DESCRIPTIONS[name], "feature_names": names, **more})


def load_iris(*, return_X_y=False, as_frame=False):
    files = {"filename": "iris.csv", "data_module": "sklearn.datasets.data"}
    return _told("iris", *_read("iris"), return_X_y, as_frame, **files)


def load_wine(*, return_X_y=False, as_frame=False):
    return _told("wine", *_read("wine"), return_X_y, as_frame)


def load_breast_cancer(*, return_X_y=False, as_frame=False):
    data, target, names = _read("breast_cancer")
    files = {"filename": "breast_cancer.csv", "data_module": "sklearn.datasets.data"}
    return _told("breast_cancer", data, target, np.array(names), return_X_y, as_frame, **files)


def load_diabetes(*, return_X_y=False, as_frame=False, scaled=True):
    if not scaled:
        raise NotImplementedError("load_diabetes: scaled=False is not carried here")
    files = {"data_filename": "diabetes_data_raw.csv.gz", "target_filename": "diabetes_target.csv.gz"}
    return _told("diabetes", *_read("diabetes"), return_X_y, as_frame, **files, data_module="sklearn.datasets.data")


def load_digits(*, n_class=10, return_X_y=False, as_frame=False):
    data, target, names = _read("digits")
    if n_class < 10:
        kept = target < n_class
        data, target = data[kept], target[kept]
    more = {"target_names": np.arange(n_class), "images": data.reshape(-1, 8, 8)}
    return _told("digits", data, target, names, return_X_y, as_frame, **more)
