"""Each group of columns to a transformer of its own."""

import numpy as np

from .._sparse import SparseMatrix, dense, is_sparse
from ..base import BaseEstimator, TransformerMixin, as_frame, clone, output_of
from ..pipeline import NamedSteps, fit_transform, name_steps
from ..preprocessing import FunctionTransformer
from ..utils import Bunch
from ..utils.validation import check_feature_names, check_is_fitted, is_frame


class make_column_selector:
    """Picks columns of a frame by their kind or their names."""

    def __init__(self, pattern=None, *, dtype_include=None, dtype_exclude=None):
        self.pattern, self.dtype_include, self.dtype_exclude = pattern, dtype_include, dtype_exclude

    def __call__(self, df):
        if not hasattr(df, "iloc"):
            raise ValueError("make_column_selector can only be applied to pandas dataframes")
        row = df.iloc[:1]
        if self.dtype_include is not None or self.dtype_exclude is not None:
            row = row.select_dtypes(include=self.dtype_include, exclude=self.dtype_exclude)
        columns = list(row.columns)
        if self.pattern is not None:
            import re

            columns = [name for name in columns if re.search(self.pattern, str(name))]
        return columns


class ColumnTransformer(NamedSteps, TransformerMixin, BaseEstimator):
    _steps = "transformers"
    _limits = {
        "transformers": "list | tuple",
        "remainder": "{drop, passthrough} | has fit transform | has fit_transform transform",
        "sparse_threshold": "float [0.0, 1.0]",
        "transformer_weights": "dict | None",
        "verbose_feature_names_out": "bool | str | callable",
    }

    def __init__(
        self,
        transformers,
        *,
        remainder="drop",
        sparse_threshold=0.3,
        n_jobs=None,
        transformer_weights=None,
        verbose=False,
        verbose_feature_names_out=True,
    ):
        self._keep(locals())

    def _places(self, columns, X):
        """The places of `columns`, which may be names, places, truths, a slice, or a function of `X`."""
        if callable(columns):
            columns = columns(X)
        count = X.shape[1]
        if isinstance(columns, slice):
            if isinstance(columns.start, str) or isinstance(columns.stop, str):
                names = self._names_of(X)
                start = names.index(columns.start) if columns.start is not None else 0
                stop = names.index(columns.stop) + 1 if columns.stop is not None else count
                return list(range(start, stop)), False
            return list(range(count))[columns], False
        single = isinstance(columns, (str, int, np.integer))
        listed = [columns] if single else list(columns)
        if listed and all(isinstance(one, (bool, np.bool_)) for one in listed):
            return [place for place, picked in enumerate(listed) if picked], False
        if any(isinstance(one, str) for one in listed):
            names = self._names_of(X)
            absent = [one for one in listed if one not in names]
            if absent:
                raise ValueError(f"Some column names are not columns of the dataframe: {set(absent)}")
            return [names.index(one) for one in listed], single
        places = [int(one) + count if one < 0 else int(one) for one in listed]
        if places and max(places) >= count:
            raise ValueError(f"all features must be in [0, {count - 1}] or [-{count}, 0]")
        return places, single

    def _names_of(self, X):
        if not is_frame(X):
            raise ValueError("Specifying the columns using strings is only supported for dataframes.")
        return list(X.columns)

    def _assign(self, X):
        """(name, transformer, places, whether one column is passed alone) for each part, what remains last."""
        names = [name for name, _, _ in self.transformers]
        if names:
            self._check_names(names)
        for _, step, _ in self.transformers:
            if isinstance(step, str) and step in ("drop", "passthrough"):
                continue
            if not (hasattr(step, "fit") or hasattr(step, "fit_transform")) or not hasattr(step, "transform"):
                raise TypeError(
                    "All estimators should implement fit and transform, or can be 'drop' or 'passthrough' specifiers. "
                    f"'{step}' (type {type(step)}) doesn't."
                )
        assigned = [(name, step, *self._places(columns, X)) for name, step, columns in self.transformers]
        taken = {place for _, _, places, _ in assigned for place in places}
        left = [place for place in range(X.shape[1]) if place not in taken]
        self._columns = [columns(X) if callable(columns) else columns for _, _, columns in self.transformers]
        return assigned + [("remainder", self.remainder, left, False)]

    def fit(self, X, y=None, **params):
        self.fit_transform(X, y)
        return self

    def fit_transform(self, X, y=None, **params):
        self._check_params()
        self._only_default("transformer_weights")
        X = as_table(X)
        check_feature_names(self, X, reset=True)
        self.n_features_in_ = int(X.shape[1])
        self._parts, outputs, self.transformers_ = [], [], []
        assigned = self._assign(X)
        for (name, step, places, single), columns in zip(assigned, [*self._columns, None]):
            fitted = step
            if isinstance(step, str):
                told = self._picked(X, places, single) if step == "passthrough" else None
                if step == "passthrough":
                    fitted = FunctionTransformer(
                        accept_sparse=True, check_inverse=False, feature_names_out="one-to-one"
                    )
                    fitted.fit(told)
            elif places:
                fitted = clone(step)
                if output_of(self) != "default" and hasattr(fitted, "set_output"):
                    fitted.set_output(transform=output_of(self))
                told = fit_transform(fitted, self._picked(X, places, single), y, {})
                self._check_2d(told, name)
            else:
                told = None
            if name != "remainder" or places:
                kept = self._kept_names(X, places) if columns is None else columns
                self.transformers_.append((name, fitted, kept))
            if told is not None and places:
                self._parts.append((name, fitted, places, single))
                outputs.append(told)
        return self._joined(X, outputs, first=True)

    def _kept_names(self, X, places):
        """What remains is told by names where all else is, else by places."""
        by_name = is_frame(X) and any(
            isinstance(one, str)
            for columns in self._columns
            if not isinstance(columns, slice)
            for one in (
                [columns] if isinstance(columns, str) else columns if hasattr(columns, "__iter__") else [columns]
            )
        )
        return [list(X.columns)[place] for place in places] if by_name else places

    def _check_2d(self, told, name):
        if getattr(told, "ndim", 0) != 2:
            raise ValueError(
                f"The output of the '{name}' transformer should be 2D (numpy array, scipy sparse array, dataframe)."
            )

    def _picked(self, X, places, single):
        if is_frame(X):
            return X.iloc[:, places[0]] if single else X.iloc[:, places]
        return X[:, places[0]] if single else X[:, places]

    def transform(self, X, **params):
        check_is_fitted(self)
        X = as_table(X)
        if is_frame(X) and hasattr(self, "feature_names_in_"):
            X = self._by_name(X)
        elif X.shape[1] != self.n_features_in_:
            raise ValueError(
                f"X has {X.shape[1]} features, but ColumnTransformer is expecting {self.n_features_in_} features as"
                " input."
            )
        else:
            check_feature_names(self, X, reset=False)
        outputs = [step.transform(self._picked(X, places, single)) for _, step, places, single in self._parts]
        return self._joined(X, outputs, first=False)

    def _by_name(self, X):
        """The columns in the order of the fit; those that are dropped may be absent."""
        names, given = list(self.feature_names_in_), list(X.columns)
        if names == given:
            return X
        needed = {names[place] for _, _, places, _ in self._parts for place in places}
        absent = needed.difference(given)
        if absent:
            raise ValueError(f"columns are missing: {absent}")
        if set(names) - set(given):
            X = X.assign(**{name: np.nan for name in names if name not in given})
        return X[names]

    def _joined(self, X, outputs, first):
        if output_of(self) != "default":
            return self._frame(X, outputs)
        if not outputs:
            return np.zeros((X.shape[0], 0))
        tables = [np.asarray(dense(told)) for told in outputs]
        tables = [table if table.ndim == 2 else table[:, None] for table in tables]
        table = np.hstack(tables)
        if first:
            # Sparse if a part is and little enough of the whole is not zero.
            some = any(is_sparse(told) for told in outputs)
            filled = sum(
                told.nnz if is_sparse(told) else told.size
                for told in outputs
                if hasattr(told, "size") or is_sparse(told)
            )
            self.sparse_output_ = bool(some and filled / max(table.size, 1) < self.sparse_threshold)
        return SparseMatrix(table) if self.sparse_output_ else table

    def _frame(self, X, outputs):
        import pandas as pd

        self.sparse_output_ = False
        index = X.index if is_frame(X) else None
        frames = [
            told if is_frame(told) else as_frame(told, X, [str(place) for place in range(told.shape[1])])
            for told in outputs
        ]
        if not frames:
            return pd.DataFrame(index=index)
        joined = pd.concat(frames, axis=1)
        joined.columns = self.get_feature_names_out() if self._all_named() else joined.columns
        return joined

    def _all_named(self):
        return all(hasattr(step, "get_feature_names_out") for _, step, _, _ in self._parts)

    @property
    def named_transformers_(self):
        return Bunch(**{name: step for name, step, _ in self.transformers_})

    @property
    def output_indices_(self):
        check_is_fitted(self)
        result, start = {}, 0
        parts = {name: self._width(step, places) for name, step, places, _ in self._parts}
        for name, _, _ in self.transformers_:
            width = parts.get(name, 0)
            result[name] = slice(start, start + width) if width else slice(0, 0)
            start += width
        result.setdefault("remainder", slice(0, 0))
        return result

    def _width(self, step, places):
        return len(step.get_feature_names_out()) if hasattr(step, "get_feature_names_out") else len(places)

    def get_feature_names_out(self, input_features=None):
        check_is_fitted(self)
        inputs = input_features
        if inputs is None:
            inputs = getattr(self, "feature_names_in_", None)
            if inputs is None:
                inputs = [f"x{place}" for place in range(self.n_features_in_)]
        named = []
        for name, step, places, _ in self._parts:
            if not hasattr(step, "get_feature_names_out"):
                raise AttributeError(
                    f"Transformer {name} (type {type(step).__name__}) does not provide get_feature_names_out."
                )
            own = np.asarray([inputs[place] for place in places], dtype=object)
            named.append((name, list(step.get_feature_names_out(own))))
        if self.verbose_feature_names_out is True:
            return np.asarray([f"{name}__{one}" for name, out in named for one in out], dtype=object)
        if self.verbose_feature_names_out is not False:
            raise NotImplementedError("ColumnTransformer: verbose_feature_names_out is True or False here")
        flat = [one for _, out in named for one in out]
        again = sorted({one for one in flat if flat.count(one) > 1})
        if again:
            shown = str(again[:5])[:-1] + ", ...]" if len(again) > 5 else str(again)
            raise ValueError(
                f"Output feature names: {shown} are not unique. Please set verbose_feature_names_out=True to add "
                "prefixes to feature names"
            )
        return np.asarray(flat, dtype=object)

    def set_output(self, *, transform=None):
        super().set_output(transform=transform)
        steps = [step for _, step, _ in self.transformers] + [step for _, step, _ in getattr(self, "transformers_", [])]
        for step in [*steps, self.remainder]:
            if hasattr(step, "set_output"):
                step.set_output(transform=transform)
        return self

    def __getitem__(self, name):
        return self.named_transformers_[name]


def as_table(X):
    from ..utils.validation import check_array

    return X if is_frame(X) else check_array(X, dtype=None, ensure_all_finite=False)


def make_column_transformer(
    *transformers, remainder="drop", sparse_threshold=0.3, n_jobs=None, verbose=False, verbose_feature_names_out=True,
):  # fmt: skip
    named = name_steps([step for step, _ in transformers])
    listed = [(name, step, columns) for (name, step), (_, columns) in zip(named, transformers)]
    return ColumnTransformer(
        listed, remainder=remainder, sparse_threshold=sparse_threshold, n_jobs=n_jobs, verbose=verbose,
        verbose_feature_names_out=verbose_feature_names_out,
    )  # fmt: skip
