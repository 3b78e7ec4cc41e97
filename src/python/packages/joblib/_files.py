"""Objects in files: pickles, packed with zlib where it is asked for."""

import os
import pickle
from hashlib import new as digest

# The byte that packed files begin with, whatever the level; a pickle begins otherwise.
ZLIB = b"\x78"


def dump(value, filename, compress=0, protocol=None):
    """Writes `value` into the file, and gives its name in a list."""
    level = _packing(compress, filename)
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL if protocol is None else protocol)
    if level:
        import zlib

        data = zlib.compress(data, level)
    if hasattr(filename, "write"):
        filename.write(data)
        return None
    path = os.fspath(filename)
    with open(path, "wb") as file:
        file.write(data)
    return [path]


def _packing(compress, filename):
    """The level of packing; only zlib is here."""
    method, level = "zlib", compress
    if isinstance(compress, tuple):
        if len(compress) != 2:
            raise ValueError(
                "Compress argument tuple should contain exactly 2 elements: (compress method, compress level), you"
                f" passed {compress}"
            )
        method, level = compress
    elif isinstance(compress, str):
        method, level = compress, 3
    elif compress is True:
        level = 3
    elif not compress and not hasattr(filename, "write"):
        ends = os.path.splitext(os.fspath(filename))[1]
        level = 3 if ends in (".z", ".gz", ".bz2", ".xz", ".lzma") else 0
    if level is not None and level not in range(10):
        raise ValueError(f'Non valid compress level given: "{level}". Possible values are {list(range(10))}.')
    if method not in ("zlib", "gzip"):
        raise NotImplementedError(f"joblib: compression by {method!r} is not carried here, 'zlib' is")
    return level or 0


def load(filename, mmap_mode=None, ensure_native_byte_order="auto"):
    """What was written into the file."""
    if mmap_mode is not None:
        raise NotImplementedError("joblib.load: mmap_mode is not carried here")
    if hasattr(filename, "read"):
        data = filename.read()
    else:
        with open(os.fspath(filename), "rb") as file:
            data = file.read()
    if data[:1] == ZLIB:
        import zlib

        data = zlib.decompress(data)
    return pickle.loads(data)


def hash(obj, hash_name="md5", coerce_mmap=False):
    """A digest of the pickle of an object: the same for equal objects, but not that of other versions of joblib."""
    if hash_name not in ("md5", "sha1"):
        raise ValueError(f"Valid options for 'hash_name' are ('md5', 'sha1'). Got hash_name={hash_name!r} instead.")
    return digest(hash_name, pickle.dumps(obj)).hexdigest()
