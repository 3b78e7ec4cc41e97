"""A tree as a drawing: a box for each node, over matplotlib."""

import numpy as np

from ..utils.validation import check_is_fitted
from ._tree import LEAF

def plot_tree(
    decision_tree, *, max_depth=None, feature_names=None, class_names=None, label="all", filled=False, impurity=True,
    node_ids=False, proportion=False, rounded=False, precision=3, ax=None, fontsize=None,
):  # fmt: skip
    """Draws the tree into `ax` and gives the texts of the nodes."""
    import matplotlib.pyplot as plt

    check_is_fitted(decision_tree)
    tree = decision_tree.tree_
    ax = plt.gca() if ax is None else ax
    ax.set_axis_off()
    places = _places(tree, max_depth)
    deepest = max(y for _, y in places.values()) + 1
    widest = max(x for x, _ in places.values()) + 1
    texts, root = [], None
    for node, (x, y) in places.items():
        at = ((x + 0.5) / widest, 1 - (y + 0.5) / deepest)
        for child in (tree.children_left[node], tree.children_right[node]):
            if child in places:
                below = places[child]
                ax.plot(
                    [at[0], (below[0] + 0.5) / widest], [at[1], 1 - (below[1] + 0.5) / deepest], color="0.6", zorder=0
                )
        told = _told(decision_tree, tree, node, feature_names, class_names, impurity, node_ids, proportion, precision)
        box = {
            "boxstyle": "round" if rounded else "square",
            "fc": _shade(decision_tree, tree, node) if filled else "white",
            "ec": "black",
        }
        texts.append(ax.text(*at, told, ha="center", va="center", fontsize=fontsize or 8, bbox=box))
        if node and depth_one(tree, node):
            # The arrows from the root say which way is which.
            left = node == tree.children_left[0]
            middle = ((at[0] + root[0]) / 2, (at[1] + root[1]) / 2)
            texts.append(ax.text(*middle, "True  " if left else "  False", ha="right" if left else "left", va="center"))
        root = at if node == 0 else root
    return texts


def depth_one(tree, node):
    return node in (tree.children_left[0], tree.children_right[0])


def _places(tree, max_depth):
    """Where each node stands: leaves side by side, a parent in the middle over its children."""
    places, count = {}, [0]

    def visit(node, depth):
        if tree.children_left[node] == LEAF or max_depth is not None and depth >= max_depth:
            places[node] = (float(count[0]), depth)
            count[0] += 1
            return
        left, right = int(tree.children_left[node]), int(tree.children_right[node])
        visit(left, depth + 1)
        visit(right, depth + 1)
        places[node] = ((places[left][0] + places[right][0]) / 2, depth)

    visit(0, 0)
    return dict(sorted(places.items()))


def _told(model, tree, node, feature_names, class_names, impurity, node_ids, proportion, precision):
    lines = [f"node #{node}"] if node_ids else []
    if tree.children_left[node] != LEAF:
        feature = int(tree.feature[node])
        name = feature_names[feature] if feature_names is not None else f"x[{feature}]"
        lines.append(f"{name} <= {round(float(tree.threshold[node]), precision)}")
    if impurity:
        criterion = model.criterion if isinstance(model.criterion, str) else "impurity"
        lines.append(f"{criterion} = {round(float(tree.impurity[node]), precision)}")
    count = tree.n_node_samples[node]
    lines.append(f"samples = {100 * count / tree.n_node_samples[0]:.1f}%" if proportion else f"samples = {count}")
    values = tree.value[node][0]
    if hasattr(model, "classes_"):
        shown = values if proportion else values * tree.weighted_n_node_samples[node]
        lines.append(
            f"value = [{', '.join(str(round(float(value), precision)).removesuffix('.0') for value in shown)}]"
        )
        if class_names is not None and class_names is not False:
            names = model.classes_ if class_names is True else class_names
            lines.append(f"class = {names[int(np.argmax(values))]}")
    else:
        lines.append(f"value = {round(float(values[0]), precision)}")
    return "\n".join(lines)


def _shade(model, tree, node):
    values = tree.value[node][0]
    if not hasattr(model, "classes_"):
        return "#f7d9c4"
    colours = ["#e58139", "#39e581", "#8139e5", "#e5d139", "#39a7e5", "#e539c0"]
    share = float(values.max() / values.sum())
    least = 1 / len(values)
    depth = (share - least) / (1 - least) if least < 1 else 1.0
    colour = colours[int(np.argmax(values)) % len(colours)]
    mixed = [round(255 + (int(colour[at : at + 2], 16) - 255) * depth) for at in (1, 3, 5)]
    return "#" + "".join(f"{part:02x}" for part in mixed)
