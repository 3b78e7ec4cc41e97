# A table with holes, from the file to the report.
import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, classification_report, confusion_matrix, f1_score, roc_auc_score
from sklearn.model_selection import GridSearchCV, StratifiedKFold, cross_val_score, train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import LabelEncoder, OneHotEncoder, StandardScaler

rng = np.random.RandomState(7)
n = 120
df = pd.DataFrame(
    {
        "Pclass": rng.randint(1, 4, n),
        "Sex": np.where(rng.rand(n) < 0.5, "male", "female"),
        "Age": np.where(rng.rand(n) < 0.2, np.nan, rng.randint(1, 70, n)),
        "Fare": (rng.rand(n) * 80).round(2),
        "Embarked": [["S", "C", "Q", None][k] for k in rng.randint(0, 4, n)],
    }
)
df["Survived"] = ((df["Sex"] == "female") & (df["Pclass"] < 3) | (rng.rand(n) < 0.2)).astype(int)
print(df.head(3))
print(df.isna().sum())
X, y = df.drop(columns="Survived"), df["Survived"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=42, stratify=y)
print(X_train.shape, X_test.shape, y_train.mean().round(4), y_test.value_counts().to_dict(), X_test.index[:5].tolist())
numeric, category = ["Age", "Fare"], ["Pclass", "Sex", "Embarked"]
prepare = ColumnTransformer(
    [
        ("num", Pipeline([("impute", SimpleImputer(strategy="mean")), ("scale", StandardScaler())]), numeric),
        ("cat", Pipeline([("impute", SimpleImputer(strategy="most_frequent")), ("hot", OneHotEncoder(handle_unknown="ignore"))]), category),
    ]
)
model = Pipeline([("prepare", prepare), ("model", LogisticRegression(max_iter=5000, tol=1e-10))])
model.fit(X_train, y_train)
pred, proba = model.predict(X_test), model.predict_proba(X_test)[:, 1]
print(pred, proba[:4].round(4))
print(f"accuracy {accuracy_score(y_test, pred):.4f} f1 {f1_score(y_test, pred):.4f} auc {roc_auc_score(y_test, proba):.4f}")
print(confusion_matrix(y_test, pred))
print(classification_report(y_test, pred, target_names=["died", "survived"]))
names = model[:-1].get_feature_names_out()
print(pd.Series(model["model"].coef_[0], index=names).sort_values().round(3))
print(cross_val_score(model, X, y, cv=StratifiedKFold(4, shuffle=True, random_state=0)).round(4))
grid = GridSearchCV(model, {"model__C": [0.01, 1.0], "prepare__num__impute__strategy": ["mean", "median"]}, cv=3, scoring="roc_auc").fit(X_train, y_train)
print(grid.best_params_, round(grid.best_score_, 4), grid.cv_results_["mean_test_score"].round(4))
forest = Pipeline([("prepare", prepare), ("model", RandomForestClassifier(n_estimators=40, random_state=0))]).fit(X_train, y_train)
print(forest.score(X_test, y_test) > 0.6, forest["model"].feature_importances_.argmax() >= 0)
encoded = df.assign(Sex=LabelEncoder().fit_transform(df["Sex"]), Age=df["Age"].fillna(df["Age"].median()))
plain = pd.get_dummies(encoded[["Pclass", "Sex", "Age"]], columns=["Pclass"])
print(plain.columns.tolist(), LogisticRegression(max_iter=5000, tol=1e-10).fit(plain, y).score(plain, y).__round__(4))
table = prepare.set_output(transform="default").fit_transform(X_train)
print(table.shape, type(table).__name__, prepare.transformers_[0][2])
LogisticRegression().fit(X_train, y_train)
