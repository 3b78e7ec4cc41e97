"""Decision trees."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(
    __name__,
    {
        "._classes": "DecisionTreeClassifier DecisionTreeRegressor",
        "._export": "export_text",
        "._plot": "plot_tree",
    },
)
