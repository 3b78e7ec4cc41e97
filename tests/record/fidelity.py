"""Records what CPython, with the real packages, prints and logs for the scripts of tests/fidelity.

`./dev record` runs it in an environment of its own, with what tests/record/requirements.txt names.

    python tests/record/fidelity.py [NAME...]

Runs each script in an empty folder of its own and writes, beside it, NAME.out: what it prints; after a line of
dashes, how it ends: its exit code and, after an error that nobody caught, the number of the script's line that the
traceback names last and the traceback's last line; after another line of dashes, if it used MLflow, a line of JSON
for each run that it logged.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

SCRIPTS = pathlib.Path(__file__).resolve().parents[1] / "fidelity"
#: Names that MLflow makes up are other ones each time.
MADE_UP = re.compile(r"[a-z]+-[a-z]+-\d+")


def logged(folder):
    """A line for each run in the order of their start; none where MLflow was not used."""
    if not pathlib.Path(folder, "mlflow.db").exists():
        return []
    import mlflow

    mlflow.set_tracking_uri(f"sqlite:///{folder}/mlflow.db")
    client = mlflow.MlflowClient()
    experiments = {found.experiment_id: found.name for found in client.search_experiments()}
    runs = client.search_runs(list(experiments), order_by=["start_time"], run_view_type=3)
    models = {}
    for model in client.search_logged_models(list(experiments)):
        # A model that could not be kept leaves its name behind.
        if model.status == "READY":
            models.setdefault(model.source_run_id, []).append(model.name)
    # Runs of one millisecond have no order of their own.
    return sorted(run_line(client, experiments, models, run) for run in runs)


def run_line(client, experiments, models, run):
    info, data = run.info, run.data
    name = "*" if MADE_UP.fullmatch(info.run_name) else info.run_name
    metrics = {
        key: [[point.step, point.value] for point in client.get_metric_history(info.run_id, key)]
        for key in sorted(data.metrics)
        if not key.endswith("_time")
    }
    parts = {
        "run": name,
        "experiment": experiments[info.experiment_id],
        "status": info.status,
        "params": dict(sorted(data.params.items())),
        "metrics": metrics,
        "tags": {key: value for key, value in sorted(data.tags.items()) if not key.startswith("mlflow.")},
        "nested": "mlflow.parentRunId" in data.tags,
        "models": sorted(set(models.get(info.run_id, []))),
        "artifacts": artifacts(client, info.run_id),
    }
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def artifacts(client, run_id, folder=None):
    found = []
    for entry in client.list_artifacts(run_id, folder):
        found += artifacts(client, run_id, entry.path) if entry.is_dir else [entry.path]
    return sorted(found)


def record(script):
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, "main.py")
        copy.write_text(script.read_text(encoding="utf-8"), encoding="utf-8")
        environment = {
            "PATH": "/usr/bin:/bin", "PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C.UTF-8", "COLUMNS": "80",
            "MPLBACKEND": "Agg", "HOME": folder, "MLFLOW_DISABLE_TELEMETRY": "true",
        }
        ran = subprocess.run(
            [sys.executable, "-I", "-X", "utf8", "main.py"], cwd=folder, env=environment, capture_output=True, text=True
        )
        end = [f"exit {ran.returncode}"]
        lines = re.findall(r'File "[^"]*main\.py", line (\d+)', ran.stderr)
        if ran.returncode and lines:
            end += [f"line {lines[-1]}", ran.stderr.rstrip("\n").splitlines()[-1]]
        elif ran.returncode and ran.stderr:
            end += [ran.stderr.rstrip("\n").splitlines()[-1]]
        runs = logged(folder)
        if runs:
            end += ["-----", *runs]
        return ran.stdout + "-----\n" + "\n".join(end) + "\n"


def main(names):
    for script in sorted(SCRIPTS.glob("*.py")):
        if not names or script.stem in names:
            script.with_suffix(".out").write_text(record(script), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
