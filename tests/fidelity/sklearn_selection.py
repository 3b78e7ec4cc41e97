# The features that matter.
import numpy as np
import pandas as pd
from sklearn.datasets import load_breast_cancer, load_diabetes, load_iris
from sklearn.feature_selection import (
    RFE,
    SelectFromModel,
    SelectKBest,
    SelectPercentile,
    VarianceThreshold,
    chi2,
    f_classif,
    f_regression,
    r_regression,
)
from sklearn.linear_model import Lasso, LinearRegression, LogisticRegression, Ridge
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler

X, y = load_iris(return_X_y=True)
D, t = load_diabetes(return_X_y=True)
best = SelectKBest(f_classif, k=2).fit(X, y)
print(best.scores_.round(5), best.get_support(), best.get_support(indices=True), best.transform(X)[:2], best.get_feature_names_out())
print([f"{p:.4e}" for p in best.pvalues_], [f"{p:.4e}" for p in chi2(X, y)[1]], chi2(X, y)[0].round(5))
print(f_regression(D, t)[0].round(4), [f"{p:.3e}" for p in f_regression(D, t)[1]], r_regression(D, t).round(5))
print(SelectKBest(chi2, k="all").fit_transform(X, y).shape, SelectPercentile(percentile=50).fit(X, y).get_support(), SelectKBest(k=3))
print(best.inverse_transform([[1.4, 0.2]]), SelectKBest(f_regression, k=3).fit(D, t).get_support(indices=True))
flat = np.array([[0, 2, 0, 3], [0, 1, 4, 3], [0, 1, 1, 3]])
print(VarianceThreshold().fit_transform(flat), VarianceThreshold(0.5).fit(flat).variances_, VarianceThreshold().fit(flat).get_support())
rfe = RFE(LinearRegression(), n_features_to_select=4).fit(D, t)
print(rfe.support_, rfe.ranking_, rfe.n_features_, round(rfe.score(D, t), 6), rfe.estimator_.coef_.round(3), rfe)
print(RFE(Ridge(), n_features_to_select=0.3, step=2).fit(D, t).ranking_)
picked = SelectFromModel(Lasso(alpha=0.5, tol=1e-8)).fit(D, t)
print(picked.get_support(indices=True), picked.threshold_, SelectFromModel(LinearRegression(), threshold="median").fit(D, t).get_support().sum(), SelectFromModel(LinearRegression(), threshold="1.25*mean").fit(D, t).get_support(indices=True))
print(SelectFromModel(Ridge(), max_features=3, threshold=-np.inf).fit(D, t).get_support(indices=True), round(picked.estimator_.intercept_, 3))
cancer = load_breast_cancer(as_frame=True)
pipe = make_pipeline(MinMaxScaler(), SelectKBest(k=5), LogisticRegression(max_iter=10000, tol=1e-10)).fit(cancer.data, cancer.target)
print(pipe[:-1].get_feature_names_out(), round(pipe.score(cancer.data, cancer.target), 4), pipe[-1].coef_.round(3))
frame = SelectKBest(f_classif, k=2).set_output(transform="pandas").fit_transform(cancer.data, cancer.target)
print(frame.head(2), type(frame).__name__)
scores = pd.Series(SelectKBest(k=3).fit(cancer.data, cancer.target).scores_, index=cancer.data.columns)
print(scores.sort_values(ascending=False).head(3).round(3))
for attempt in (
    lambda: SelectKBest(k=-1).fit(X, y),
    lambda: SelectKBest(chi2, k=2).fit(-X, y),
    lambda: SelectKBest().transform(X),
    lambda: VarianceThreshold(9.0).fit(flat),
    lambda: best.transform(X[:, :3]),
    lambda: best.inverse_transform(X),
    lambda: RFE(StandardScaler()).fit(X, y),
    lambda: SelectFromModel(Ridge(), threshold="big").fit(D, t).transform(D),
):
    try:
        print(attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
SelectKBest(k="most").fit(X, y)
