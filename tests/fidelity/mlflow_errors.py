# What MLflow refuses, and in which words.
import mlflow
from mlflow.exceptions import MlflowException


def show(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, getattr(error, "error_code", ""), str(error).split("\n")[0])
    else:
        print("fine")


client = mlflow.MlflowClient()
run = client.create_run("0", run_name="strict")
id = run.info.run_id
client.log_param(id, "p", "a")
show(lambda: client.log_param(id, "p", "a"))
try:
    client.log_param(id, "p", "b")
except MlflowException as error:
    print(str(error).replace(id, "ID"))
for key in ("ok_name-1.2 /x", "bad!", "", ".", "../a", "/a", "a//b", "a/./b", "a/", "a\tb", "k" * 251, "日本 語:é"):
    show(lambda: client.log_metric(id, key, 1.0))
    show(lambda: client.set_tag(id, key, "v"))
show(lambda: client.log_metric(id, "m", "0.5"))
show(lambda: client.log_metric(id, "t", True))
show(lambda: client.get_run("nowhere"))
show(lambda: client.get_experiment("999"))
show(lambda: client.create_run("999"))
show(lambda: client.create_experiment(""))
show(lambda: client.set_terminated(id, "finished"))
show(lambda: mlflow.set_experiment())
client.delete_run(id)
try:
    client.log_metric(id, "late", 1.0)
except MlflowException as error:
    print(str(error).replace(id, "ID"))
with mlflow.start_run(run_name="uncaught"):
    mlflow.log_param("x", 1)
    mlflow.log_param("x", 2)
