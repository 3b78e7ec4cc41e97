# Estimators as values: how they print, their parameters, copies and tags.
import numpy as np
from sklearn.base import clone, BaseEstimator, is_classifier, is_regressor, is_clusterer
from sklearn.linear_model import LogisticRegression, Ridge, LinearRegression, Lasso
from sklearn.ensemble import RandomForestClassifier, GradientBoostingRegressor, VotingClassifier
from sklearn.pipeline import make_pipeline, Pipeline, FeatureUnion
from sklearn.preprocessing import StandardScaler, OneHotEncoder, MinMaxScaler
from sklearn.decomposition import PCA
from sklearn.cluster import KMeans
from sklearn.model_selection import GridSearchCV, KFold, StratifiedKFold, ShuffleSplit
from sklearn.compose import ColumnTransformer
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier
from sklearn import set_config, config_context
for e in (LogisticRegression(), LogisticRegression(C=10, penalty=None, max_iter=1000), RandomForestClassifier(n_estimators=200, max_depth=None, random_state=42, n_jobs=-1), GradientBoostingRegressor(learning_rate=0.05), Ridge(alpha=np.float64(0.5)), SVC(C=np.inf, gamma="auto"), KFold(5), StratifiedKFold(shuffle=True, random_state=1), ShuffleSplit(n_splits=3, test_size=.2),
    make_pipeline(StandardScaler(), PCA(2), LogisticRegression(C=2.0, class_weight={0: 1, 1: 5})), Pipeline([("union", FeatureUnion([("pca", PCA(1)), ("all", StandardScaler())])), ("svc", SVC())]),
    GridSearchCV(make_pipeline(StandardScaler(), SVC()), {"svc__C": [0.1, 1, 10, 100], "svc__gamma": ["scale", 0.01, 0.001], "svc__kernel": ["rbf", "linear", "poly"]}, cv=KFold(3), n_jobs=-1, verbose=0),
    ColumnTransformer([("num", Pipeline([("scale", StandardScaler())]), ["a", "b"]), ("cat", OneHotEncoder(handle_unknown="ignore"), ["c"])], remainder="passthrough"),
    VotingClassifier([("lr", LogisticRegression()), ("rf", RandomForestClassifier())], voting="soft", weights=[1, 2])):
    print(e); print(repr(e) == str(e))
    if hasattr(e, "get_params"): print(sorted(e.get_params())[:8], e.get_params(deep=False).keys() == e.get_params(deep=False).keys())
with config_context(print_changed_only=False):
    print(KMeans(), DecisionTreeClassifier(max_depth=2))
p = make_pipeline(StandardScaler(), LogisticRegression())
q = clone(p); print(q is p, q[0] is p[0], q)
print(p.set_params(logisticregression__C=3, standardscaler=MinMaxScaler()))
m = LogisticRegression(C=2).fit([[0.], [1.]], [0, 1]); n = clone(m); print(hasattr(n, "coef_"), n.C)
for e in (LogisticRegression(), Ridge(), KMeans(), StandardScaler(), p, GridSearchCV(Ridge(), {}), PCA(), make_pipeline(StandardScaler(), Ridge())):
    t = e.__sklearn_tags__()
    print(t.estimator_type, t.target_tags.required, t.input_tags.allow_nan, t.requires_fit, is_classifier(e), is_regressor(e), is_clusterer(e), t.transformer_tags is not None, t.classifier_tags is not None)
class Mine(BaseEstimator):
    def __init__(self, a=1, b="x"):
        self.a, self.b = a, b
print(Mine(), Mine(b="y"), Mine(2).get_params(), clone(Mine(3)), Mine().set_params(a=5))
for attempt in (lambda: clone(Ridge), lambda: clone("x"), lambda: clone(3), lambda: Mine().set_params(c=1), lambda: Ridge().set_params(alpha__x=1), lambda: Mine(c=3), lambda: Mine().predict([1]), lambda: Ridge().coef_, lambda: p.coef_, lambda: KMeans().labels_):
    try:
        print(attempt())
    except Exception as x:
        print(type(x).__name__, str(x)[:300])
