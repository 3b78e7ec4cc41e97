# Lines through data, penalties, and scores of numbers.
import numpy as np
from sklearn.datasets import load_diabetes, make_regression
from sklearn.dummy import DummyRegressor
from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, Ridge, RidgeCV
from sklearn.metrics import (
    explained_variance_score,
    max_error,
    mean_absolute_error,
    mean_absolute_percentage_error,
    mean_pinball_loss,
    mean_squared_error,
    mean_squared_log_error,
    median_absolute_error,
    r2_score,
    root_mean_squared_error,
)
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

X, y = load_diabetes(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42)
model = LinearRegression().fit(X_train, y_train)
pred = model.predict(X_test)
print(model, model.coef_.round(4), round(model.intercept_, 5), model.coef_.shape, model.rank_, model.n_features_in_)
print(f"MSE {mean_squared_error(y_test, pred):.4f} RMSE {root_mean_squared_error(y_test, pred):.4f} MAE {mean_absolute_error(y_test, pred):.4f} R2 {r2_score(y_test, pred):.6f}")
print(f"{model.score(X_test, y_test):.6f} {explained_variance_score(y_test, pred):.6f} {max_error(y_test, pred):.4f} {median_absolute_error(y_test, pred):.4f} {mean_absolute_percentage_error(y_test, pred):.6f}")
for estimator in (Ridge(), Ridge(alpha=0.1, fit_intercept=False), Lasso(alpha=0.1, tol=1e-10, max_iter=100000), ElasticNet(alpha=0.05, l1_ratio=0.5, tol=1e-10, max_iter=100000)):
    estimator.fit(X_train, y_train)
    print(estimator, estimator.coef_.round(3), f"{estimator.intercept_:.3f} {r2_score(y_test, estimator.predict(X_test)):.5f}")
print(np.sum(Lasso(alpha=1.0).fit(X_train, y_train).coef_ != 0), f"{RidgeCV(alphas=[0.01, 0.1, 1, 10]).fit(X_train, y_train).alpha_}")
x = np.arange(6.0).reshape(-1, 1)
line = LinearRegression().fit(x, 2 * x.ravel() + 1)
print(line.coef_.round(6), round(line.intercept_, 6), line.predict([[10]]).round(6))
table = LinearRegression().fit(x, np.hstack([x, 3 - x]))
print(table.coef_.round(6), table.intercept_.round(6), table.predict([[2.0]]).round(6))
column = LinearRegression().fit(x, x * 2)
print(column.coef_.round(6), column.intercept_.round(6).shape, column.predict([[2.0]]).round(6))
print(LinearRegression(fit_intercept=False).fit(x, x.ravel()).intercept_, LinearRegression().fit(x, x.ravel() ** 2, sample_weight=[1, 1, 1, 0, 0, 0]).predict([[2.0]]).round(5))
curve = make_pipeline(PolynomialFeatures(2), LinearRegression()).fit(x, x.ravel() ** 2 - x.ravel())
print(curve.predict([[7.0]]).round(6), curve[-1].coef_.round(6) + 0.0)
A, b = make_regression(n_samples=50, n_features=4, noise=0.5, random_state=3)
print(f"{make_pipeline(StandardScaler(), Ridge(alpha=0.5)).fit(A, b).score(A, b):.8f}")
print(DummyRegressor().fit(A, b).predict(A[:1]).round(6), DummyRegressor(strategy="median").fit(A, b).score(A, b).__round__(6), DummyRegressor(strategy="quantile", quantile=0.25).fit(A, b).constant_.round(6))

true, told = [3, -0.5, 2, 7], [2.5, 0.0, 2, 8]
print(mean_squared_error(true, told), mean_absolute_error(true, told), r2_score(true, told), max_error(true, told), mean_pinball_loss(true, told, alpha=0.1))
pairs = [[0.5, 1], [-1, 1], [7, -6]], [[0, 2], [-1, 2], [8, -5]]
print(mean_squared_error(*pairs, multioutput="raw_values"), r2_score(*pairs, multioutput="variance_weighted"), mean_absolute_error(*pairs, multioutput=[0.3, 0.7]))
print(mean_squared_log_error([3, 5, 2.5, 7], [2.5, 5, 4, 8]), mean_squared_error(true, told, sample_weight=[1, 2, 3, 4]), r2_score([1, 1], [1, 1]), r2_score([1, 2, 3], [3, 2, 1]))
for attempt in (
    lambda: mean_squared_error(true, told, squared=False),
    lambda: mean_squared_error([1, 2], [1, 2, 3]),
    lambda: mean_squared_error([1, np.nan], [1, 2]),
    lambda: mean_squared_log_error([-2, 1], [1, 1]),
    lambda: LinearRegression().fit(x, ["a"] * 6),
    lambda: LinearRegression().predict(x),
    lambda: LinearRegression(normalize=True),
    lambda: model.predict(x),
    lambda: LinearRegression().fit(x, x.ravel(), sample_weight=[1, 2]),
):
    try:
        print(attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
Ridge(alpha="strong").fit(x, x.ravel())
