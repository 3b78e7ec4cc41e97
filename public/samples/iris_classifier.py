"""Which iris is it? Two models, compared by cross-validation, the better one kept with MLflow.
どのアヤメ？ 二つのモデルを交差検証で比べ、良いほうを MLflow に残す。"""

import matplotlib.pyplot as plt
import mlflow
from sklearn.datasets import load_iris
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import ConfusionMatrixDisplay, classification_report
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

iris = load_iris()
X_train, X_test, y_train, y_test = train_test_split(
    iris.data, iris.target, test_size=0.3, random_state=42, stratify=iris.target
)

models = {
    "logistic regression": make_pipeline(StandardScaler(), LogisticRegression()),
    "random forest": RandomForestClassifier(n_estimators=50, random_state=42),
}
scores = {name: cross_val_score(model, X_train, y_train, cv=5) for name, model in models.items()}
for name, found in scores.items():
    print(f"{name:20} {found.mean():.3f} ± {found.std():.3f}")

best = max(scores, key=lambda name: scores[name].mean())
mlflow.set_experiment("iris")
with mlflow.start_run(run_name=best):
    model = models[best].fit(X_train, y_train)
    mlflow.log_param("model", best)
    mlflow.log_metric("cv_accuracy", scores[best].mean())
    mlflow.log_metric("test_accuracy", model.score(X_test, y_test))
    # MLflow trusts what it knows to be harmless when loaded; a forest's trees must be named.
    trusted = ["sklearn.tree._tree.Tree"]
    mlflow.sklearn.log_model(model, name="model", input_example=X_test[:2], skops_trusted_types=trusted)
    print(classification_report(y_test, model.predict(X_test), target_names=iris.target_names))

    ConfusionMatrixDisplay.from_estimator(model, X_test, y_test, display_labels=iris.target_names)
    plt.tight_layout()
    mlflow.log_figure(plt.gcf(), "confusion_matrix.png")
    plt.show()
