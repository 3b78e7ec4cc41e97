import random
import hashlib
import hmac
import base64
import uuid
import secrets
import zlib
import binascii
import struct
import pickle
import gzip

random.seed(42)
print(random.random(), random.randint(1, 100), random.choice("abcdef"), random.uniform(1, 2), random.gauss(0, 1), random.getrandbits(70))
xs = list(range(10))
random.shuffle(xs)
print(xs, random.sample(range(100), 5), random.choices("ab", weights=[1, 3], k=6), random.randrange(0, 100, 5), random.betavariate(1, 2), random.expovariate(1.5), random.triangular(0, 1), random.normalvariate(3, 1))
for seed in (0, -3, "text", 2.5, b"bytes", 2**70, bytearray(b"x")):
    print(seed, random.Random(seed).random())
r = random.Random(1)
state = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(3)], state[0], state[1][:3], len(state[1]))
print(hashlib.sha256(b"abc").hexdigest(), hashlib.md5(b"").hexdigest(), hashlib.sha1(b"x").hexdigest()[:8], hashlib.new("sha512", b"x").hexdigest()[:8], hashlib.blake2b(b"x", digest_size=4).hexdigest())
h = hashlib.sha256()
h.update(b"a"); h.update(b"bc")
print(h.hexdigest() == hashlib.sha256(b"abc").hexdigest(), h.digest_size, h.name, hmac.new(b"k", b"m", "sha256").hexdigest()[:16])
print(base64.b64encode(b"hello"), base64.urlsafe_b64decode(b"_-8="), base64.b16encode(b"\xff"), binascii.hexlify(b"ab"), zlib.crc32(b"abc"), zlib.decompress(zlib.compress(b"x" * 100)) == b"x" * 100, gzip.decompress(gzip.compress(b"z")))
print(struct.pack("<ihd", 1, 2, 0.5), struct.unpack(">H", b"\x01\x02"), struct.calcsize("i4x"), struct.pack("!4s?", b"ab", True))
print(uuid.UUID("12345678123456781234567812345678"), uuid.uuid5(uuid.NAMESPACE_DNS, "example.org"), uuid.uuid4().version, len(secrets.token_hex(8)), len({uuid.uuid4() for _ in range(5)}))


class Thing:
    def __init__(self, x):
        self.x = x


data = {"a": [1, 2.5, None], "b": (True, b"z"), "s": {1, 2}, "t": "日本"}
print(pickle.loads(pickle.dumps(data)) == data, pickle.loads(pickle.dumps(Thing(3))).x, pickle.dumps(1, protocol=2))
with open("t.pkl", "wb") as f:
    pickle.dump(data, f)
print(pickle.load(open("t.pkl", "rb")) == data)
try:
    pickle.dumps(lambda: 1)
except Exception as error:
    print(type(error).__name__)
