"""A tree as text."""

import numpy as np

from ..utils.validation import check_is_fitted
from ._tree import LEAF


def export_text(
    decision_tree, *, feature_names=None, class_names=None, max_depth=10, spacing=3, decimals=2, show_weights=False
):
    """The rules of a tree, a line each."""
    check_is_fitted(decision_tree)
    tree = decision_tree.tree_
    if feature_names is not None and len(feature_names) != tree.n_features:
        raise ValueError(f"feature_names must contain {tree.n_features} elements, got {len(feature_names)}")
    classes = getattr(decision_tree, "classes_", None)
    if class_names is None:
        class_names = classes
    elif classes is not None and len(class_names) != len(classes):
        raise ValueError(
            "When `class_names` is an array, it should contain as many items as `decision_tree.classes_`. Got "
            f"{len(class_names)} while the tree was fitted with {len(classes)} classes."
        )
    if feature_names is None:
        feature_names = [f"feature_{place}" for place in range(tree.n_features)]
    lines = []

    def leaf(node, indent):
        values = tree.value[node][0]
        if classes is None:
            weights, told = "", f"value: [{', '.join(f'{value:.{decimals}f}' for value in values)}]"
        else:
            counts = values * tree.weighted_n_node_samples[node]
            weights = f"weights: [{', '.join(f'{count:.{decimals}f}' for count in counts)}] " if show_weights else ""
            told = f"class: {class_names[int(np.argmax(values))]}"
        lines.append(f"{indent} {weights}{told}")

    def visit(node, depth):
        indent = ("|" + " " * spacing) * depth
        indent = indent[:-spacing] + "-" * spacing
        if depth > max_depth + 1:
            below = _depth(tree, node)
            if tree.children_left[node] == LEAF:
                leaf(node, indent)
            else:
                lines.append(f"{indent} truncated branch of depth {below}")
            return
        if tree.children_left[node] == LEAF:
            leaf(node, indent)
            return
        name, threshold = feature_names[tree.feature[node]], f"{tree.threshold[node]:.{decimals}f}"
        lines.append(f"{indent} {name} <= {threshold}")
        visit(tree.children_left[node], depth + 1)
        lines.append(f"{indent} {name} >  {threshold}")
        visit(tree.children_right[node], depth + 1)

    visit(0, 1)
    return "\n".join(lines) + "\n"


def _depth(tree, node):
    if tree.children_left[node] == LEAF:
        return 1
    return 1 + max(_depth(tree, tree.children_left[node]), _depth(tree, tree.children_right[node]))
