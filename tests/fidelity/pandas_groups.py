import pandas as pd

df = pd.DataFrame({
    "team": ["red", "blue", "red", "blue", "green"], "year": [2020, 2020, 2021, 2021, 2021],
    "points": [10, 20, 30, 40, 50], "rate": [0.5, 0.25, None, 1.0, 0.75],
})
print(df.groupby("team")["points"].mean())
print(df.groupby("team").mean(numeric_only=True))
print(df.groupby(["team", "year"])["points"].sum())
print(df.groupby("team").agg({"points": "sum", "rate": ["mean", "count"]}))
print(df.groupby("team").agg(total=("points", "sum"), best=("rate", "max")))
print(df.groupby("team", as_index=False)["points"].max())
print(df.groupby("team").size())
print(df.groupby("team")["points"].agg(["min", "max", "std"]))
print(df.groupby("team")["points"].transform("mean").tolist())
print(df.groupby("team")["points"].describe())
print(df.groupby("team")["points"].apply(lambda s: s.max() - s.min()))
print(df.groupby("team").filter(lambda part: len(part) > 1))
for name, part in df.groupby("team"):
    print(name, part["points"].tolist())
print(df.groupby("team").get_group("red"))
print(df.groupby(df["points"] > 25)["rate"].mean())
print(df.groupby("team")["points"].cumsum().tolist())
print(df.groupby(["team", "year"]).size().unstack(fill_value=0))
print(df.groupby("team").groups)
print(df[["team", "year"]].value_counts())
df.groupby("nope")
