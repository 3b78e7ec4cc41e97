"""scikit-learn as introductory tutorials use it: Python over numpy, with the fits in the native `_sklearn`."""

from ._lazy import lazy

__version__ = "1.9.1"

__getattr__, __dir__, __all__ = lazy(
    __name__,
    {
        ".base": "clone",
        "._config": "config_context get_config set_config",
        "._versions": "show_versions",
        ".calibration": "",
        ".cluster": "",
        ".compose": "",
        ".datasets": "",
        ".decomposition": "",
        ".dummy": "",
        ".ensemble": "",
        ".exceptions": "",
        ".feature_extraction": "",
        ".feature_selection": "",
        ".impute": "",
        ".inspection": "",
        ".linear_model": "",
        ".metrics": "",
        ".model_selection": "",
        ".multiclass": "",
        ".naive_bayes": "",
        ".neighbors": "",
        ".pipeline": "",
        ".preprocessing": "",
        ".svm": "",
        ".tree": "",
        ".utils": "",
    },
)
