# Statistics.
import numpy as np

data = np.array([2, 4, 4, 4, 5, 5, 7, 9])
m = np.array([[1.0, 2, 3], [4, 5, 9]])
print(np.mean(data), np.median(data), np.var(data), np.std(data), np.var(data, ddof=1), np.std(data, ddof=1), np.ptp(data), np.average(data))
print(np.median(m), np.median(m, axis=0), np.median(m, axis=1, keepdims=True), np.mean(m, axis=0), np.average(m, axis=0, weights=[3, 1]), np.average([1, 2, 3], weights=[3, 2, 1], returned=True))
print(np.percentile(data, 50), np.percentile(data, [25, 75]), np.percentile(m, 90, axis=1), np.quantile(data, 0.1), np.quantile(data, [0, 0.5, 1]), np.quantile(m, [0.5], axis=0), np.percentile(data, 75) - np.percentile(data, 25))
for method in ("linear", "lower", "higher", "midpoint", "nearest", "hazen", "weibull", "median_unbiased", "inverted_cdf"):
    print(method, np.percentile([1, 2, 3, 4, 10], [10, 33, 80], method=method))
print(np.corrcoef([1, 2, 3], [1, 2, 4]).round(6), np.corrcoef(m).round(6), np.corrcoef(m, rowvar=False).round(6), np.cov([1, 2, 3], [1, 2, 4]), np.cov(m), np.cov(m.T), np.cov(m, bias=True), np.cov(m, ddof=0), sep="\n")
print(np.cov([1, 2, 3, 4]), np.cov(m, fweights=[1, 2, 3]).round(6), np.cov(m, aweights=[1, 2, 3]).round(6), np.correlate([1, 2, 3], [0, 1, 0.5]), np.correlate([1, 2, 3], [0, 1, 0.5], "full"), sep="\n")
print(np.histogram(data), np.histogram(data, bins=3), np.histogram(data, bins=[0, 5, 10]), np.histogram(data, bins=2, range=(0, 10)), np.histogram(data, bins=2, density=True), np.histogram([1, 2, 2], bins=2, weights=[1, 0.5, 2]), sep="\n")
print(np.histogram_bin_edges(data, bins=4), np.histogram2d([1, 2, 3], [1, 2, 3], bins=2)[0], np.histogram(data, bins="auto"), np.histogram(data, bins="sturges")[0])
print(np.bincount(data), np.digitize(data, [3, 5, 8]), np.bincount(np.digitize(data, [3, 5, 8])), np.unique(data, return_counts=True))
z = (data - data.mean()) / data.std()
print(z, z.mean().round(6), z.std(), (data - data.min()) / (data.max() - data.min()))
print(np.cumsum(data) / np.arange(1, 9), np.convolve(data, np.ones(3) / 3, mode="valid").round(6), np.convolve(data, np.ones(3) / 3, mode="same").round(6), np.diff(data) / data[:-1])
q1, q3 = np.percentile(data, [25, 75])
print(data[(data < q1 - 1.5 * (q3 - q1)) | (data > q3 + 1.5 * (q3 - q1))], np.argmax(np.bincount(data)), np.mean(data > 4), (data > 4).mean())
pred, true = np.array([1, 0, 1, 1]), np.array([1, 0, 0, 1])
print((pred == true).mean(), np.mean((pred - true) ** 2), np.sqrt(np.mean((pred - true) ** 2)), np.sum((pred == 1) & (true == 1)), np.mean(np.abs(pred - true)))
e = np.exp([1.0, 2.0, 3.0])
print(e / e.sum(), 1 / (1 + np.exp(-np.array([-1, 0, 1]))), np.eye(3)[[0, 2, 1]], np.maximum(0, [-1, 2]), -np.mean(np.log([0.9, 0.8])))
print(np.mean(m, axis=(0, 1)), np.var(m, axis=0, keepdims=True), np.std(np.float32([1, 2, 4])), np.mean([True, False]), np.mean(np.array([1, 2], np.int8)), np.median([1, np.nan]), np.median(["1"] if False else [3, 1]))
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(np.mean([]), np.var([1], ddof=1), np.std([]), np.median([]), np.nanmean([np.nan]), np.corrcoef([1, 1], [1, 2]))
    for each in caught:
        print(each.category.__name__, each.message)


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


tried(lambda: np.percentile(data, 101))
tried(lambda: np.quantile(data, 1.5))
tried(lambda: np.percentile(data, 50, method="bad"))
tried(lambda: np.average(data, weights=[1, 2]))
tried(lambda: np.average([1, 2], weights=[0, 0]))
tried(lambda: np.histogram(data, bins=0))
tried(lambda: np.histogram(data, bins=[3, 1]))
tried(lambda: np.histogram([1, np.nan]))
tried(lambda: np.mean(["a", "b"]))
tried(lambda: np.median(m, axis=5))
tried(lambda: np.corrcoef([1, 2], [1, 2, 3]))
tried(lambda: np.convolve([], [1]))
tried(lambda: np.interp([1], [1, 2], [1]))
tried(lambda: np.polyfit([1, 2], [1, 2, 3], 1))
