"""Reading the learner's world as MLflow's entities."""

import _mlflow

from mlflow.entities import Experiment, LifecycleStage, Run, RunData, RunInfo, RunInputs, RunOutputs
from mlflow.exceptions import MlflowException

#: Where runs keep their files: a name, as `mlflow-artifacts:/` is one on a server.
ARTIFACTS = "mlflow-artifacts:"
USER = "dojo"


def experiments():
    """All experiments in the order of their making."""
    return [
        Experiment(
            artifact_location=f"{ARTIFACTS}/{id}",
            creation_time=made,
            experiment_id=id,
            last_update_time=made,
            lifecycle_stage=LifecycleStage.ACTIVE,
            name=name,
            tags={},
        )
        for id, name, made in _mlflow.experiments()
    ]


def experiment(id):
    id = str(id)
    for found in experiments():
        if found.experiment_id == id:
            return found
    raise MlflowException(f"No Experiment with id={id} exists", "RESOURCE_DOES_NOT_EXIST")


def experiment_by_name(name):
    return next((found for found in experiments() if found.name == name), None)


def artifact_uri(experiment_id, run_id):
    return f"{ARTIFACTS}/{experiment_id}/{run_id}/artifacts"


def run(run_id):
    """A run as it is now."""
    found = _mlflow.info(str(run_id))
    if found is None:
        raise MlflowException(f"Run with id={run_id} not found", "RESOURCE_DOES_NOT_EXIST")
    experiment_id, name, status, started, ended, active = found
    info = RunInfo(
        artifact_uri=artifact_uri(experiment_id, run_id),
        end_time=ended,
        experiment_id=experiment_id,
        lifecycle_stage=LifecycleStage.ACTIVE if active else LifecycleStage.DELETED,
        run_id=run_id,
        run_name=name,
        start_time=started,
        status=status,
        user_id=USER,
    )
    tags = _mlflow.tags(run_id)
    tags["mlflow.runName"] = name
    data = RunData(metrics=_mlflow.metrics(run_id), params=_mlflow.params(run_id), tags=tags)
    return Run(
        data=data,
        info=info,
        inputs=RunInputs(dataset_inputs=[], model_inputs=[]),
        outputs=RunOutputs(model_outputs=[]),
    )
