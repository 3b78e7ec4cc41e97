# Features brought to one scale.
import numpy as np
import pandas as pd
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import (
    Binarizer,
    FunctionTransformer,
    KBinsDiscretizer,
    MaxAbsScaler,
    MinMaxScaler,
    Normalizer,
    PolynomialFeatures,
    PowerTransformer,
    QuantileTransformer,
    RobustScaler,
    StandardScaler,
    minmax_scale,
    normalize,
    scale,
)

X = np.array([[1.0, -1.0, 2.0, 7.0], [2.0, 0.0, 0.0, 7.0], [0.0, 1.0, -1.0, 7.0], [4.0, 3.0, 5.0, 7.0]])
for scaler in (
    StandardScaler(),
    StandardScaler(with_mean=False),
    StandardScaler(with_std=False),
    MinMaxScaler(),
    MinMaxScaler(feature_range=(-1, 1), clip=True),
    MaxAbsScaler(),
    RobustScaler(),
    RobustScaler(quantile_range=(10, 90), with_centering=False),
):
    told = scaler.fit_transform(X)
    print(scaler, told.round(6).tolist())
    print("  ", scaler.transform([[10.0, -5.0, 0.5, 8.0]]).round(6).tolist(), np.allclose(scaler.inverse_transform(told), X))
scaler = StandardScaler().fit(X)
print(scaler.mean_, scaler.var_, scaler.scale_, scaler.n_samples_seen_, scaler.n_features_in_, scaler.get_feature_names_out())
print(StandardScaler().partial_fit(X[:2]).partial_fit(X[2:]).var_)
print(StandardScaler().fit(X, sample_weight=[1, 2, 1, 0]).mean_, StandardScaler().fit([[1.0], [np.nan], [3.0]]).n_samples_seen_)
minmax = MinMaxScaler().fit(X)
print(minmax.data_min_, minmax.data_max_, minmax.data_range_, minmax.min_.round(6), minmax.scale_.round(6))
robust = RobustScaler().fit(X)
print(robust.center_, robust.scale_)
for row in (Normalizer(), Normalizer(norm="l1"), Normalizer("max"), Binarizer(threshold=1.5)):
    print(row, row.transform(X).round(6).tolist() if row.fit(X) else None)
print(scale(X[:, :2]).round(6).tolist(), minmax_scale([1, 2, 5]), normalize([[3, 4]]))
poly = PolynomialFeatures(degree=2)
print(poly.fit_transform([[2, 3], [4, 5]]), poly.get_feature_names_out(["a", "b"]), poly.powers_.tolist(), poly.n_output_features_)
print(PolynomialFeatures(3, interaction_only=True, include_bias=False).fit(X[:, :3]).get_feature_names_out())
bins = KBinsDiscretizer(n_bins=3, encode="ordinal", strategy="uniform").fit(X[:, :2])
print(bins.transform(X[:, :2]).tolist(), [edges.tolist() for edges in bins.bin_edges_])
print(KBinsDiscretizer(2, encode="onehot-dense").fit_transform(X[:, :1]), KBinsDiscretizer(2, encode="ordinal").fit(X[:, :2]).bin_edges_[1])
print(FunctionTransformer(np.log1p).fit_transform(np.array([[0.0, 1.0]])), FunctionTransformer().transform([1, 2]))
power = PowerTransformer().fit(X[:, :3])
print(power.lambdas_.round(3), power.transform(X[:, :3]).round(3).tolist())
print(PowerTransformer("box-cox", standardize=False).fit([[1.0], [2.0], [10.0]]).lambdas_.round(3))
print(QuantileTransformer(n_quantiles=4).fit_transform(X[:, :2]).round(6).tolist())
data, target = load_wine(return_X_y=True)
train, test = train_test_split(data, random_state=0)
print(StandardScaler().fit(train).transform(test)[:2, :4].round(6), RobustScaler().fit(train).transform(test).sum().round(6))
frame = pd.DataFrame(X[:, :2], columns=["a", "b"], index=list("wxyz"))
print(StandardScaler().set_output(transform="pandas").fit_transform(frame).round(4))
print(MinMaxScaler().fit(frame).get_feature_names_out())
for attempt in (
    lambda: MinMaxScaler(feature_range=(1, 0)).fit(X),
    lambda: StandardScaler().transform(X),
    lambda: StandardScaler().fit(X).transform(X[:, :2]),
    lambda: Normalizer(norm="l3").fit(X),
    lambda: PowerTransformer("box-cox").fit(X),
    lambda: PolynomialFeatures(degree=-1).fit(X),
):
    try:
        print(attempt())
    except ValueError as error:
        print(type(error).__name__, str(error).split(" among {")[0])
StandardScaler().fit([["a"], ["b"]])
