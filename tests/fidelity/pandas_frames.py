import pandas as pd
import numpy as np

df = pd.DataFrame({"name": ["Ann", "Bob", "Cid", None], "age": [31, 25, 47, 38], "score": [8.5, np.nan, 7.25, 9.0]})
print(df)
print(df.shape, df.size, len(df), df.ndim, df.empty)
print(df.dtypes)
print(df.columns, df.index)
df.info()
print(df.head(2))
print(df.tail(1))
print(df["age"])
print(df[["name", "score"]])
df["senior"] = df["age"] > 35
df["double"] = df.age * 2
print(df)
print(df.drop(columns=["double", "senior"]))
print(df.rename(columns={"age": "years"}).columns.tolist())
print(df.assign(half=lambda d: d.age / 2))
print(df.T)
print(df.values)
print(pd.DataFrame([[1, 2], [3, 4]], columns=["a", "b"], index=["x", "y"]))
print(pd.DataFrame([{"a": 1, "b": 2}, {"a": 3}]))
print(pd.DataFrame(np.arange(4).reshape(2, 2)))
print(pd.DataFrame())
for label, row in df.iterrows():
    print(label, row["name"], row["age"])
try:
    df["salary"]
except KeyError as error:
    print("KeyError", error)
try:
    df["bad"] = [1, 2]
except ValueError as error:
    print(error)
pd.DataFrame({"a": [1], "b": [1, 2]})
