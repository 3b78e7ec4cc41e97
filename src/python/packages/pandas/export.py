"""Frames as plain Python: `to_dict`."""


def to_dict(frame, orient):
    """Dicts and lists of the values."""
    labels, index = frame.columns.tolist(), frame.index.tolist()
    columns = [values.tolist() for values in frame._arrays]
    if orient == "dict":
        return {label: dict(zip(index, column)) for label, column in zip(labels, columns)}
    if orient == "list":
        return dict(zip(labels, columns))
    if orient == "series":
        return {label: frame._column_at(place) for place, label in enumerate(labels)}
    if orient == "records":
        return [dict(zip(labels, row)) for row in zip(*columns)]
    if orient == "index":
        return {label: dict(zip(labels, row)) for label, row in zip(index, zip(*columns))}
    if orient == "split":
        return {"index": index, "columns": labels, "data": [list(row) for row in zip(*columns)]}
    if orient == "tight":
        return {
            "index": index, "columns": labels, "data": [list(row) for row in zip(*columns)],
            "index_names": list(frame.index.names), "column_names": list(frame.columns.names),
        }
    raise ValueError(f"orient '{orient}' not understood")
