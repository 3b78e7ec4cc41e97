# Files that a run keeps.
import json
import os

import mlflow

os.makedirs("out/plots", exist_ok=True)
open("out/summary.txt", "w").write("two lines\nof text\n")
open("out/plots/a.csv", "w").write("x,y\n1,2\n")
with mlflow.start_run(run_name="keeper") as run:
    mlflow.log_artifact("out/summary.txt")
    mlflow.log_artifact("out/summary.txt", artifact_path="texts/deep")
    mlflow.log_artifacts("out", artifact_path="all")
    mlflow.log_text("# Title", "notes/readme.md")
    mlflow.log_dict({"classes": ["a", "b"], "n": 3}, "config.json")
    mlflow.log_dict({"classes": ["a", "b"], "n": 3}, "config.yaml")
    print(mlflow.get_artifact_uri().endswith(f"{run.info.run_id}/artifacts"))
    print(mlflow.get_artifact_uri("texts").endswith("/artifacts/texts"))

client = mlflow.MlflowClient()
print([(f.path, f.is_dir, f.file_size) for f in client.list_artifacts(run.info.run_id)])
print([(f.path, f.is_dir) for f in client.list_artifacts(run.info.run_id, "all")])
print(mlflow.artifacts.load_text(f"runs:/{run.info.run_id}/notes/readme.md"))
print(mlflow.artifacts.load_dict(f"runs:/{run.info.run_id}/config.json"))
folder = mlflow.artifacts.download_artifacts(run_id=run.info.run_id, artifact_path="all", dst_path="copy")
print(sorted(os.listdir(folder)), open(os.path.join(folder, "plots", "a.csv")).read().split())
path = client.download_artifacts(run.info.run_id, "config.json")
print(json.load(open(path)))
print(open(client.download_artifacts(run.info.run_id, "config.yaml")).read())
try:
    mlflow.log_artifact("missing.txt")
except Exception as error:
    print(type(error).__name__)
mlflow.end_run()
