# Passengers of a ship: holes, words and numbers side by side, prepared and learned as one.
# tolerance 1e-4: what iterative solvers leave
import numpy as np
import pandas as pd
from sklearn import set_config
from sklearn.compose import ColumnTransformer, make_column_selector, make_column_transformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, classification_report, confusion_matrix
from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import LabelEncoder, MinMaxScaler, OneHotEncoder, OrdinalEncoder, StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

rng = np.random.default_rng(7)
n = 200
df = pd.DataFrame({
    "PassengerId": np.arange(1, n + 1),
    "Pclass": rng.choice([1, 2, 3], n, p=[0.25, 0.2, 0.55]),
    "Sex": rng.choice(["male", "female"], n, p=[0.65, 0.35]),
    "Age": rng.normal(30, 12, n).clip(1, 75).round(1),
    "Fare": rng.exponential(30, n).round(2),
    "Embarked": rng.choice(["S", "C", "Q"], n, p=[0.7, 0.2, 0.1]),
})
df["Survived"] = ((df["Sex"] == "female") * 1.5 - df["Pclass"] * 0.4 + rng.normal(0, 0.6, n) > -0.3).astype(int)
df.loc[rng.choice(n, 30, replace=False), "Age"] = np.nan
df.loc[[3, 60], "Embarked"] = None
print(df.head())
print(df.isnull().sum())
df.info()
print(df.groupby("Sex")["Survived"].mean().round(4), pd.crosstab(df["Pclass"], df["Survived"]), sep="\n")
print(df.pivot_table(values="Survived", index="Sex", columns="Pclass", aggfunc="mean").round(3))

X, y = df.drop(columns=["PassengerId", "Survived"]), df["Survived"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42, stratify=y)
numeric, categorical = ["Age", "Fare"], ["Sex", "Embarked", "Pclass"]
numeric_transformer = Pipeline(steps=[("imputer", SimpleImputer(strategy="median")), ("scaler", StandardScaler())])
categorical_transformer = Pipeline(steps=[("imputer", SimpleImputer(strategy="most_frequent")), ("onehot", OneHotEncoder(handle_unknown="ignore"))])
preprocessor = ColumnTransformer(transformers=[("num", numeric_transformer, numeric), ("cat", categorical_transformer, categorical)])
clf = Pipeline(steps=[("preprocessor", preprocessor), ("classifier", LogisticRegression(tol=1e-8, max_iter=1000))])
print(clf)
clf.fit(X_train, y_train)
print("model score: %.3f" % clf.score(X_test, y_test))
print(clf[:-1].get_feature_names_out())
print(pd.Series(clf[-1].coef_[0], index=clf[:-1].get_feature_names_out()).round(3))
print(preprocessor.fit_transform(X_train)[:2].round(3), preprocessor.named_transformers_["num"]["imputer"].statistics_)
print(preprocessor.transformers_[1][1]["onehot"].categories_, preprocessor.output_indices_)
print(confusion_matrix(y_test, clf.predict(X_test)), classification_report(y_test, clf.predict(X_test), zero_division=0), sep="\n")
grid = GridSearchCV(clf, {"preprocessor__num__imputer__strategy": ["mean", "median"], "classifier__C": [0.1, 1.0, 10]}, cv=5)
grid.fit(X_train, y_train)
print(grid.best_params_, round(grid.best_score_, 4), round(grid.score(X_test, y_test), 4))
new = pd.DataFrame({"Pclass": [1, 3], "Sex": ["female", "male"], "Age": [29.0, np.nan], "Fare": [100.0, 8.0], "Embarked": ["C", "X"]})
print(clf.predict(new), clf.predict_proba(new).round(3))

pandas_out = ColumnTransformer([("num", StandardScaler(), numeric), ("cat", OneHotEncoder(sparse_output=False), ["Sex"])], remainder="passthrough", verbose_feature_names_out=False).set_output(transform="pandas")
print(pandas_out.fit_transform(X.dropna()).head(3).round(3))
print(make_column_transformer((StandardScaler(), ["Age"]), (OneHotEncoder(), ["Sex"]), ("drop", ["Fare"])))
selected = make_column_transformer((MinMaxScaler(), make_column_selector(dtype_include=np.number)), (OneHotEncoder(), make_column_selector(pattern="^S")))
print(selected.fit_transform(X.dropna())[:2].round(3), selected.get_feature_names_out())
set_config(transform_output="pandas")
print(SimpleImputer(strategy="mean").fit_transform(X_train[["Age"]]).head(3), StandardScaler().fit_transform(X_train[["Fare"]]).describe().round(3))
set_config(transform_output="default")
filled = df.copy()
filled["Age"] = filled["Age"].fillna(filled["Age"].median())
filled["Embarked"] = filled["Embarked"].fillna(filled["Embarked"].mode()[0])
filled["Sex"] = filled["Sex"].map({"male": 0, "female": 1})
filled = pd.get_dummies(filled, columns=["Embarked"], drop_first=True, dtype=int)
filled["AgeBand"] = pd.cut(filled["Age"], bins=[0, 16, 40, 80], labels=["child", "adult", "old"])
filled["AgeCode"] = LabelEncoder().fit_transform(filled["AgeBand"])
print(filled.head(3), filled["AgeBand"].value_counts(), sep="\n")
A, b = filled[["Pclass", "Sex", "Age", "Fare", "Embarked_Q", "Embarked_S"]], filled["Survived"]
tree = DecisionTreeClassifier(max_depth=3, random_state=0).fit(A, b)
print(dict(zip(A.columns, tree.feature_importances_.round(3))), round(tree.score(A, b), 4))
forest = RandomForestClassifier(n_estimators=30, max_depth=4, random_state=0)
print(cross_val_score(forest, A, b, cv=4).round(4), cross_val_score(forest, A, b, cv=4).mean().round(4))
print(OrdinalEncoder(categories=[["Q", "C", "S"]]).fit_transform(X[["Embarked"]].dropna())[:3].ravel(), OrdinalEncoder().fit_transform(X[["Sex", "Pclass"]])[:2])

holes = X[["Age", "Fare"]]
for attempt in (
    lambda: LogisticRegression().fit(holes, y),
    lambda: SVC().fit(holes, y),
    lambda: KNeighborsClassifier().fit(holes.to_numpy(), y),
    lambda: LogisticRegression().fit(X, y),
    lambda: RandomForestClassifier(n_estimators=2).fit(X, y),
    lambda: StandardScaler().fit(X),
    lambda: clf.predict(new.drop(columns="Age")),
    lambda: clf.predict(new.assign(Age="old")),
    lambda: LogisticRegression().fit(A, b).predict(A.iloc[:, :2]),
    lambda: LogisticRegression().fit(A, b).predict(A.rename(columns={"Sex": "Gender"})),
    lambda: LogisticRegression().fit(A, b[:50]),
    lambda: LogisticRegression().fit(A, filled["Age"]),
    lambda: LogisticRegression().fit(A["Age"], b),
    lambda: LogisticRegression().fit(A.assign(Age=np.inf), b),
    lambda: LogisticRegression().fit(A[:0], b[:0]),
    lambda: ColumnTransformer([("n", StandardScaler(), ["Years"])]).fit(A),
    lambda: ColumnTransformer([("n", StandardScaler(), ["Age"])]).transform(A),
    lambda: ColumnTransformer([("n", "scale", ["Age"])]).fit(A),
    lambda: OneHotEncoder().fit(X[["Sex"]]).transform([["other"]]),
    lambda: SimpleImputer(strategy="median").fit(X[["Sex"]]),
    lambda: SimpleImputer(strategy="middle").fit(holes),
    lambda: SimpleImputer().fit(holes).transform(holes.iloc[:, :1]),
    lambda: train_test_split(A, b[:10]),
    lambda: train_test_split(A, test_size=1.5),
    lambda: train_test_split(A[:3], b[:3], stratify=[0, 0, 1]),
    lambda: DecisionTreeClassifier(max_depth=0).fit(A, b),
    lambda: DecisionTreeClassifier().predict(A),
    lambda: DecisionTreeClassifier(criterion="gain").fit(A, b),
    lambda: RandomForestClassifier(n_estimators=0).fit(A, b),
    lambda: accuracy_score(b, b[:3]),
    lambda: clf.named_steps["model"],
    lambda: DecisionTreeClassifier(depth=3),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, str(error)[:420].split(" among {")[0])
