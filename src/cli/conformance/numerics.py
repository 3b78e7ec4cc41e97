# What the suite `numerics` asks of Python here. Reads cases.json, answers each entry that it knows with a line of JSON:
# where the entry stands, and our answer. Entries say by their names what was asked: `randint_0_10_x8` is eight draws of
# `randint(0, 10)`, `ridge1` is Ridge(alpha=1).
import hashlib
import io
import json
import random
import re

with open("cases.json") as file:
    CASES = json.load(file)


def answer(place, got):
    print(json.dumps([place, got]))



def numbers(name):
    """The numbers in a name, as they are written there."""
    return [float(part) if "." in part else int(part) for part in re.findall(r"\d+(?:\.\d+)?", name)]


def plain(value):
    """Arrays and their scalars as lists and numbers."""
    return value.tolist() if hasattr(value, "tolist") else value


def drawn(source, name, expected):
    """What a random module, state or generator draws for an entry of this name."""
    asked = numbers(name)
    kind = re.sub(r"[\d_.].*", "", name) if not name.startswith(("standard_normal", "then_shuffle")) else name.rstrip("0123456789")
    many = len(expected)
    one_by_one = {
        "random": lambda: source.random(),
        "randint": lambda: source.randint(*asked[:2]),
        "uniform": lambda: source.uniform(*asked[:2]),
        "gauss": lambda: source.gauss(0, 1),
        "choice": lambda: source.choice("abcdef"),
    }
    if source is random:
        if kind == "sample":
            return source.sample(range(asked[0]), asked[1])
        if kind == "then_shuffle":
            row = list(range(asked[0]))
            source.shuffle(row)
            return row
        return [one_by_one[kind]() for _ in range(many)]
    at_once = {
        "rand": lambda: source.rand(many),
        "randn": lambda: source.randn(many),
        "random": lambda: source.random(many),
        "randint": lambda: source.randint(asked[0], asked[1], many),
        "integers": lambda: source.integers(asked[0], asked[1], many),
        "standard_normal": lambda: source.standard_normal(many),
        "permutation": lambda: source.permutation(asked[0]),
        "choice": lambda: source.choice(asked[0], asked[1], replace=False),
        "normal": lambda: source.normal(0, 2, many),
        "uniform": lambda: source.uniform(-1, 1, many),
    }
    return plain(at_once[kind]())


def draws(place, source, entries):
    for name, expected in entries.items():
        answer([*place, name], drawn(source, name, expected))


def splits(place, cases):
    import numpy as np
    from sklearn.model_selection import train_test_split

    for at, case in enumerate(cases):
        classes = np.arange(case["n"]) % 3
        train, test = train_test_split(
            np.arange(case["n"]),
            test_size=case["test_size"],
            random_state=case["random_state"],
            stratify=classes if case["stratify_mod3"] else None,
        )
        answer([*place, str(at), "train"], plain(train))
        answer([*place, str(at), "test"], plain(test))


def folds(place, expected):
    import numpy as np
    from sklearn.model_selection import KFold, StratifiedKFold

    count = sum(map(len, expected))
    shuffled = {} if place[0].endswith("noshuffle") else {"shuffle": True, "random_state": 42}
    kind = StratifiedKFold if place[0].startswith("strat") else KFold
    found = kind(len(expected), **shuffled).split(np.zeros(count), np.arange(count) % 3)
    answer(place, [plain(test) for _, test in found])


def iris(place, entries):
    from sklearn.datasets import load_iris
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import accuracy_score, confusion_matrix, f1_score, log_loss
    from sklearn.model_selection import train_test_split
    from sklearn.preprocessing import StandardScaler
    from sklearn.tree import DecisionTreeClassifier

    x_train, x_test, y_train, y_test = train_test_split(*load_iris(return_X_y=True), test_size=0.2, random_state=42)
    scaler = StandardScaler().fit(x_train)
    answer([*place, "scaler_mean"], plain(scaler.mean_))
    answer([*place, "scaler_scale"], plain(scaler.scale_))
    model = LogisticRegression(max_iter=200).fit(scaler.transform(x_train), y_train)
    found, chances = model.predict(scaler.transform(x_test)), model.predict_proba(scaler.transform(x_test))
    said = {
        "coef": plain(model.coef_),
        "intercept": plain(model.intercept_),
        "n_iter": plain(model.n_iter_),
        "pred": plain(found),
        "acc": accuracy_score(y_test, found),
        "f1_macro": f1_score(y_test, found, average="macro"),
        "cm": plain(confusion_matrix(y_test, found)),
        "proba0": plain(chances[0]),
        "log_loss": log_loss(y_test, chances),
    }
    tree = DecisionTreeClassifier(random_state=42).fit(x_train, y_train)
    trees = {
        "feature": plain(tree.tree_.feature),
        "threshold": plain(tree.tree_.threshold),
        "acc": accuracy_score(y_test, tree.predict(x_test)),
        "importances": plain(tree.feature_importances_),
    }
    for kind, found in (("logreg", said), ("tree", trees)):
        for name in entries.get(kind, {}):
            answer([*place, kind, name], found[name])
    for kind in entries:
        if kind.startswith("rf"):
            forest([*place, kind], entries[kind], x_train, x_test, y_train, y_test)


def forest(place, entry, x_train, x_test, y_train, y_test):
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.metrics import accuracy_score

    model = RandomForestClassifier(n_estimators=numbers(place[-1])[0], random_state=42).fit(x_train, y_train)
    found = {
        "acc": accuracy_score(y_test, model.predict(x_test)),
        "importances": plain(model.feature_importances_),
        "proba0": plain(model.predict_proba(x_test)[0]),
    }
    for name in entry:
        answer([*place, name], found[name])


def diabetes(place, entries):
    from sklearn.datasets import load_diabetes
    from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, Ridge
    from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score
    from sklearn.model_selection import train_test_split

    x_train, x_test, y_train, y_test = train_test_split(*load_diabetes(return_X_y=True), test_size=0.2, random_state=42)
    for kind in entries:
        alpha = {"alpha": numbers(kind)[0]} if numbers(kind) else {}
        model = {
            "linreg": lambda: LinearRegression(),
            "ridge": lambda: Ridge(**alpha),
            "lasso": lambda: Lasso(**alpha),
            "enet": lambda: ElasticNet(alpha=0.05, l1_ratio=0.05),
        }[kind.rstrip("0123456789.")]()
        found = model.fit(x_train, y_train).predict(x_test)
        said = {
            "coef": plain(model.coef_),
            "intercept": float(model.intercept_),
            "mse": mean_squared_error(y_test, found),
            "mae": mean_absolute_error(y_test, found),
            "r2": r2_score(y_test, found),
        }
        for name in entries[kind]:
            answer([*place, kind, name], said[name])


def classification(place, entries):
    from sklearn.datasets import make_classification

    x, y = make_classification(n_samples=len(entries["y"]), random_state=42)
    answer([*place, "y"], plain(y))
    answer([*place, "x0"], plain(x[0]))


def hashes(place, entries):
    for name in entries:
        kind, _, text = name.partition("_")
        if kind != "pd":
            answer([*place, name], hashlib.new(kind, text.encode()).hexdigest())
            continue
        import pandas as pd

        values = [1, 2, 3] if name.endswith("ints") else ["a", "b"]
        found = pd.util.hash_pandas_object(pd.Series(values), index=False)
        answer([*place, name], [int(hash) for hash in found])


def frames(place, entries):
    import pandas as pd

    frame = pd.read_csv(io.StringIO(entries["to_csv"]))
    said = {
        "repr": lambda: repr(frame),
        "describe": lambda: repr(frame.describe()),
        "head2": lambda: repr(frame.head(2)),
        "dtypes": lambda: repr(frame.dtypes),
        "groupby": lambda: repr(frame.groupby("c")["a"].mean()),
        "value_counts": lambda: repr(frame["c"].value_counts()),
        "isna_sum": lambda: repr(frame.isna().sum()),
        "to_csv": lambda: frame.to_csv(index=False),
    }
    for name in entries:
        answer([*place, name], said[name]())


def entry(name, given):
    seed = numbers(name)[0] if numbers(name) else None
    if name.startswith("py_random_"):
        random.seed(seed)
        draws([name], random, given)
    elif name.startswith("np_seed_"):
        import numpy as np

        np.random.seed(seed)
        draws([name], np.random, given)
    elif name.startswith("default_rng_"):
        import numpy as np

        draws([name], np.random.default_rng(seed), given)
    else:
        KINDS[name]([name], given)


KINDS = {
    "tts": splits,
    "kfold": folds,
    "kfold_noshuffle": folds,
    "stratkfold": folds,
    "iris": iris,
    "diabetes": diabetes,
    "make_classification": classification,
    "hash": hashes,
    "pandas": frames,
}

for name, given in CASES.items():
    if name == "versions":
        continue
    # An error in one entry leaves the others their answers.
    try:
        entry(name, given)
    except Exception as error:
        answer([name], f"{type(error).__name__}: {error}")
