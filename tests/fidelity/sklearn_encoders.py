# Categories and labels as numbers, missing values filled in.
import numpy as np
import pandas as pd
from sklearn.impute import KNNImputer, MissingIndicator, SimpleImputer
from sklearn.preprocessing import (
    LabelBinarizer,
    LabelEncoder,
    MultiLabelBinarizer,
    OneHotEncoder,
    OrdinalEncoder,
    label_binarize,
)

X = [["red", "S"], ["green", "M"], ["blue", "L"], ["green", "S"]]
frame = pd.DataFrame({"city": ["Rome", "Oslo", "Rome"], "size": [1, 3, 2]})
encoder = OneHotEncoder()
told = encoder.fit_transform(X)
print(repr(told))
print(told)
print(told.shape, told.dtype, told.nnz, told.toarray().tolist())
print(encoder.categories_, encoder.get_feature_names_out(), encoder.get_feature_names_out(["colour", "size"]))
print(encoder.inverse_transform(told).tolist(), encoder.transform([["blue", "M"]]).toarray())
dense = OneHotEncoder(sparse_output=False, handle_unknown="ignore").fit(X)
print(dense.transform([["pink", "L"], ["red", "XL"]]))
print(dense.inverse_transform(dense.transform([["pink", "L"], ["red", "XL"]])))
for options in ({"drop": "first"}, {"drop": "if_binary"}, {"drop": ["red", "M"]}, {"categories": [["red", "green", "blue"], ["S", "M", "L"]]}, {"dtype": int}):
    one = OneHotEncoder(sparse_output=False, **options).fit(X)
    print(options, one.transform(X[:2]).tolist(), one.get_feature_names_out().tolist(), one.drop_idx_)
print(OneHotEncoder(sparse_output=False).set_output(transform="pandas").fit_transform(frame[["city"]]))
print(OneHotEncoder(sparse_output=False).fit(frame).get_feature_names_out())
print(OneHotEncoder(sparse_output=False).fit_transform(np.array([["a", np.nan], ["b", 1.0]], dtype=object)))
ordinal = OrdinalEncoder()
print(ordinal.fit_transform(X).tolist(), ordinal.categories_, ordinal.inverse_transform([[0, 1]]).tolist())
print(OrdinalEncoder(categories=[["red", "green", "blue"], ["S", "M", "L"]], dtype=int).fit_transform(X).tolist())
print(OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1).fit(X).transform([["pink", "S"]]))
print(OrdinalEncoder().fit_transform(pd.DataFrame({"a": ["x", None, "y"]})))
label = LabelEncoder()
print(label.fit_transform(["paris", "paris", "tokyo", "amsterdam"]), label.classes_, label.inverse_transform([2, 0]), list(label.transform(["tokyo"])))
print(LabelEncoder().fit([1, 2, 2, 6]).transform([1, 1, 2, 6]))
print(LabelBinarizer().fit_transform(["yes", "no", "yes"]).tolist(), LabelBinarizer().fit_transform([1, 6, 4]).tolist(), label_binarize([1, 6], classes=[1, 2, 6]))
multi = MultiLabelBinarizer()
print(multi.fit_transform([("sci-fi", "thriller"), ("comedy",)]), multi.classes_, multi.inverse_transform(np.array([[1, 0, 1]])))

holed = np.array([[1.0, 2.0, np.nan], [np.nan, 3.0, 6.0], [7.0, np.nan, 9.0], [7.0, 6.0, 1.0]])
for strategy in ("mean", "median", "most_frequent", "constant"):
    imputer = SimpleImputer(strategy=strategy)
    print(strategy, imputer.fit_transform(holed).round(4).tolist(), imputer.statistics_)
print(SimpleImputer(add_indicator=True).fit_transform(holed).tolist()[0], SimpleImputer(missing_values=-1, strategy="mean").fit_transform([[1, -1], [3, 4]]))
print(SimpleImputer(strategy="most_frequent").fit_transform(pd.DataFrame({"a": ["x", np.nan, "x"], "b": ["q", "p", None]}, dtype=object)))
print(SimpleImputer(strategy="constant", fill_value="none").fit_transform(np.array([["a"], [np.nan]], dtype=object)))
print(KNNImputer(n_neighbors=2).fit_transform(holed).tolist())
print(KNNImputer(n_neighbors=2, weights="distance").fit_transform(holed).round(6).tolist(), MissingIndicator().fit_transform(holed).tolist())
print(SimpleImputer().set_output(transform="pandas").fit_transform(pd.DataFrame(holed, columns=list("abc"))))
for attempt in (
    lambda: OneHotEncoder().fit(X).transform([["pink", "S"]]),
    lambda: OneHotEncoder(sparse=False),
    lambda: OrdinalEncoder().fit(X).transform([["red", "XS"]]),
    lambda: OrdinalEncoder(handle_unknown="use_encoded_value").fit(X),
    lambda: LabelEncoder().fit(["a", "b"]).transform(["c"]),
    lambda: LabelEncoder().fit([1, 2]).transform([3]),
    lambda: LabelEncoder().fit(X),
    lambda: LabelEncoder().transform(["a"]),
    lambda: SimpleImputer().fit([["a"], ["b"]]),
):
    try:
        attempt()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
OneHotEncoder().fit(["a", "b"])
