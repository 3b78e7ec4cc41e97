"""Records what MLflow's SQLite store finds among a few runs, for tests/it/recorded/mlflow_search.json.

Needs Python 3.11 or newer with mlflow 3.17.2.

    python tests/record/mlflow_search.py

Where a message prints a set, its order is another in each run of MLflow; the tests compare what stands before it.
"""

import json
import pathlib
import tempfile

from mlflow.entities import Dataset, DatasetInput, InputTag, Metric, Param, RunStatus, RunTag, ViewType
from mlflow.exceptions import MlflowException
from mlflow.store.tracking.sqlalchemy_store import SqlAlchemyStore
from mlflow.utils.search_utils import SearchUtils

OUT = pathlib.Path(__file__).resolve().parents[1] / "it" / "recorded" / "mlflow_search.json"

# Metrics are [value, time, step].
RUNS = [
    {"name": "bold-ant", "status": "FINISHED", "start": 10, "end": 25,
     "metrics": {"rmse": [[3.5, 1, 0], [2.25, 5, 1], [9.0, 9, 1]], "val/r2": [[0.5, 1, 0]], "top 1": [[1.0, 1, 0]]},
     "params": {"alpha": "0.5", "model": "Ridge", "max_depth": "10"}, "tags": {"team": "north", "owner": "Ann"},
     "datasets": [["wine", "aa", "training"], ["wine", "bb", "evaluation"]]},
    {"name": "calm-bee", "status": "FAILED", "start": 20, "end": 21,
     "metrics": {"rmse": [["Infinity", 1, 0]]}, "params": {"alpha": "0.05", "model": "ridge", "max_depth": "9"},
     "tags": {"team": "North", "note": "100%_sure"}, "datasets": [["iris", "aa", "training"]]},
    {"name": "dull-cat", "status": "RUNNING", "start": 30, "end": None,
     "metrics": {"rmse": [["NaN", 1, 0]], "loss": [[0.0, 1, 0]]}, "params": {"model": "Lasso"}, "tags": {"team": "É"}},
    {"name": "even-dog", "status": "KILLED", "start": 35, "end": 36,
     "metrics": {"rmse": [["-Infinity", 1, 0]], "loss": [[-0.5, 1, -1], [-0.75, 1, -2]]},
     "params": {"alpha": "1e-3", "note": "it's \"fine\""}, "tags": {"team": "é", "stage": ""}},
    {"name": "fine-eel", "status": "SCHEDULED", "start": 5, "end": None, "metrics": {}, "params": {}, "tags": {}},
    {"name": "gone-fox", "status": "FINISHED", "start": 40, "end": 50, "metrics": {"rmse": [[2.25, 1, 0]]},
     "params": {"alpha": "0.5"}, "tags": {"team": "north"}, "deleted": True},
]

FILTERS = """
metrics.rmse < 3
metrics.rmse >= 9
metrics.rmse = 9
metrics.rmse != 9
metrics.rmse > 1e308
metrics.rmse < -1e308
metrics.rmse > -5 and metrics.rmse < 10
metrics.loss = 0
metrics.loss = -.5
metrics.loss <= -0.75
metrics.`val/r2` > 0.1
metrics."top 1" = 1
metrics.val/r2 > 0.1
metrics.5th > 1
metrics.rmse > '3'
metrics.rmse > 1-2
metrics.rmse == 9
metrics.rmse IN (9)
metrics.rmse IS NOT NULL
metrics.a = 1 = 2
metrics.rmse > 0x10
metrics.rmse > 5 OR metrics.loss < 0
NOT metrics.rmse > 5
metrics.rmse > 5;
metrics.rmse > 5; metrics.loss < 0
metrics.rmse > 5 # comment
metrics.rmse /* why */ > 5
metrics.rmse > date '2026-01-01'
metrics.rmse BETWEEN 1 AND 2
params.alpha = '0.5'
params.alpha = "0.5"
params.alpha = 0.5
params.alpha != '0.5'
params.alpha > '0.1'
params.alpha LIKE '0.%5'
params.model LIKE 'R%'
params.model ILIKE 'r%'
params.model ilike '%DGE'
params.model like 'r_dge'
params.model NOT LIKE 'R%'
params.model IS NULL
params.model IS NOT NULL AND params.alpha is null
params.`model` = 'Lasso'
params.note = 'it''s "fine"'
params.note LIKE "it's%"
params.max_depth = '9'
params.model = Ridge
params.model = `Ridge`
params.model IN ('Ridge', 'Lasso')
tags.team = 'north'
tags.team ILIKE 'NORTH'
tags.team ILIKE 'é'
tags.team = 'north' AND tags.owner = 'Ann'
tag.team != 'north'
tags.stage = ''
tags.stage IS NOT NULL
tags.stage LIKE ''
tags.note LIKE '100%'
tags.note LIKE '100\\%%'
tags.note LIKE '%\\_sure'
tags.mlflow.runName = 'bold-ant'
tags.`mlflow.runName` LIKE '%-_e_'
tags.team = 'north
run_name = 'calm-bee'
attributes.run_name LIKE '%-%t'
attr.`run name` = 'dull-cat'
run."Run name" ILIKE 'EVEN%'
run_name = 'x' run_name = 'y'
run_name > 'c'
status = 'RUNNING'
status != 'FINISHED'
status = 'finished'
status ILIKE 'f%'
attribute.status IN ('RUNNING')
start_time > 10 AND start_time <= 30
created = 30
Created != 30
end_time < 26.5
end_time != 21
end_time = '21'
end_time LIKE 21
start_time >= -1
user_id = 'unknown'
artifact_uri LIKE 'nowhere%'
lifecycle_stage = 'active'
experiment_id = '0'
run_id = 'nothing'
run_id != 'nothing'
run_id IN ('nothing', 'more')
run_id NOT IN ("nothing")
run_id IN ('a', 2.5)
run_id IN 'a'
run_id IN ('a'
dataset.name = 'wine'
datasets.name != 'wine'
datasets.name LIKE '%i%'
datasets.name IN ('iris', 'wine') AND datasets.context = 'evaluation'
dataset.digest = 'aa'
dataset.digest NOT IN ('aa')
dataset.context ILIKE 'TRAINING'
dataset.source = 'x'
dataset.name >= 'a'
datasets.name IS NULL
loss < 1
value > 1
max > 1
tag = 'x'
tags. = 'x'
project.x = 'y'
metrics.rmse
= 1
()
params.alpha = '0.5' AND
params.alpha = '0.5' tags.team = 'north'
params.alpha = '0.5', tags.team = 'north'
params.model foo = 'x'
select 1
""".strip().splitlines()

ORDERS = [
    ["metrics.rmse"], ["metrics.rmse DESC"], ["metrics.loss ASC"], ["metrics.`val/r2` DESC"], ["metrics.nothing"],
    ["params.alpha"], ["params.alpha DESC", "metrics.rmse ASC"], ["params.model asc"], ["tags.team DESC"],
    ["tag.`mlflow.runName`"], ["status DESC", "run_name"], ["end_time DESC"], ["start_time"],
    ["start_time DESC", "run_name DESC"], ["Created asc", "run_name desc"], ["attributes.run_name"],
    ["attribute.user_id", "run_name"], ["`run name`"], ["metrics.rmse DOWN"], ["metrics.rmse DESC NULLS LAST"],
    ["metrics.val/r2"], ["datasets.name"], ["model.x"], [""], ["metrics.rmse DESC "], ["metrics.'rmse'"],
    ["metrics.\"val/r2\" DESC"], ["metrics.rmse", "metric.rmse DESC"], ["created", "start_time"], ["desc"], ["5"],
    ["timestamp"], ["date"], ["metrics.rmse ASC; params.alpha"],
]


def make(store, experiment, run):
    made = store.create_run(experiment, "unknown", run["start"], [], run["name"])
    run_id = made.info.run_id
    for key, history in run["metrics"].items():
        for value, at, step in history:
            store.log_metric(run_id, Metric(key, float(value), at, step))
    for key, value in run["params"].items():
        store.log_param(run_id, Param(key, value))
    for key, value in run["tags"].items():
        store.set_tag(run_id, RunTag(key, value))
    inputs = [
        DatasetInput(Dataset(name, digest, "local", "{}"), [InputTag("mlflow.data.context", context)])
        for name, digest, context in run.get("datasets", [])
    ]
    if inputs:
        store.log_inputs(run_id, inputs)
    store.update_run_info(run_id, RunStatus.from_string(run["status"]), run["end"], None)
    if run.get("deleted"):
        store.delete_run(run_id)


def answer(search):
    try:
        return search()
    except MlflowException as error:
        return {"error": error.message, "code": error.error_code}


def parse(text):
    found = answer(lambda: {"ok": SearchUtils.parse_search_filter(text)})
    return {"filter": text, **json.loads(json.dumps(found))}


def main():
    with tempfile.TemporaryDirectory() as folder:
        store = SqlAlchemyStore(f"sqlite:///{folder}/mlflow.db", folder)
        experiment = store.create_experiment("recorded")
        for run in RUNS:
            make(store, experiment, run)

        def names(text="", order=(), view=ViewType.ACTIVE_ONLY):
            runs = store.search_runs([experiment], text, view, 100, list(order))
            return [run.info.run_name for run in runs]

        cases = {
            "runs": RUNS,
            "parse": [parse(text) for text in FILTERS],
            "search": [{"filter": text, "sqlite": answer(lambda: names(text))} for text in FILTERS],
            "order": [{"order_by": order, "sqlite": answer(lambda: names("", order))} for order in ORDERS],
            "view": [
                {"view": name, "sqlite": answer(lambda: names("", (), view))}
                for name, view in [("active_only", ViewType.ACTIVE_ONLY), ("deleted_only", ViewType.DELETED_ONLY),
                                   ("all", ViewType.ALL)]
            ],
        }
    OUT.write_text(json.dumps(cases, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
