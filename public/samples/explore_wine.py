"""Get to know a data set: its table, its classes, two of its columns as a picture.
データを知る：表、クラスごとの平均、二つの列の図。"""

import matplotlib.pyplot as plt
from sklearn.datasets import load_wine

wine = load_wine(as_frame=True)
df = wine.frame
df["cultivar"] = df["target"].map(dict(enumerate(wine.target_names)))

print(df.shape)
print(df[["alcohol", "flavanoids", "proline", "cultivar"]].head())
print(df["cultivar"].value_counts())
print(df.groupby("cultivar")[["alcohol", "flavanoids", "proline"]].mean().round(2))

fig, (left, right) = plt.subplots(1, 2, figsize=(9, 4))
for name, group in df.groupby("cultivar"):
    left.scatter(group["alcohol"], group["flavanoids"], label=name, alpha=0.7)
left.set(xlabel="alcohol", ylabel="flavanoids", title="Two columns, three cultivars")
left.legend()
right.hist(df["proline"], bins=20, color="tab:purple", edgecolor="white")
right.set(xlabel="proline", ylabel="wines", title="A skewed column")
fig.tight_layout()
fig.savefig("wine.png")
plt.show()
