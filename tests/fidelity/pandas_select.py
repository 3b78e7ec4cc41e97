import pandas as pd

df = pd.DataFrame({"x": [1, 2, 3, 4], "y": [10.0, 20.0, 30.0, 40.0], "k": list("abab")}, index=list("pqrs"))
print(df.loc["q"])
print(df.loc["q", "y"], df.at["r", "x"], df.iat[0, 1], df.iloc[-1, 0])
print(df.loc["q":"r", "x":"y"])
print(df.loc[["p", "s"], ["k"]])
print(df.iloc[1:3, :2])
print(df.iloc[[0, -1]])
print(df[df.x > 2])
print(df[(df.x > 1) & (df["k"] == "b")])
print(df[~df.k.isin(["a"])])
print(df.query("x > 1 and k == 'a'"))
limit = 3
print(df.query("x >= @limit"))
print(df.loc[df.y > 15, "x"].tolist())
df.loc[df.x == 4, "y"] = 0.5
df.loc["t"] = [5, 50.0, "c"]
df.iloc[0, 0] = 100
print(df)
part = df[df.x > 2]
part["y"] = 0.0
print(df["y"].tolist(), part["y"].tolist())
print(df.where(df.x > 3))
print(df.set_index("k"))
print(df.reset_index())
for wrong in (lambda: df.loc["zz"], lambda: df.iloc[99], lambda: df[["x", "zz"]], lambda: df.drop("zz", axis=1), lambda: df.nope):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
if df["x"] > 1:
    pass
