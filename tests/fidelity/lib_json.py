import json

data = {"name": "iris", "rows": 150, "mean": 5.843333333333334, "tags": ["a", None, True], "nested": {"é": "日本"}, "t": (1, 2)}
print(json.dumps(data))
print(json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False))
print(json.dumps([1.0, 1e100, -0.0, 10**20, float("inf"), float("nan")]), json.dumps({1: 2, None: 3, True: 4}))
print(json.dumps(data, separators=(",", ":")), json.dumps("quote\" \\ \n \u2028 \x00"))
back = json.loads(json.dumps(data))
print(back == data, back["t"], type(back["mean"]), json.loads("[1, 2.5, 1e3, true, null, \"\\u00e9\\ud83d\\ude00\"]"))
for bad in ("{", "[1,]", "{'a': 1}", "", "nul", "[1 2]", '{"a" 1}', '"\x01"'):
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(bad.encode(), type(error).__name__, error.lineno, error.colno, error.pos)
try:
    json.dumps({"x": object})
except TypeError as error:
    print(error)


class Encoder(json.JSONEncoder):
    def default(self, o):
        return sorted(o) if isinstance(o, set) else super().default(o)


print(json.dumps({"s": {3, 1, 2}}, cls=Encoder), json.dumps({1, 2}, default=list))
print(json.loads('{"a": 1.10, "b": 2}', parse_float=str, object_pairs_hook=list))
with open("out.json", "w") as f:
    json.dump(data, f, indent=4)
with open("out.json") as f:
    text = f.read()
print(len(text), json.loads(text)["rows"], json.load(open("out.json"))["tags"])
