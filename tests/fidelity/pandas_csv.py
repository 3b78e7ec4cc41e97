import io
import pandas as pd

text = "id,name,price,ok\n1,apple,1.5,True\n2,,2.0,False\n3,cherry,,True\n"
df = pd.read_csv(io.StringIO(text))
print(df)
print(df.dtypes)
df.info()
print(df.to_csv(index=False))
print(df.to_csv())
df.to_csv("out.csv", index=False)
print(pd.read_csv("out.csv").equals(df))
print(pd.read_csv(io.StringIO("a;b\n1;2\n"), sep=";", index_col="a"))
print(pd.read_csv(io.StringIO("1,2\n3,4\n"), header=None))
print(pd.read_csv(io.StringIO("1,2\n3,4\n"), names=["p", "q"]))
print(pd.read_csv(io.StringIO(text), usecols=["id", "price"], nrows=2))
print(pd.read_csv(io.StringIO("d,v\n2020-01-01,2\n"), parse_dates=["d"]).dtypes)
print(pd.read_csv(io.StringIO("a,b\n?,2\n3,4\n"), na_values="?"))
print(pd.read_csv(io.StringIO("a,b\n\"x, y\",\"1,000\"\n"), thousands=","))
print(pd.read_csv(io.StringIO("# note\na,b\n1,2\n"), comment="#"))
print(df.to_dict("records"))
print(df.head(2).to_json(orient="records"))
for wrong in ("", "a,b\n1,2\n3,4,5\n"):
    try:
        pd.read_csv(io.StringIO(wrong))
    except ValueError as error:
        print(type(error).__name__, str(error).strip())
pd.read_csv("missing.csv")
