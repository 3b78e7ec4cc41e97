from collections import Counter, OrderedDict, defaultdict, deque, ChainMap
import functools
import heapq
import bisect
import itertools as it
import operator
import copy

c = Counter("mississippi")
print(c, c.most_common(2), c["z"], Counter(a=3) - Counter(a=1, b=2), c + Counter("ss"), sorted(c.elements())[:4], c.total())
d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k].append(v)
print(d, dict(d), defaultdict(int, x=1)["y"])
q = deque([1, 2, 3], maxlen=3)
q.append(4); q.appendleft(0); q.rotate(1)
print(q, q[0], q.pop(), list(reversed(q)))
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(o, o.popitem(last=False), ChainMap({"a": 1}, {"a": 2, "b": 3})["b"])
print(list(it.chain([1], [2, 3])), list(it.combinations("abc", 2)), list(it.permutations([1, 2, 3], 2))[:3], list(it.product("ab", [1, 2])))
print([(k, list(g)) for k, g in it.groupby("aabbb")], list(it.accumulate([1, 2, 3], operator.mul)), list(it.zip_longest("ab", "c", fillvalue="-")))
print(list(it.islice(it.count(10, 5), 3)), list(it.takewhile(lambda x: x < 3, range(9))), list(it.dropwhile(lambda x: x < 7, range(9))), list(it.starmap(pow, [(2, 3)])), list(it.pairwise("abc")), list(it.compress("abc", [1, 0, 1])), list(it.repeat(0, 2)))
h = [5, 1, 4]
heapq.heapify(h); heapq.heappush(h, 0)
print(heapq.heappop(h), heapq.nlargest(2, h), heapq.nsmallest(1, [(2, "b"), (1, "a")]), list(heapq.merge([1, 4], [2, 3])))
xs = [1, 3, 3, 5]
bisect.insort(xs, 4)
print(xs, bisect.bisect_left(xs, 3), bisect.bisect(xs, 3))


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), functools.reduce(operator.add, [1, 2, 3]), functools.partial(pow, 2)(5))


class Model:
    @functools.cached_property
    def weights(self):
        print("computed")
        return [1, 2]

    @functools.singledispatchmethod
    def show(self, x):
        return "object"

    @show.register
    def _(self, x: int):
        return "int"


m = Model()
print(m.weights, m.weights, m.show(1), m.show("s"))


@functools.total_ordering
class V:
    def __init__(self, x):
        self.x = x

    def __eq__(self, o):
        return self.x == o.x

    def __lt__(self, o):
        return self.x < o.x


print(V(1) <= V(2), V(3) > V(2), max([V(1), V(9)], key=operator.attrgetter("x")).x, sorted([{"a": 2}, {"a": 1}], key=operator.itemgetter("a")))
nested = {"a": [1, {"b": 2}]}
shallow, deep = copy.copy(nested), copy.deepcopy(nested)
nested["a"][1]["b"] = 9
print(shallow, deep, functools.cmp_to_key(lambda a, b: b - a)(1) < functools.cmp_to_key(lambda a, b: b - a)(2))
