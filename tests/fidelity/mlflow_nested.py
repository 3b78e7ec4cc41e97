# Nested runs, a run that fails, and going on with a run.
import mlflow

mlflow.set_experiment("search")
with mlflow.start_run(run_name="parent") as parent:
    for depth in (2, 4):
        with mlflow.start_run(run_name=f"depth-{depth}", nested=True, description="a child") as child:
            mlflow.log_param("depth", depth)
            mlflow.log_metric("score", depth / 10)
            print(child.data.tags["mlflow.parentRunId"] == parent.info.run_id, child.data.tags["mlflow.note.content"])
    mlflow.log_metric("best", 0.4)

try:
    with mlflow.start_run(run_name="broken"):
        mlflow.log_param("a", 1)
        raise ValueError("no data")
except ValueError as error:
    print("caught", error, mlflow.active_run())

with mlflow.start_run(run_id=parent.info.run_id) as again:
    mlflow.log_metric("best", 0.5, step=1)
    print(again.info.run_name, again.info.status)
print(mlflow.get_run(parent.info.run_id).data.metrics, mlflow.get_run(parent.info.run_id).info.status)

mlflow.start_run(run_name="outer")
try:
    mlflow.start_run(run_name="inner")
except Exception as error:
    print(type(error).__name__, str(error).split(". ", 1)[1])
mlflow.start_run(run_name="inner", nested=True)
mlflow.end_run()
print(mlflow.active_run().info.run_name)
mlflow.end_run("FAILED")
client = mlflow.MlflowClient()
run = client.create_run("0", run_name="by client", tags={"made": "by hand"})
client.log_param(run.info.run_id, "p", 1)
client.log_metric(run.info.run_id, "m", 2.0, step=3)
client.set_terminated(run.info.run_id)
print(client.get_run(run.info.run_id).info.status)
client.delete_run(run.info.run_id)
print(client.get_run(run.info.run_id).info.lifecycle_stage)
client.restore_run(run.info.run_id)
print(client.get_run(run.info.run_id).info.lifecycle_stage)
