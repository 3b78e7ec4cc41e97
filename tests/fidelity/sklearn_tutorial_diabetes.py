# A first regression: lines with and without penalties, boosting, and curves over rows and parameters.
# tolerance 1e-4: what iterative solvers leave
import numpy as np
import pandas as pd
from sklearn.datasets import load_diabetes
from sklearn.ensemble import GradientBoostingRegressor, RandomForestRegressor
from sklearn.linear_model import ElasticNet, Lasso, LassoCV, LinearRegression, Ridge, RidgeCV
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score, root_mean_squared_error
from sklearn.model_selection import GridSearchCV, KFold, cross_val_score, learning_curve, train_test_split, validation_curve
from sklearn.neighbors import KNeighborsRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler
from sklearn.tree import DecisionTreeRegressor, export_text

diabetes = load_diabetes(as_frame=True)
X, y = diabetes.data, diabetes.target
print(X.head(), y.describe().round(3), diabetes.frame.shape, sep="\n")
print(X.corrwith(y).sort_values(ascending=False).round(4))
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42)
model = LinearRegression()
model.fit(X_train, y_train)
y_pred = model.predict(X_test)
print("Coefficients:", model.coef_)
print("Intercept:", model.intercept_)
print("MSE: %.2f" % mean_squared_error(y_test, y_pred), "RMSE:", root_mean_squared_error(y_test, y_pred), "MAE:", mean_absolute_error(y_test, y_pred))
print(f"R2: {r2_score(y_test, y_pred):.4f}", model.score(X_test, y_test), np.sqrt(mean_squared_error(y_test, y_pred)))
print(pd.DataFrame({"actual": y_test, "predicted": y_pred.round(2), "error": (y_test - y_pred).round(2)}).head())
print(pd.DataFrame({"feature": X.columns, "coef": model.coef_}).sort_values("coef").round(3).to_string(index=False))
bmi = LinearRegression().fit(X[["bmi"]], y)
print(bmi.coef_, bmi.intercept_, bmi.predict(pd.DataFrame({"bmi": [0.05]})), bmi.feature_names_in_)

models = {
    "linear": LinearRegression(),
    "ridge": Ridge(alpha=1.0),
    "lasso": Lasso(alpha=0.1),
    "elastic": ElasticNet(alpha=0.01, l1_ratio=0.7),
    "knn": KNeighborsRegressor(n_neighbors=10),
}
rows = []
for name, each in models.items():
    pred = each.fit(X_train, y_train).predict(X_test)
    rows.append((name, mean_squared_error(y_test, pred) ** 0.5, mean_absolute_error(y_test, pred), r2_score(y_test, pred)))
print(pd.DataFrame(rows, columns=["model", "RMSE", "MAE", "R2"]).set_index("model").round(4))
print(Lasso(alpha=0.5, tol=1e-9).fit(X, y).coef_.round(3) + 0.0, (Lasso(alpha=0.5).fit(X, y).coef_ == 0).sum())
for alpha in [0.001, 0.1, 10]:
    print(alpha, Ridge(alpha=alpha).fit(X_train, y_train).coef_.round(2)[:4], round(Ridge(alpha=alpha).fit(X_train, y_train).score(X_test, y_test), 5))
scores = cross_val_score(LinearRegression(), X, y, cv=5, scoring="neg_mean_squared_error")
print(scores.round(3), np.sqrt(-scores).mean().round(4), cross_val_score(Ridge(), X, y, scoring="r2").round(4), cross_val_score(Ridge(), X, y, cv=KFold(4, shuffle=True, random_state=0), scoring="neg_mean_absolute_error").round(4))
print(RidgeCV(alphas=np.logspace(-3, 3, 7)).fit(X, y).alpha_, round(LassoCV(cv=5, random_state=0).fit(X, y).alpha_, 6))
grid = GridSearchCV(Ridge(), {"alpha": np.logspace(-2, 1, 4)}, cv=5, scoring="neg_root_mean_squared_error").fit(X_train, y_train)
print(grid.best_params_, round(grid.best_score_, 4), grid.cv_results_["mean_test_score"].round(4))
for degree in (1, 2, 3):
    poly = make_pipeline(PolynomialFeatures(degree), StandardScaler(), LinearRegression()).fit(X_train[["bmi", "bp"]], y_train)
    print(degree, poly[0].n_output_features_, round(poly.score(X_train[["bmi", "bp"]], y_train), 5), round(poly.score(X_test[["bmi", "bp"]], y_test), 5))
print(poly[0].get_feature_names_out())

tree = DecisionTreeRegressor(max_depth=2, random_state=0).fit(X_train, y_train)
print(export_text(tree, feature_names=list(X.columns), decimals=4), tree.feature_importances_.round(4))
forest = RandomForestRegressor(n_estimators=20, random_state=0).fit(X_train, y_train)
print(round(forest.score(X_test, y_test), 4), forest.feature_importances_.argsort()[::-1][:2], forest)
boost = GradientBoostingRegressor(n_estimators=50, max_depth=2, learning_rate=0.1, random_state=0).fit(X_train, y_train)
print(round(boost.score(X_test, y_test), 5), boost.predict(X_test[:3]).round(3), boost.train_score_[[0, -1]].round(3), boost.feature_importances_.round(3))
print([round(mean_squared_error(y_test, stage), 2) for stage in list(boost.staged_predict(X_test))[::10]])
sizes, train_scores, test_scores = learning_curve(Ridge(alpha=0.1), X, y, cv=5, train_sizes=np.linspace(0.1, 1.0, 4), scoring="r2")
print(sizes, train_scores.mean(axis=1).round(4), test_scores.mean(axis=1).round(4), train_scores.shape)
train_scores, test_scores = validation_curve(Ridge(), X, y, param_name="alpha", param_range=[0.01, 0.1, 1], cv=3)
print(train_scores.mean(axis=1).round(4), test_scores.mean(axis=1).round(4))
for attempt in (
    lambda: LinearRegression().fit(X["bmi"], y),
    lambda: LinearRegression().fit(X["bmi"].to_numpy(), y),
    lambda: LinearRegression().fit(X[:100], y),
    lambda: model.predict(X_test.iloc[:, :3]),
    lambda: model.predict(X_test.to_numpy()[0]),
    lambda: Ridge(alpha=-1).fit(X, y),
    lambda: Lasso().predict(X),
    lambda: LinearRegression().fit(X, ["low"] * len(X)),
    lambda: LinearRegression().fit(X, y.where(y > 30)),
    lambda: r2_score(y_test, y_pred[:5]),
    lambda: mean_squared_error(y_test, y_pred, squared=False),
    lambda: LinearRegression(normalize=True),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, str(error)[:400].split(" among {")[0])
