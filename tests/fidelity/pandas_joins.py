import pandas as pd

left = pd.DataFrame({"id": [1, 2, 3, 4], "v": ["p", "q", "r", "s"]})
right = pd.DataFrame({"id": [2, 4, 4, 5], "w": [10, 20, 30, 40]})
for how in ("inner", "left", "right", "outer"):
    print(pd.merge(left, right, on="id", how=how))
print(left.merge(right, on="id", how="outer", indicator=True))
print(left.merge(left, on="id"))
print(left.merge(right, left_on="id", right_on="w", how="left"))
print(left.set_index("id").join(right.set_index("id")))
print(pd.concat([left, left], ignore_index=True))
print(pd.concat([left, right]))
print(pd.concat([left, right], axis=1))
print(pd.concat([left, left], keys=["a", "b"]))
try:
    left.merge(right, on="zz")
except KeyError as error:
    print("KeyError", error)
try:
    pd.concat([])
except ValueError as error:
    print(error)
left.join(right)
