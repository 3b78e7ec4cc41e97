# Columns of different kinds through one pipeline.
import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer, TransformedTargetRegressor, make_column_selector, make_column_transformer
from sklearn.decomposition import PCA
from sklearn.feature_selection import SelectKBest
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline, make_union
from sklearn.preprocessing import FunctionTransformer, MinMaxScaler, OneHotEncoder, OrdinalEncoder, StandardScaler

frame = pd.DataFrame(
    {
        "age": [22.0, 38.0, np.nan, 35.0, 54.0, 2.0, 27.0, 14.0],
        "fare": [7.25, 71.28, 7.92, 53.1, 51.86, 21.07, 11.13, 30.07],
        "sex": ["male", "female", "female", "female", "male", "male", "female", "female"],
        "port": ["S", "C", "S", "S", None, "Q", "S", "C"],
    }
)
y = np.array([0, 1, 1, 1, 0, 0, 1, 1])
numeric = Pipeline([("impute", SimpleImputer(strategy="median")), ("scale", StandardScaler())])
category = Pipeline([("impute", SimpleImputer(strategy="most_frequent")), ("onehot", OneHotEncoder(handle_unknown="ignore"))])
prepare = ColumnTransformer([("num", numeric, ["age", "fare"]), ("cat", category, ["sex", "port"])])
told = prepare.fit_transform(frame)
print(type(told).__name__, told.shape, told.round(4).tolist()[:3])
print(prepare.get_feature_names_out(), prepare.transformers_[0][0], prepare.named_transformers_["cat"]["onehot"].categories_)
model = Pipeline([("prepare", prepare), ("model", LogisticRegression(C=1e6, tol=1e-10, max_iter=10000))]).fit(frame, y)
print(model.score(frame, y), model.predict(frame[:2]), model.named_steps["model"].classes_, model["prepare"] is prepare, len(model))
print(model[:-1].transform(frame).shape, model[-1].coef_.shape, model.n_features_in_, model.feature_names_in_)
print(model.predict(pd.DataFrame({"port": ["X"], "sex": ["male"], "fare": [3.0], "age": [np.nan]})))
print(ColumnTransformer([("drop", "drop", ["age"]), ("keep", "passthrough", ["fare"])], remainder=OrdinalEncoder()).fit_transform(frame[["age", "fare", "sex"]]).tolist()[:2])
short = make_column_transformer((MinMaxScaler(), ["fare"]), remainder="passthrough", verbose_feature_names_out=False)
print(short.fit_transform(frame[["fare", "age"]]).round(4).tolist()[:3], short.get_feature_names_out(), short)
picked = make_column_transformer((StandardScaler(), make_column_selector(dtype_include=np.number)), (OneHotEncoder(sparse_output=False), make_column_selector(pattern="sex")))
print(picked.set_output(transform="pandas").fit_transform(frame).round(3))
sparse = ColumnTransformer([("hot", OneHotEncoder(), ["sex", "port"])], sparse_threshold=1.0).fit_transform(frame)
print(repr(sparse))
print(ColumnTransformer([("a", MinMaxScaler(), [0]), ("b", "passthrough", slice(1, 2))]).fit_transform(frame[["age", "fare"]].to_numpy()).round(3).tolist()[:2])

X = np.array([[1.0, 2.0, 9.0], [2.0, 1.0, 4.0], [3.0, 5.0, 1.0], [4.0, 3.0, 0.0]])
t = np.array([1.0, 2.0, 3.0, 5.0])
pipe = make_pipeline(StandardScaler(), PCA(n_components=2), LinearRegression())
print(pipe.steps[1], pipe.fit(X, t).predict(X).round(5), [name for name, _ in make_pipeline(MinMaxScaler(), MinMaxScaler()).steps])
print(pipe.set_params(pca__n_components=1).fit(X, t).score(X, t) > 0.5, round(pipe.set_params(pca="passthrough").fit(X, t).score(X, t), 6))
union = FeatureUnion([("scaled", StandardScaler()), ("best", SelectKBest(lambda X, y: X.sum(axis=0), k=1))])
print(union.fit_transform(X, t).round(4).tolist()[0], union.get_feature_names_out(), make_union(StandardScaler(), MinMaxScaler()))
print(Pipeline([("log", FunctionTransformer(np.log1p, inverse_func=np.expm1)), ("scale", MinMaxScaler())]).fit(X).inverse_transform([[0.5, 0.5, 0.5]]).round(5))
target = TransformedTargetRegressor(LinearRegression(), func=np.log, inverse_func=np.exp).fit(X[:, :1], t)
print(target.predict(X[:, :1]).round(5), target.regressor_.coef_.round(5), target)
for attempt in (
    lambda: Pipeline([("a", LogisticRegression()), ("b", StandardScaler())]).fit(X, y[:4]),
    lambda: Pipeline([("a", StandardScaler()), ("a", StandardScaler())]).fit(X),
    lambda: Pipeline([]).fit(X),
    lambda: make_pipeline(StandardScaler()).predict(X),
    lambda: make_pipeline(StandardScaler(), LinearRegression()).predict(X),
    lambda: pipe.set_params(svm__C=1),
    lambda: pipe.fit(X, t, sample_weight=[1, 1, 1, 1]),
    lambda: prepare.transform(frame[["age", "sex", "port"]]),
    lambda: ColumnTransformer([("a", StandardScaler(), ["height"])]).fit(frame),
    lambda: ColumnTransformer([("a", StandardScaler(), ["sex"])]).fit(frame),
    lambda: pipe["forest"],
):
    try:
        print(attempt())
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        print(type(error).__name__, error)
model.predict(frame.drop(columns="age"))
