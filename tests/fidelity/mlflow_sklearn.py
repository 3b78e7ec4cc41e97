# A model kept by hand, and found again.
import mlflow
import mlflow.sklearn
import numpy as np
import pandas as pd
from mlflow.models import infer_signature
from sklearn.datasets import load_iris, load_wine
from sklearn.linear_model import LinearRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

mlflow.set_experiment("models")
wine = load_wine(as_frame=True)
X_train, X_test, y_train, y_test = train_test_split(wine.data, wine.target, random_state=1)
params = {"max_depth": 3, "random_state": 0}
with mlflow.start_run(run_name="tree") as run:
    model = DecisionTreeClassifier(**params).fit(X_train, y_train)
    predicted = model.predict(X_test)
    mlflow.log_params(params)
    mlflow.log_metrics({"accuracy": accuracy_score(y_test, predicted), "f1": f1_score(y_test, predicted, average="macro")})
    signature = infer_signature(X_train, model.predict(X_train))
    info = mlflow.sklearn.log_model(model, name="model", signature=signature, input_example=X_train.head(2), serialization_format="cloudpickle")
print(signature)
print(info.name, info.run_id == run.info.run_id, info.signature == signature, sorted(info.flavors))
loaded = mlflow.sklearn.load_model(f"runs:/{run.info.run_id}/model")
print(type(loaded).__name__, loaded.get_params()["max_depth"], (loaded.predict(X_test) == predicted).all())
again = mlflow.sklearn.load_model(info.model_uri)
print(again.score(X_test, y_test) == model.score(X_test, y_test))
function = mlflow.pyfunc.load_model(f"runs:/{run.info.run_id}/model")
print(type(function).__name__, function.predict(X_test)[:5], function.metadata.signature == signature, function.metadata.run_id == run.info.run_id)
print(function.predict(X_test[X_test.columns[::-1]])[:5])

iris = load_iris()
with mlflow.start_run(run_name="steps") as run:
    steps = make_pipeline(StandardScaler(), KNeighborsClassifier(3)).fit(iris.data, iris.target)
    mlflow.sklearn.log_model(steps, name="steps", signature=infer_signature(iris.data, steps.predict(iris.data)), serialization_format="pickle")
    mlflow.log_param("neighbours", steps[-1].n_neighbors)
function = mlflow.pyfunc.load_model(f"runs:/{run.info.run_id}/steps")
print(function.predict(iris.data[::50]), function.metadata.signature)
print(mlflow.sklearn.load_model(f"runs:/{run.info.run_id}/steps"))
with mlflow.start_run(run_name="line"):
    line = LinearRegression().fit(np.array([[1.0], [2.0]]), [2.0, 4.0])
    info = mlflow.sklearn.log_model(line, name="line")
print(mlflow.pyfunc.load_model(info.model_uri).predict(np.array([[3.0]])).round(6), info.signature)
print(infer_signature(pd.DataFrame({"a": [1, 2], "b": ["x", "y"], "c": [1.5, 2.5], "d": [True, False]})).inputs)
print(infer_signature({"a": 1.5, "b": "x"}).inputs, infer_signature(np.zeros((2, 3), dtype="float32")).inputs)
runs = mlflow.search_runs(order_by=["attributes.run_name ASC"])
print(runs.shape[0], runs["tags.mlflow.runName"].tolist(), runs["metrics.accuracy"].round(4).tolist()[-1:])
for attempt in (
    lambda: mlflow.sklearn.load_model(f"runs:/{run.info.run_id}/none"),
    lambda: mlflow.sklearn.load_model("runs:/0123456789abcdef0123456789abcdef/model"),
    lambda: mlflow.pyfunc.load_model("model"),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__)
