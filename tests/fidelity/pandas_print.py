import pandas as pd
import numpy as np

rng = np.arange(1200).reshape(100, 12) * 1.25
wide = pd.DataFrame(rng, columns=[f"long_column_{n}" for n in range(12)])
print(wide)
print(wide["long_column_0"])
print(wide.head(3).round(1))
print(pd.Series(range(100)))
print(pd.Series(np.linspace(0, 1, 7)))
print(pd.Series([1e10, 1.5, np.nan]), pd.Series([1e-10, 1.0]), pd.Series([1e6, 0.001]))
print(pd.DataFrame({"x": [1e9, 1.5], "y": [1e-8, 1.0], "z": [123456789, -1], "w": ["a" * 60, "b"]}))
print(pd.DataFrame({"f": [0.1, 0.25, 100.0], "b": [True, False, True], "n": [None, "a", "b"]}))
print(pd.DataFrame({"a": [-1, 2]}, index=[1.5, 2.5]))
print(pd.Series(["a", 1, None, 2.5]), pd.Series([], dtype=float))
print(pd.Index([1, 2]), pd.Index(["a"], name="n"), pd.Index(np.arange(300)), wide.columns)
print(pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}).to_string(index=False))
with pd.option_context("display.precision", 2, "display.max_rows", 4):
    print(wide.iloc[:, :2] / 3)
print(wide)
pd.get_option("display.nothing")
