"""A grown tree as arrays, a place for each node."""

import numpy as np

LEAF = -1


class Tree:
    """Nodes in the order of their growth; `children_left` is -1 at a leaf."""

    def __init__(self, arrays, n_features):
        for name, values in arrays.items():
            setattr(self, name, np.asarray(values))
        self.n_features = n_features
        self.n_outputs = 1
        self.max_n_classes = int(self.value.shape[2])
        self.n_classes = np.array([self.max_n_classes])

    @property
    def node_count(self):
        return len(self.feature)

    capacity = node_count

    @property
    def n_leaves(self):
        return int(np.sum(self.children_left == LEAF))

    @property
    def max_depth(self):
        level, depth = np.array([0]), 0
        while True:
            below = np.concatenate([self.children_left[level], self.children_right[level]])
            level = below[below != LEAF]
            if not len(level):
                return depth
            depth += 1

    def apply(self, X):
        """The leaf that each row ends in: all rows go down one level at a time."""
        places = np.zeros(len(X), dtype=np.int64)
        rows = np.arange(len(X))
        # The engine compares as 32-bit floats, as the thresholds lie between those.
        X = np.asarray(X).astype(np.float32)
        while len(rows):
            at = places[rows]
            inner = self.children_left[at] != LEAF
            rows, at = rows[inner], at[inner]
            left = X[rows, self.feature[at]] <= self.threshold[at]
            places[rows] = np.where(left, self.children_left[at], self.children_right[at])
        return places

    def predict(self, X):
        return self.value[self.apply(X)][:, 0, :]

    def compute_feature_importances(self, normalize=True):
        gains = np.zeros(self.n_features)
        weight = self.weighted_n_node_samples
        for node in np.flatnonzero(self.children_left != LEAF).tolist():
            left, right = self.children_left[node], self.children_right[node]
            gain = weight[node] * self.impurity[node]
            gain -= weight[left] * self.impurity[left] + weight[right] * self.impurity[right]
            gains[self.feature[node]] += gain
        gains /= weight[0]
        total = gains.sum()
        return gains / total if normalize and total > 0 else gains
