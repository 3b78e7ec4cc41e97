"""Three learning rates, three runs: see them side by side on the page of runs.
三つの学習率で三つのランを記録し、ランの画面で見比べる。"""

import mlflow

xs = [0, 1, 2, 3, 4]
ys = [1.1, 2.9, 5.2, 6.8, 9.1]

mlflow.set_experiment("learning-rates")
for rate in (0.01, 0.05, 0.1):
    with mlflow.start_run(run_name=f"rate {rate}"):
        mlflow.log_params({"learning_rate": rate, "steps": 40})
        slope = offset = 0.0
        for step in range(40):
            errors = [slope * x + offset - y for x, y in zip(xs, ys)]
            loss = sum(error * error for error in errors) / len(errors)
            mlflow.log_metric("loss", loss, step=step)
            slope -= rate * 2 * sum(error * x for error, x in zip(errors, xs)) / len(xs)
            offset -= rate * 2 * sum(errors) / len(xs)
        mlflow.log_text(f"y = {slope:.3f} x + {offset:.3f}\n", "line.txt")
        print(f"rate {rate}: loss {loss:.4f}, y = {slope:.3f} x + {offset:.3f}")

best = mlflow.search_runs(order_by=["metrics.loss"], max_results=1, output_format="list")[0]
print("best:", best.info.run_name)
