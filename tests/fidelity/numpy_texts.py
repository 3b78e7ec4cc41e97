# Texts and times.
import numpy as np

names = np.array(["alice", "Bob", "carol"])
print(names, names.dtype, names == "Bob", names[names != "Bob"], names + "!", np.char.upper(names), np.strings.upper(names), np.char.add("x_", names))
print(np.char.title(names), np.char.capitalize(names), np.char.lower(names), np.char.str_len(names), np.strings.str_len(names), np.char.replace(names, "o", "0"), np.char.startswith(names, "a"))
print(np.char.find(names, "o"), np.char.count(names, "l"), np.char.strip([" a ", "b "]), np.char.center(["a"], 5, "*"), np.char.zfill(["7"], 3), np.char.isdigit(["1", "a"]), np.char.multiply(["ab"], 2), np.char.endswith(names, "b"))
print(np.char.join("-", ["abc"]), np.char.split(["a b"]), np.char.isalpha(names), np.sort(names), np.unique(names), "Bob" in names, names.tolist(), max(names.tolist()), np.char.equal(names, "Bob"))
names[0] = "a very long name"
print(names, names.astype(object), names.astype("U2"), np.array(["1.5", "2"]).astype(float), np.array([1, 2]).astype(str), np.array([1.0, 0.1]).astype(str), np.array([True]).astype(str))
print([n.upper() for n in names], ",".join(names), names[1] + "x", type(names[1]), names[1] == "Bob", f"{names[1]:>5}", names.max() if False else "", np.array(["b", "a"]) < "b")
day = np.datetime64("2024-02-28")
print(day, repr(day), day + 2, day + np.timedelta64(2, "D"), np.datetime64("2024-03-01") - day, day < np.datetime64("2024-03-01"), day.dtype, np.datetime64("2024-02"), np.datetime64("2024-01-01T12:30"))
days = np.arange("2024-01-30", "2024-02-03", dtype="datetime64[D]")
print(days, days.dtype, repr(days[:2]), days[1:] - days[:-1], days.astype("datetime64[M]"), days[days > np.datetime64("2024-02-01")], np.diff(days), days + 1)
print(np.array(["2024-01-01", "2024-06-01"], dtype="datetime64"), np.array(["2024-01-01"], dtype="datetime64[s]"), np.datetime64("NaT"), np.isnat(np.array(["NaT", "2024-01-01"], dtype="datetime64[D]")))
print(np.timedelta64(90, "m"), np.timedelta64(90, "m") / np.timedelta64(1, "h"), np.timedelta64(1, "D") + np.timedelta64(1, "h"), np.timedelta64(2, "D").astype("timedelta64[h]"), np.timedelta64(3, "D").astype(int))
print(day.astype("datetime64[Y]"), day.astype(object), day.item(), days.min(), days.max(), days.astype(int), np.datetime64(day, "s"), str(day), np.datetime_as_string(day), days.tolist()[0])
import datetime

print(np.datetime64(datetime.date(2024, 5, 1)), np.datetime64(datetime.datetime(2024, 5, 1, 10)), np.array([datetime.date(2024, 5, 1)], dtype="datetime64[D]"), (np.datetime64("2024-12-25") - np.datetime64("2024-11-23")) // np.timedelta64(1, "D"))
print(np.is_busday("2024-01-06") if hasattr(np, "is_busday") else False, np.datetime64("2024-01-01", "M"), np.datetime64(0, "s"), np.sort(days)[::-1][:1], days.argmax(), np.mean(days - days[0]) if False else "")


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


tried(lambda: np.datetime64("2024-13-01"))
tried(lambda: np.datetime64("yesterday"))
tried(lambda: day + day)
tried(lambda: day + 1.5)
tried(lambda: np.array(["a"]).astype(float))
tried(lambda: np.array(["a", "b"]).sum())
tried(lambda: np.array(["a"]).mean())
tried(lambda: np.array(["1.5"]).astype(int))
tried(lambda: int("x"))
