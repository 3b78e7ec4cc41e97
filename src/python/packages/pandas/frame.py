"""DataFrame: columns over common labels."""

import numpy as np

from . import fill
from .arrays import ExtensionArray, as_objects, concat as concat_arrays, is_position, take_fill
from .construct import array_of, full, is_list_like
from .frame_build import columns_from
from .frame_ops import FrameOperators
from .frame_stats import FrameStatistics
from .generic import NDFrame, axis_number, named_operators
from .index import Index, RangeIndex, ensure_index
from .indexing import Indexers, is_mask, label_positions, mask_of, position_key, reduced_index
from .missing import isna_array, nan
from .series import Series
from .setting import put


@named_operators
class DataFrame(FrameStatistics, NDFrame, Indexers, FrameOperators):
    """A table: one array a column, an Index of columns and one of rows."""

    __module__ = "pandas"

    ndim = 2
    _constructor_name = "DataFrame"

    def __init__(self, data=None, index=None, columns=None, dtype=None, copy=None):
        self._arrays, self._columns, self._index = columns_from(data, index, columns, dtype)

    @classmethod
    def _of(cls, arrays, columns, index):
        made = object.__new__(cls)
        made._arrays, made._columns, made._index = list(arrays), columns, index
        return made

    def _like(self, arrays):
        return DataFrame._of(arrays, self._columns, self._index)

    def _each(self, function):
        return self._like([function(values) for values in self._arrays])

    def _become(self, other):
        self._arrays, self._columns, self._index = other._arrays, other._columns, other._index

    @classmethod
    def from_dict(cls, data, orient="columns", dtype=None, columns=None):
        if orient == "index":
            first = next(iter(data.values()), None)
            if isinstance(first, (dict, Series)):
                return cls(list(map(dict, data.values())), index=list(data), columns=columns)
            return cls(list(data.values()), index=list(data), columns=columns)
        if orient != "columns":
            raise ValueError(f"Expected 'index', 'columns' or 'tight' for orient parameter. Got '{orient}' instead")
        return cls(data, columns=columns, dtype=dtype)

    @classmethod
    def from_records(cls, data, index=None, columns=None, **options):
        return cls(list(data) if not isinstance(data, np.ndarray) else data, index=index, columns=columns)

    # What it is

    @property
    def columns(self):
        return self._columns

    @columns.setter
    def columns(self, labels):
        labels = ensure_index(labels)
        if len(labels) != len(self._arrays):
            raise ValueError(
                f"Length mismatch: Expected axis has {len(self._arrays)} elements, new values have {len(labels)} elements"
            )
        self._columns = labels

    @property
    def index(self):
        return self._index

    @index.setter
    def index(self, labels):
        labels = ensure_index(labels)
        if len(labels) != len(self._index) and len(self._arrays):
            raise ValueError(
                f"Length mismatch: Expected axis has {len(self._index)} elements, new values have {len(labels)} elements"
            )
        self._index = labels

    @property
    def shape(self):
        return (len(self._index), len(self._arrays))

    @property
    def dtypes(self):
        made = np.empty(len(self._arrays), dtype=object)
        for place, values in enumerate(self._arrays):
            made[place] = values.dtype
        return Series._of(made, self._columns)

    def select_dtypes(self, include=None, exclude=None):
        from .describe import of_types

        if include is None and exclude is None:
            raise ValueError("at least one of include or exclude must be nonempty")
        return self._select_columns(of_types(self, include, exclude))

    def _common(self):
        """numpy's type for all values together."""
        kinds = {values.dtype for values in self._arrays}
        if all(isinstance(kind, np.dtype) for kind in kinds):
            letters = {kind.kind for kind in kinds}
            if "O" in letters or ("b" in letters and len(letters) > 1):
                return np.dtype("O")
            return np.result_type(*kinds) if kinds else np.dtype("O")
        return None

    @property
    def values(self):
        return self.to_numpy()

    def to_numpy(self, dtype=None, copy=False, na_value=fill.NOT_GIVEN):
        if na_value is not fill.NOT_GIVEN:
            return self.fillna(na_value).to_numpy(dtype)
        common = self._common()
        if common is None:
            families = {getattr(values.dtype, "family", None) for values in self._arrays}
            masked = all(getattr(values.dtype, "_is_numeric", True) and values.dtype.kind in "biuf" for values in self._arrays)
            if len(families) == 1 and None not in families:
                common = np.dtype(f"{families.pop()}[us]")
            elif masked and not any(isna_array(values).any() for values in self._arrays if not isinstance(values, np.ndarray)):
                common = np.result_type(*(getattr(values.dtype, "numpy_dtype", values.dtype) for values in self._arrays))
            elif all(hasattr(values.dtype, "categories") for values in self._arrays) and self._arrays:
                plain = [np.asarray(values) for values in self._arrays]
                common = plain[0].dtype if len({one.dtype for one in plain}) == 1 else np.dtype("O")
            else:
                common = np.dtype("O")
        if dtype is not None and np.dtype(dtype).kind == "f" and common.kind == "O":
            common = np.dtype(dtype)
        found = np.empty(self.shape, dtype=common)
        for place, values in enumerate(self._arrays):
            if common.kind == "O":
                values = as_objects(values)
            elif isinstance(values, ExtensionArray):
                values = values.to_numpy(dtype=common) if common.kind == "f" else np.asarray(values)
            found[:, place] = values
        return found if dtype is None else found.astype(dtype)

    def __array__(self, dtype=None, copy=None):
        return self.to_numpy(dtype)

    def to_records(self, index=True, **options):
        raise NotImplementedError("record arrays are not carried here; use to_dict('records')")

    @property
    def T(self):
        return self.transpose()

    def transpose(self, *arguments, **options):
        matrix = self.to_numpy()
        same = len({str(values.dtype) for values in self._arrays}) == 1 and isinstance(self._arrays[0], ExtensionArray)
        if same:
            long = concat_arrays(self._arrays)
            places = np.arange(len(long)).reshape(len(self._arrays), len(self._index))
            arrays = [long[places[:, row]] for row in range(len(self._index))]
        else:
            arrays = [matrix[row].copy() for row in range(len(self._index))]
        return DataFrame._of(arrays, self._index, self._columns)

    def keys(self):
        return self._columns

    def __iter__(self):
        return iter(self._columns.tolist())

    def __contains__(self, label):
        return label in self._columns

    def items(self):
        for place, label in enumerate(self._columns.tolist()):
            yield label, self._column_at(place)

    def iterrows(self):
        for place, label in enumerate(self._index.tolist()):
            yield label, self._row_at(place)

    def itertuples(self, index=True, name="Pandas"):
        from collections import namedtuple

        columns = [values.tolist() for values in self._arrays]
        names = [str(label) for label in self._columns.tolist()]
        if index:
            columns.insert(0, self._index.tolist())
            names.insert(0, "Index")
        if name is None:
            return zip(*columns)
        return map(namedtuple(name, names, rename=True)._make, zip(*columns))

    def __repr__(self):
        from .frame_text import repr_text

        return repr_text(self)

    def to_string(self, buf=None, columns=None, col_space=None, header=True, index=True, na_rep="NaN", formatters=None, float_format=None, max_rows=None, max_cols=None, min_rows=None, line_width=None, justify="right", show_dimensions=False, index_names=True, **options):
        from .frame_text import FrameText

        if col_space is not None or options:
            raise NotImplementedError("to_string carries no col_space here")
        part = self if columns is None else self[list(columns)]
        text = FrameText(part, max_rows, min_rows, max_cols, line_width, index, header, na_rep, float_format, formatters, justify or "right").text()
        if buf is not None:
            buf.write(text)
            return None
        return text

    def info(self, verbose=None, buf=None, max_cols=None, memory_usage=None, show_counts=None):
        from .summary import frame_info

        frame_info(self, verbose, buf, max_cols, memory_usage, show_counts)

    def memory_usage(self, index=True, deep=False):
        sizes = [values.nbytes for values in self._arrays]
        labels = self._columns
        if index:
            return Series([self._index.memory_usage(), *sizes], index=Index(["Index", *labels.tolist()]))
        return Series(np.array(sizes, dtype="int64"), index=labels)

    # Selection

    def _column_at(self, place):
        return Series._of(self._arrays[place], self._index, self._columns[place])

    def _row_at(self, place):
        common = self._common()
        label = self._index[place]
        if common is not None and common.kind != "O":
            values = np.array([values[place] for values in self._arrays], dtype=common)
        else:
            cells = [values[place] for values in self._arrays]
            same = len({str(values.dtype) for values in self._arrays}) == 1
            values = array_of(cells, self._arrays[0].dtype) if same else np.empty(len(cells), dtype=object)
            if not same:
                for number, cell in enumerate(cells):
                    values[number] = cell
        return Series._of(values, self._columns, label)

    def _select_rows(self, where, label=None):
        if is_position(where):
            return self._row_at(int(where))
        if isinstance(where, slice) and where.step is not None and where.step < 0:
            where = np.arange(len(self._index))[where]
        if isinstance(where, np.ndarray) and where.dtype.kind == "b":
            where = np.flatnonzero(where)
        return DataFrame._of(
            [values[where] for values in self._arrays], self._columns, reduced_index(self._index, where, label)
        )

    def _select_columns(self, where):
        if isinstance(where, slice):
            return DataFrame._of(self._arrays[where], self._columns[where], self._index)
        where = np.asarray(where)
        if where.dtype.kind == "b":
            where = np.flatnonzero(where)
        return DataFrame._of([self._arrays[place] for place in where.tolist()], self._columns[where.astype("int64")], self._index)

    def __getitem__(self, key):
        if callable(key):
            key = key(self)
        if isinstance(key, DataFrame):
            return self.where(key)
        if isinstance(key, slice):
            if all(part is None or is_position(part) for part in (key.start, key.stop)) and self._index.dtype.kind != "f":
                return self._select_rows(key)
            return self._select_rows(label_positions(self._index, key))
        if not is_list_like(key) or isinstance(key, tuple):
            return self._columns_named(key)
        if is_mask(key):
            values = getattr(key, "_values", key)
            if len(values) != len(self._index):
                raise ValueError(f"Item wrong length {len(values)} instead of {len(self._index)}.")
            return self._select_rows(mask_of(key, self._index))
        if isinstance(key, np.ndarray) and key.ndim == 2:
            return self.where(key)
        return self._select_columns(label_positions(self._columns, key, "columns"))

    def _columns_named(self, key):
        place = self._columns.get_loc(key)
        if is_position(place):
            return self._column_at(place)
        found = self._select_columns(place)
        if self._columns.nlevels > 1:
            found._columns = reduced_index(self._columns, place, key)
            if found._columns.nlevels == 1 and found._columns.tolist() == [""]:
                return found._column_at(0).rename(key)
        return found

    def get(self, key, default=None):
        try:
            return self[key]
        except (KeyError, ValueError, IndexError, TypeError):
            return default

    def __getattr__(self, name):
        if not name.startswith("_"):
            columns = self.__dict__.get("_columns")
            if columns is not None and name in columns:
                return self[name]
        raise AttributeError(f"'DataFrame' object has no attribute '{name}'")

    def __setattr__(self, name, value):
        if not name.startswith("_") and not hasattr(type(self), name) and name in self._columns:
            self[name] = value
        else:
            object.__setattr__(self, name, value)

    def __dir__(self):
        return [*object.__dir__(self), *(label for label in self._columns.tolist() if isinstance(label, str) and label.isidentifier())]

    # Writing

    def _sanitized(self, value):
        """A column's array from what is assigned to it."""
        if isinstance(value, Series):
            if not len(self._index) and not len(self._arrays):
                return value._values
            return value.reindex(self._index)._values
        if isinstance(value, DataFrame):
            if len(value.columns) != 1:
                raise ValueError("Cannot set a DataFrame with multiple columns to the single column")
            return self._sanitized(value.iloc[:, 0])
        if isinstance(value, Index):
            value = value._values
        if not is_list_like(value) or isinstance(value, dict):
            return full(value, len(self._index))
        values = array_of(value)
        if isinstance(value, np.ndarray) and values is value:
            values = value.copy()
        if len(self._index) != len(values):
            raise ValueError(f"Length of values ({len(values)}) does not match length of index ({len(self._index)})")
        return values

    def __setitem__(self, key, value):
        if callable(key):
            key = key(self)
        if isinstance(key, DataFrame):
            self._become(self.mask(key, value))
        elif isinstance(key, slice):
            self.iloc[key] = value
        elif is_list_like(key) and not isinstance(key, tuple) and is_mask(key):
            self._set_block(mask_of(key, self._index), slice(None), value)
        elif is_list_like(key) and not isinstance(key, tuple):
            self._set_columns(list(key), value)
        else:
            self._set_column(key, value)

    def _set_column(self, label, value):
        if not len(self._arrays) and not len(self._index) and is_list_like(value) and not isinstance(value, dict):
            length = len(value)
            self._index = value.index if isinstance(value, (Series, DataFrame)) else RangeIndex(length)
        if isinstance(value, DataFrame) and len(value.columns) != 1:
            raise ValueError(f"Cannot set a DataFrame with multiple columns to the single column {label}")
        values = self._sanitized(value)
        if label in self._columns:
            place = self._columns.get_loc(label)
            arrays = list(self._arrays)
            for number in [place] if is_position(place) else np.arange(len(arrays))[place].tolist():
                arrays[number] = values
            self._arrays = arrays
        else:
            self._insert_column(len(self._arrays), label, values)

    def _insert_column(self, place, label, values):
        labels = self._columns
        if not len(self._arrays) and not isinstance(label, tuple):
            self._columns = Index([label]) if labels.name is None else Index([label], name=labels.name)
        else:
            self._columns = labels.insert(place, label)
        self._arrays = self._arrays[:place] + [values] + self._arrays[place:]

    def _set_columns(self, labels, value):
        if isinstance(value, DataFrame):
            if len(value.columns) != len(labels):
                raise ValueError("Columns must be same length as key")
            parts = [value._column_at(place) for place in range(len(labels))]
        elif isinstance(value, np.ndarray) and value.ndim == 2:
            if value.shape[1] != len(labels):
                raise ValueError("Columns must be same length as key")
            parts = [value[:, place].copy() for place in range(len(labels))]
        elif is_list_like(value) and not isinstance(value, (Series, dict)) and len(value) == len(labels):
            parts = list(value)
        else:
            if is_list_like(value) and not isinstance(value, (Series, np.ndarray)):
                raise ValueError("Columns must be same length as key")
            parts = [value] * len(labels)
        for label, part in zip(labels, parts):
            self._set_column(label, part)

    def _set_block(self, where, columns, value):
        """Writes cells: rows at positions, a slice or a mask; columns likewise."""
        places = [columns] if is_position(columns) else np.arange(len(self._arrays))[columns].tolist()
        row = is_position(where)
        count = 1 if row else len(np.arange(len(self._index))[where])
        arrays = list(self._arrays)
        for number, place in enumerate(places):
            part = self._part(value, number, place, len(places), count, row, where, is_position(columns))
            whole = isinstance(where, slice) and where == slice(None)
            if is_list_like(part) and not row and len(part) != count:
                if len(part) == 1:
                    part = part[0]
                else:
                    raise ValueError("cannot set using a list-like indexer with a different length than the value" if not isinstance(where, slice) else "Must have equal len keys and value when setting with an iterable")
            arrays[place] = put(arrays[place], where, part)
        self._arrays = arrays

    def _part(self, value, number, place, width, count, row, where, single):
        if isinstance(value, DataFrame):
            label = self._columns[place]
            if label not in value.columns:
                return nan
            column = value[label]
            return column.reindex(self._index[where])._values
        if isinstance(value, Series):
            if row:
                return value.get(self._columns[place], nan)
            if single or count == len(value):
                return value.reindex(self._index[where])._values
            return value.get(self._columns[place], nan)
        if isinstance(value, dict):
            return value[self._columns[place]]
        if isinstance(value, np.ndarray) and value.ndim == 2:
            part = value[:, number]
            return part[0] if row else part
        if not is_list_like(value):
            return value
        value = list(value)
        if row:
            if len(value) != width:
                raise ValueError("Must have equal len keys and value when setting with an iterable")
            return value[number]
        if single:
            return value
        if value and is_list_like(value[0]):
            return [line[number] for line in value]
        if len(value) != width:
            raise ValueError("Must have equal len keys and value when setting with an iterable")
        return value[number]

    def _append_row(self, label, columns, value):
        """A row more, for a label that is not there yet."""
        if isinstance(columns, slice):
            cells = self._row_cells(value)
        else:
            named = dict.fromkeys(self._columns.tolist(), nan)
            for one in columns if is_list_like(columns) and not isinstance(columns, tuple) else [columns]:
                if one not in named:
                    raise KeyError(one)
                named[one] = value
            cells = list(named.values())
        self._index = self._index.append(Index([label])) if len(self._index) else Index([label])
        if len(self._index) > 1 and label == len(self._index) - 1 and self._index.dtype.kind == "i":
            if (np.asarray(self._index._values) == np.arange(len(self._index))).all():
                self._index = RangeIndex._of(range(len(self._index)), self._index.name)
        arrays = []
        for values, cell in zip(self._arrays, cells):
            more = array_of([cell])
            if values.dtype.kind == "O" and len(values) == 0:
                arrays.append(more)
            else:
                arrays.append(concat_arrays([values, more]))
        self._arrays = arrays

    def _row_cells(self, value):
        if isinstance(value, (Series, dict)):
            return [value.get(label, nan) for label in self._columns.tolist()]
        if not is_list_like(value):
            return [value] * len(self._arrays)
        if len(value) != len(self._arrays):
            raise ValueError("cannot set a row with mismatched columns")
        return list(value)

    def insert(self, loc, column, value, allow_duplicates=False):
        if column in self._columns and not allow_duplicates:
            raise ValueError(f"cannot insert {column}, already exists")
        self._insert_column(loc, column, self._sanitized(value))

    def pop(self, item):
        found = self[item]
        del self[item]
        return found

    def __delitem__(self, label):
        place = self._columns.get_loc(label)
        keep = np.ones(len(self._arrays), dtype=bool)
        keep[place] = False
        self._become(self._select_columns(keep))

    def assign(self, **columns):
        found = self.copy()
        for name, value in columns.items():
            found[name] = value(found) if callable(value) else value
        return found

    def update(self, other):
        other = DataFrame(other).reindex(index=self._index)
        for label in self._columns.tolist():
            if label in other._columns:
                column = other[label]
                there = column.notna()._values
                if there.any():
                    self._set_block(there, self._columns.get_loc(label), column._values[there])

    # Labels

    def rename(self, mapper=None, index=None, columns=None, axis=None, copy=None, inplace=False, level=None, errors="ignore"):
        from .relabel import relabelled

        if mapper is not None:
            if axis_number(axis) == 0:
                index = mapper
            else:
                columns = mapper
        elif index is None and columns is None:
            raise TypeError("must pass an index to rename")
        if errors == "raise" and isinstance(columns, dict):
            missing = [label for label in columns if label not in self._columns]
            if missing:
                raise KeyError(f"{missing} not found in axis")
        found = DataFrame._of(
            self._arrays, self._columns if columns is None else relabelled(self._columns, columns),
            self._index if index is None else relabelled(self._index, index),
        )
        return self._done(found, inplace)

    def drop(self, labels=None, axis=0, index=None, columns=None, level=None, inplace=False, errors="raise"):
        from .relabel import kept_rows

        if labels is not None:
            if axis_number(axis):
                columns = labels
            else:
                index = labels
        elif index is None and columns is None:
            raise ValueError("Need to specify at least one of 'labels', 'index' or 'columns'")
        found = self
        if columns is not None:
            found = found._select_columns(kept_rows(self._columns, columns, errors))
        if index is not None:
            found = found._select_rows(kept_rows(self._index, index, errors))
        return self._done(found.copy() if found is self else found, inplace)

    def set_index(self, keys, drop=True, append=False, inplace=False, verify_integrity=False):
        from .relabel import set_index

        return self._done(set_index(self, keys, drop, append, verify_integrity), inplace)

    def reindex(self, labels=None, index=None, columns=None, axis=None, method=None, fill_value=nan, **options):
        if labels is not None:
            if axis_number(axis):
                columns = labels
            else:
                index = labels
        found = self
        if index is not None:
            index = ensure_index(index)
            parts = [column.reindex(index, method, fill_value)._values for _, column in found.items()]
            found = DataFrame._of(parts, found._columns, index)
        if columns is not None:
            columns = ensure_index(columns)
            places = found._columns.get_indexer(columns).tolist()
            arrays = [full(fill_value, len(found._index)) if place < 0 else found._arrays[place] for place in places]
            found = DataFrame._of(arrays, columns, found._index)
        return found if found is not self else self.copy()

    def align(self, other, join="outer", axis=None, fill_value=nan):
        index = self._index.join(other.index, how=join)
        if isinstance(other, Series):
            return self.reindex(index=index), other.reindex(index)
        columns = self._columns.join(other.columns, how=join)
        return self.reindex(index=index, columns=columns, fill_value=fill_value), other.reindex(index=index, columns=columns, fill_value=fill_value)

    def sort_values(self, by, axis=0, ascending=True, inplace=False, kind="quicksort", na_position="last", ignore_index=False, key=None):
        from .sorting import sort_frame

        if axis_number(axis):
            raise NotImplementedError("sort_values(axis=1) is not carried here")
        return self._done(sort_frame(self, by, ascending, na_position, ignore_index, key), inplace)

    def filter(self, items=None, like=None, regex=None, axis=None):
        import re

        labels = self._index if axis is not None and axis_number(axis) == 0 else self._columns
        if items is not None:
            keep = [label for label in items if label in labels]
            return self.loc[keep] if labels is self._index else self[keep]
        if like is not None:
            mask = [like in str(label) for label in labels.tolist()]
        elif regex is not None:
            mask = [re.search(regex, str(label)) is not None for label in labels.tolist()]
        else:
            raise TypeError("Must pass either `items`, `like`, or `regex`")
        return self.loc[mask] if labels is self._index else self.loc[:, mask]

    # Types and missing values

    def astype(self, dtype, copy=None, errors="raise"):
        if not isinstance(dtype, (dict, Series)):
            return self._each(lambda values: array_of(values, dtype))
        arrays = list(self._arrays)
        for label, one in dtype.items():
            if label not in self._columns:
                raise KeyError(f"Only a column name can be used for the key in a dtype mappings argument. '{label}' not found in columns.")
            arrays[self._columns.get_loc(label)] = array_of(self[label]._values, one)
        return self._like(arrays)

    def fillna(self, value=None, axis=None, inplace=False, limit=None):
        if value is None:
            raise ValueError("Must specify a fill 'value'.")
        if isinstance(value, (list, tuple)):
            raise TypeError(f'"value" parameter must be a scalar or dict, but you passed a "{type(value).__name__}"')
        arrays = list(self._arrays)
        for place, label in enumerate(self._columns.tolist()):
            if isinstance(value, DataFrame):
                one = value[label].reindex(self._index)._values if label in value else None
            elif isinstance(value, (dict, Series)):
                one = value.get(label)
                if isinstance(one, Series):
                    one = one.reindex(self._index)._values
            else:
                one = value
            if one is not None:
                arrays[place] = fill.with_value(arrays[place], one)
        return self._done(self._like(arrays), inplace)

    def dropna(self, axis=0, how=fill.NOT_GIVEN, thresh=fill.NOT_GIVEN, subset=None, inplace=False, ignore_index=False):
        if how is not fill.NOT_GIVEN and thresh is not fill.NOT_GIVEN:
            raise TypeError("You cannot set both the how and thresh arguments at the same time.")
        if how not in (fill.NOT_GIVEN, "any", "all"):
            raise ValueError(f"invalid how option: {how}")
        if axis_number(axis):
            part = self if subset is None else self.loc[subset]
            known = [int((~isna_array(values)).sum()) for values in part._arrays]
            total = len(part)
            keep = [count >= thresh if thresh is not fill.NOT_GIVEN else count > 0 if how == "all" else count == total for count in known]
            found = self._select_columns(np.array(keep, dtype=bool))
        else:
            part = self
            if subset is not None:
                subset = [subset] if not is_list_like(subset) or isinstance(subset, tuple) else list(subset)
                missing = [label for label in subset if label not in self._columns]
                if missing:
                    raise KeyError(missing)
                part = self[subset]
            known = np.zeros(len(self._index), dtype="int64")
            for values in part._arrays:
                known += ~isna_array(values)
            least = thresh if thresh is not fill.NOT_GIVEN else 1 if how == "all" else len(part._arrays)
            found = self._select_rows(known >= least)
        return self._done(found.reset_index(drop=True) if ignore_index else found, inplace)

    def duplicated(self, subset=None, keep="first"):
        import _pandas

        from .keys import row_codes

        labels = self._columns.tolist() if subset is None else [subset] if not is_list_like(subset) or isinstance(subset, tuple) else list(subset)
        missing = [label for label in labels if label not in self._columns]
        if missing:
            raise KeyError(Index(missing))
        if not labels:
            return Series(np.zeros(0, dtype=bool))
        codes = row_codes([self[label]._values for label in labels])
        return Series._of(_pandas.duplicated(codes, keep), self._index)

    def drop_duplicates(self, subset=None, keep="first", inplace=False, ignore_index=False):
        found = self._select_rows(~self.duplicated(subset, keep)._values) if len(self._index) else self.copy()
        return self._done(found.reset_index(drop=True) if ignore_index else found, inplace)

    # Functions

    def apply(self, func, axis=0, raw=False, result_type=None, args=(), **kwargs):
        from .apply import apply

        return apply(self, func, axis_number(axis), raw, result_type, args, kwargs)

    def map(self, func, na_action=None, **kwargs):
        return self._each(lambda values: Series._of(values, self._index).map(func, na_action, **kwargs)._values)

    def agg(self, func=None, axis=0, *args, **kwargs):
        from .apply import aggregate

        return aggregate(self, func, axis_number(axis), args, kwargs)

    aggregate = agg

    def transform(self, func, axis=0, *args, **kwargs):
        from .apply import apply

        return apply(self, func, axis_number(axis), False, None, args, kwargs)

    def eval(self, expr, inplace=False, **options):
        from .query import evaluate

        return evaluate(self, expr, inplace, 2)

    def query(self, expr, inplace=False, **options):
        from .query import query

        return self._done(query(self, expr, 2), inplace)

    # Several frames

    def merge(self, right, how="inner", on=None, left_on=None, right_on=None, left_index=False, right_index=False, sort=False, suffixes=("_x", "_y"), copy=None, indicator=False, validate=None):
        from .joining import merge

        return merge(self, right, how, on, left_on, right_on, left_index, right_index, sort, suffixes, copy, indicator, validate)

    def join(self, other, on=None, how="left", lsuffix="", rsuffix="", sort=False, validate=None):
        from .joining import join

        return join(self, other, on, how, lsuffix, rsuffix, sort)

    def combine_first(self, other):
        left, right = self.align(other)
        return left.fillna(right)

    def equals(self, other):
        from .index import same_values

        return (
            isinstance(other, DataFrame) and self.shape == other.shape and self._columns.equals(other._columns)
            and self._index.equals(other._index)
            and all(a.dtype == b.dtype and same_values(a, b) for a, b in zip(self._arrays, other._arrays))
        )

    def compare(self, other):
        if not (self._index.equals(other._index) and self._columns.equals(other._columns)):
            raise ValueError("Can only compare identically-labeled (both index and columns) DataFrame objects")
        from .concatenate import concat

        parts = {}
        for label, column in self.items():
            found = column.compare(other[label])
            if len(found):
                parts[label] = found
        return concat(parts, axis=1)

    # Shapes

    def pivot(self, *, columns, index=fill.NOT_GIVEN, values=fill.NOT_GIVEN):
        from .pivoting import pivot

        return pivot(self, index, columns, values)

    def pivot_table(self, values=None, index=None, columns=None, aggfunc="mean", fill_value=None, margins=False, dropna=True, margins_name="All", observed=True, sort=True):
        from .pivoting import pivot_table

        return pivot_table(self, values, index, columns, aggfunc, fill_value, margins, dropna, margins_name, observed, sort)

    def melt(self, id_vars=None, value_vars=None, var_name=None, value_name="value", col_level=None, ignore_index=True):
        from .reshape import melt

        return melt(self, id_vars, value_vars, var_name, value_name, ignore_index)

    def stack(self, level=-1, dropna=fill.NOT_GIVEN, sort=fill.NOT_GIVEN, future_stack=True):
        from .reshape import stack

        return stack(self, level)

    def unstack(self, level=-1, fill_value=None, sort=True):
        from .reshape import unstack

        return unstack(self, level, fill_value)

    def explode(self, column, ignore_index=False):
        from .reshape import explode

        return explode(self, column, ignore_index)

    # Out

    def to_dict(self, orient="dict", *, into=dict, index=True):
        from .export import to_dict

        return to_dict(self, orient)

    def to_markdown(self, *arguments, **options):
        raise NotImplementedError("to_markdown needs the package tabulate, which is not carried here")

    def to_html(self, *arguments, **options):
        raise NotImplementedError("to_html is not carried here")

    to_excel = to_sql = to_parquet = to_feather = to_latex = to_html

    @property
    def style(self):
        raise NotImplementedError("Styler is not carried here")

    def boxplot(self, *arguments, **options):
        return self.plot.box(*arguments, **options)

    def __reduce__(self):
        return (DataFrame._of, (self._arrays, self._columns, self._index))
