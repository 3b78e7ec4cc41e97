# A first run: parameters, metrics with steps, tags.
import mlflow

print(mlflow.active_run())
experiment = mlflow.set_experiment("first-steps")
print(experiment.name, experiment.lifecycle_stage)
with mlflow.start_run(run_name="baseline", tags={"team": "dojo"}) as run:
    print(run.info.run_name, run.info.status, mlflow.active_run().info.run_id == run.info.run_id)
    mlflow.log_param("learning_rate", 0.1)
    mlflow.log_params({"depth": 3, "shuffle": True, "note": None, "layers": [8, 4]})
    for step in range(5):
        mlflow.log_metric("loss", 1 / (step + 1), step=step)
    mlflow.log_metrics({"accuracy": 0.75, "recall": 1})
    mlflow.log_metric("accuracy", 0.8)
    mlflow.set_tag("stage", "try")
    mlflow.set_tags({"owner": "me", "round": 2})
    mlflow.set_tag("stage", "done")
print(mlflow.active_run(), mlflow.last_active_run().info.run_name)

found = mlflow.get_run(run.info.run_id)
print(found.info.status, dict(sorted(found.data.params.items())))
print({key: round(value, 4) for key, value in sorted(found.data.metrics.items())})
print({key: value for key, value in sorted(found.data.tags.items()) if not key.startswith("mlflow.")})
client = mlflow.MlflowClient()
history = client.get_metric_history(run.info.run_id, "loss")
print([(point.step, round(point.value, 3)) for point in history])
print(type(history[0]).__name__, history[0].key, found.info.end_time >= found.info.start_time)

mlflow.start_run(run_name="by hand")
mlflow.log_metric("score", 3, step=-1)
mlflow.log_metric("score", 2.5, step=7)
mlflow.end_run()
mlflow.log_param("implicit", "run")
print(mlflow.active_run() is not None)
mlflow.end_run("KILLED")
mlflow.end_run()
print([(e.name, e.experiment_id == experiment.experiment_id) for e in mlflow.search_experiments()])
print(mlflow.get_experiment_by_name("nowhere"), mlflow.get_experiment_by_name("first-steps").name)
