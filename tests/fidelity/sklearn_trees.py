# Trees and forests: what they learn, not the very digits.
import numpy as np
from sklearn.datasets import load_diabetes, load_iris
from sklearn.ensemble import (
    AdaBoostClassifier,
    GradientBoostingClassifier,
    GradientBoostingRegressor,
    RandomForestClassifier,
    RandomForestRegressor,
    StackingRegressor,
    VotingRegressor,
)
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor, export_text

X = np.array([[0.0, 5.0], [1.0, 4.0], [2.0, 1.0], [3.0, 2.0], [4.0, 8.0], [5.0, 7.0]])
y = np.array(["no", "no", "no", "yes", "yes", "yes"])
tree = DecisionTreeClassifier(random_state=0).fit(X, y)
print(tree, tree.get_depth(), tree.get_n_leaves(), tree.classes_, tree.n_classes_, tree.feature_importances_)
print(tree.predict([[2.6, 0.0], [2.4, 9.0]]), tree.predict_proba([[9.0, 9.0]]), tree.apply(X), tree.score(X, y))
inner = tree.tree_
print(inner.node_count, inner.feature, inner.threshold, inner.children_left, inner.children_right, inner.n_node_samples, inner.impurity, inner.value.tolist(), inner.max_depth)
print(export_text(tree))
print(export_text(tree, feature_names=["dose", "time"], class_names=["bad", "good"], decimals=1, show_weights=True))
step = DecisionTreeRegressor(max_depth=1).fit([[0.0], [1.0], [2.0], [3.0]], [1.0, 1.2, 3.0, 3.4])
print(step.predict([[0.4], [1.6]]), step.tree_.value.ravel().round(6), export_text(step), step.get_depth())
print(DecisionTreeClassifier(max_depth=2, min_samples_leaf=3).fit(X, y).get_n_leaves(), DecisionTreeClassifier(criterion="entropy").fit(X, y).tree_.impurity.round(6))
print(DecisionTreeClassifier().fit(X, y, sample_weight=[1, 1, 1, 1, 1, 3]).tree_.weighted_n_node_samples)

iris = load_iris()
small = DecisionTreeClassifier(max_depth=2, random_state=42).fit(iris.data[:, 2:], iris.target)
print(small.tree_.n_leaves, small.tree_.threshold[0].round(2) in (0.8, 2.45), small.score(iris.data[:, 2:], iris.target).__round__(3))
A, B, c, d = train_test_split(iris.data, iris.target, test_size=0.3, random_state=1)
forest = RandomForestClassifier(n_estimators=30, max_depth=4, random_state=1).fit(A, c)
print(forest.score(B, d) > 0.9, len(forest.estimators_), type(forest.estimators_[0]).__name__, forest.estimators_[0].get_depth() <= 4)
print(forest.feature_importances_.shape, round(forest.feature_importances_.sum(), 6), forest.feature_importances_[2:].sum() > 0.7, forest.n_features_in_, forest.classes_)
votes = np.mean([one.predict_proba(B) for one in forest.estimators_], axis=0)
print(np.allclose(votes, forest.predict_proba(B)), np.allclose(forest.predict_proba(B).sum(axis=1), 1), len(forest), forest[0].tree_.node_count > 1)
again = RandomForestClassifier(n_estimators=30, max_depth=4, random_state=1).fit(A, c)
print((again.predict(B) == forest.predict(B)).all(), cross_val_score(again, iris.data, iris.target, cv=3).mean() > 0.9)
boost = GradientBoostingClassifier(n_estimators=15, random_state=0).fit(A, c)
print(boost.score(B, d) > 0.9, boost.n_estimators_, boost.feature_importances_.shape, boost.train_score_.shape, boost.decision_function(B[:2]).shape)
staged = list(boost.staged_predict(B))
print(len(staged), (staged[-1] == boost.predict(B)).all(), np.all(np.diff(boost.train_score_) < 0))
two = GradientBoostingClassifier(n_estimators=10, learning_rate=0.5).fit(iris.data[:100], iris.target[:100])
print(two.predict_proba(iris.data[[0, 99]]).round(1), two.decision_function(iris.data[:2]).shape)
ada = AdaBoostClassifier(n_estimators=20, random_state=0).fit(A, c)
print(ada.score(B, d) > 0.85, len(ada.estimators_) <= 20, ada.predict_proba(B[:1]).shape, ada.feature_importances_.shape)

D, t = load_diabetes(return_X_y=True)
A, B, c, d = train_test_split(D, t, test_size=0.25, random_state=0)
for model in (RandomForestRegressor(n_estimators=40, min_samples_leaf=3, random_state=0), GradientBoostingRegressor(n_estimators=60, max_depth=2, random_state=0)):
    told = model.fit(A, c).predict(B)
    print(type(model).__name__, 0.2 < r2_score(d, told) < 0.5, told.shape, model.feature_importances_.argsort()[-2:].tolist() in ([2, 8], [8, 2]))
stages = np.array(list(model.staged_predict(B)))
print(stages.shape, np.allclose(stages[-1], told))
vote = VotingRegressor([("line", LinearRegression()), ("ridge", Ridge())], weights=[2, 1]).fit(A, c)
print(vote.predict(B[:2]).round(3), vote.transform(B[:1]).round(3), StackingRegressor([("line", LinearRegression()), ("ridge", Ridge())]).fit(A, c).score(B, d) > 0.2)
for attempt in (
    lambda: DecisionTreeClassifier(max_depth=-1).fit(X, y),
    lambda: DecisionTreeClassifier(min_samples_split=1).fit(X, y),
    lambda: RandomForestClassifier(n_estimators=0).fit(X, y),
    lambda: RandomForestClassifier(bootstrap=False, oob_score=True).fit(X, y),
    lambda: GradientBoostingClassifier().fit(X, ["a"] * 6),
    lambda: GradientBoostingClassifier(learning_rate=-0.1).fit(X, y),
    lambda: export_text(tree, feature_names=["one"]),
    lambda: DecisionTreeRegressor().fit(X, y),
    lambda: DecisionTreeClassifier().fit(X, X[:, 0] / 3),
    lambda: RandomForestRegressor().tree_,
):
    try:
        print(attempt())
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
export_text(DecisionTreeClassifier())
