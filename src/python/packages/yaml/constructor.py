"""Trees of nodes as Python objects."""

import base64
import binascii
import datetime
import types
from collections.abc import Hashable

from .error import MarkedYAMLError
from .nodes import MappingNode, ScalarNode, SequenceNode
from .resolver import PREFIX


class ConstructorError(MarkedYAMLError):
    pass


class BaseConstructor:
    yaml_constructors = {}
    yaml_multi_constructors = {}

    def __init__(self):
        self.constructed_objects = {}
        self.recursive_objects = {}

    def check_data(self):
        return self.check_node()

    def get_data(self):
        if self.check_node():
            return self.construct_document(self.get_node())
        return None

    def get_single_data(self):
        node = self.get_single_node()
        return None if node is None else self.construct_document(node)

    def construct_document(self, node):
        data = self.construct_object(node)
        self.constructed_objects = {}
        self.recursive_objects = {}
        return data

    def construct_object(self, node, deep=False):
        if node in self.constructed_objects:
            return self.constructed_objects[node]
        if node in self.recursive_objects:
            raise ConstructorError(None, None, "found unconstructable recursive node", node.start_mark)
        self.recursive_objects[node] = None
        data = self._construct(node)
        if isinstance(data, types.GeneratorType):
            # First the object, then what is in it, so that it can be in itself.
            filling = data
            data = next(filling)
            self.constructed_objects[node] = data
            for _ in filling:
                pass
        self.constructed_objects[node] = data
        del self.recursive_objects[node]
        return data

    def _construct(self, node):
        constructor = self.yaml_constructors.get(node.tag)
        if constructor is not None:
            return constructor(self, node)
        for prefix, multi in self.yaml_multi_constructors.items():
            if prefix is not None and node.tag.startswith(prefix):
                return multi(self, node.tag[len(prefix) :], node)
        if None in self.yaml_multi_constructors:
            return self.yaml_multi_constructors[None](self, node.tag, node)
        if None in self.yaml_constructors:
            return self.yaml_constructors[None](self, node)
        by_kind = {"scalar": self.construct_scalar, "sequence": self.construct_sequence}
        return by_kind.get(node.id, self.construct_mapping)(node)

    def _expect(self, node, kind, name):
        if not isinstance(node, kind):
            raise ConstructorError(None, None, f"expected a {name} node, but found {node.id}", node.start_mark)

    def construct_scalar(self, node):
        self._expect(node, ScalarNode, "scalar")
        return node.value

    def construct_sequence(self, node, deep=False):
        self._expect(node, SequenceNode, "sequence")
        return [self.construct_object(child) for child in node.value]

    def construct_mapping(self, node, deep=False):
        self._expect(node, MappingNode, "mapping")
        mapping = {}
        for key_node, value_node in node.value:
            key = self.construct_object(key_node)
            if not isinstance(key, Hashable):
                raise ConstructorError(
                    "while constructing a mapping", node.start_mark, "found unhashable key", key_node.start_mark
                )
            mapping[key] = self.construct_object(value_node)
        return mapping

    def construct_pairs(self, node, deep=False):
        self._expect(node, MappingNode, "mapping")
        return [(self.construct_object(key), self.construct_object(value)) for key, value in node.value]

    @classmethod
    def add_constructor(cls, tag, constructor):
        if "yaml_constructors" not in cls.__dict__:
            cls.yaml_constructors = cls.yaml_constructors.copy()
        cls.yaml_constructors[tag] = constructor

    @classmethod
    def add_multi_constructor(cls, tag_prefix, multi_constructor):
        if "yaml_multi_constructors" not in cls.__dict__:
            cls.yaml_multi_constructors = cls.yaml_multi_constructors.copy()
        cls.yaml_multi_constructors[tag_prefix] = multi_constructor


def base_sixty(text, number):
    """`1:30:00` as the number that it is."""
    total = 0
    for part in text.split(":"):
        total = total * 60 + number(part)
    return total


class SafeConstructor(BaseConstructor):
    bool_values = {"yes": True, "no": False, "true": True, "false": False, "on": True, "off": False}
    inf_value = float("inf")
    nan_value = float("nan")

    def construct_scalar(self, node):
        if isinstance(node, MappingNode):
            for key_node, value_node in node.value:
                if key_node.tag == PREFIX + "value":
                    return self.construct_scalar(value_node)
        return super().construct_scalar(node)

    def flatten_mapping(self, node):
        """Puts what `<<` refers to before the mapping's own pairs, which win."""
        merged, own = [], []
        for key_node, value_node in node.value:
            if key_node.tag == PREFIX + "merge":
                merged += self._merged(node, value_node)
            else:
                if key_node.tag == PREFIX + "value":
                    key_node.tag = PREFIX + "str"
                own.append((key_node, value_node))
        if merged:
            node.value = merged + own
        else:
            node.value = own

    def _merged(self, node, value_node):
        if isinstance(value_node, MappingNode):
            self.flatten_mapping(value_node)
            return value_node.value
        if not isinstance(value_node, SequenceNode):
            problem = f"expected a mapping or list of mappings for merging, but found {value_node.id}"
            raise ConstructorError("while constructing a mapping", node.start_mark, problem, value_node.start_mark)
        pairs = []
        # The first of several wins, so it comes last.
        for part in reversed(value_node.value):
            if not isinstance(part, MappingNode):
                problem = f"expected a mapping for merging, but found {part.id}"
                raise ConstructorError("while constructing a mapping", node.start_mark, problem, part.start_mark)
        for part in reversed(value_node.value):
            self.flatten_mapping(part)
            pairs += part.value
        return pairs

    def construct_mapping(self, node, deep=False):
        if isinstance(node, MappingNode):
            self.flatten_mapping(node)
        return super().construct_mapping(node)

    def construct_yaml_null(self, node):
        self.construct_scalar(node)
        return None

    def construct_yaml_bool(self, node):
        return self.bool_values[self.construct_scalar(node).lower()]

    def construct_yaml_int(self, node):
        value = self.construct_scalar(node).replace("_", "")
        sign = -1 if value.startswith("-") else 1
        value = value[1:] if value[:1] in ("+", "-") else value
        if value == "0":
            return 0
        if value.startswith("0b"):
            return sign * int(value[2:], 2)
        if value.startswith("0x"):
            return sign * int(value[2:], 16)
        if value.startswith("0"):
            return sign * int(value, 8)
        return sign * base_sixty(value, int)

    def construct_yaml_float(self, node):
        value = self.construct_scalar(node).replace("_", "").lower()
        sign = -1 if value.startswith("-") else 1
        value = value[1:] if value[:1] in ("+", "-") else value
        if value == ".inf":
            return sign * self.inf_value
        if value == ".nan":
            return self.nan_value
        return sign * base_sixty(value, float)

    def construct_yaml_binary(self, node):
        try:
            value = self.construct_scalar(node).encode("ascii")
            return base64.decodebytes(value)
        except UnicodeEncodeError as error:
            problem = f"failed to convert base64 data into ascii: {error}"
        except binascii.Error as error:
            problem = f"failed to decode base64 data: {error}"
        raise ConstructorError(None, None, problem, node.start_mark)

    def construct_yaml_timestamp(self, node):
        value = self.construct_scalar(node)
        if len(value) == 10 and value[4] == value[7] == "-":
            return datetime.date(int(value[:4]), int(value[5:7]), int(value[8:]))
        date, time = value.replace("t", "T").replace("T", " ", 1).replace("\t", " ").split(" ", 1)
        time = time.strip()
        zone = None
        for at, character in enumerate(time):
            if character in "Z+- ":
                time, zone = time[:at], time[at:].strip()
                break
        clock, _, fraction = time.partition(".")
        parts = [int(part) for part in date.split("-") + clock.split(":")]
        return datetime.datetime(*parts, int(fraction[:6].ljust(6, "0")), self._zone(zone))

    def _zone(self, text):
        if not text:
            return None
        if text == "Z":
            return datetime.timezone.utc
        hours, _, minutes = text[1:].partition(":")
        delta = datetime.timedelta(hours=int(hours), minutes=int(minutes or 0))
        return datetime.timezone(-delta if text[0] == "-" else delta)

    def _pairs(self, node, what):
        place = f"while constructing {what}"
        if not isinstance(node, SequenceNode):
            raise ConstructorError(
                place, node.start_mark, f"expected a sequence, but found {node.id}", node.start_mark
            )
        for child in node.value:
            if not isinstance(child, MappingNode):
                problem = f"expected a mapping of length 1, but found {child.id}"
                raise ConstructorError(place, node.start_mark, problem, child.start_mark)
            if len(child.value) != 1:
                problem = f"expected a single mapping item, but found {len(child.value)} items"
                raise ConstructorError(place, node.start_mark, problem, child.start_mark)
            key, value = child.value[0]
            yield self.construct_object(key), self.construct_object(value)

    def construct_yaml_omap(self, node):
        pairs = []
        yield pairs
        pairs.extend(self._pairs(node, "an ordered map"))

    def construct_yaml_pairs(self, node):
        pairs = []
        yield pairs
        pairs.extend(self._pairs(node, "pairs"))

    def construct_yaml_set(self, node):
        data = set()
        yield data
        data.update(self.construct_mapping(node))

    def construct_yaml_str(self, node):
        return self.construct_scalar(node)

    def construct_yaml_seq(self, node):
        data = []
        yield data
        data.extend(self.construct_sequence(node))

    def construct_yaml_map(self, node):
        data = {}
        yield data
        data.update(self.construct_mapping(node))

    def construct_undefined(self, node):
        problem = f"could not determine a constructor for the tag {node.tag!r}"
        raise ConstructorError(None, None, problem, node.start_mark)


for _kind in "null bool int float binary timestamp omap pairs set str seq map".split():
    SafeConstructor.add_constructor(PREFIX + _kind, getattr(SafeConstructor, "construct_yaml_" + _kind))
SafeConstructor.add_constructor(None, SafeConstructor.construct_undefined)


class FullConstructor(SafeConstructor):
    """Knows Python's own types as well. Tags that name functions, classes and objects are not carried."""

    def construct_python_str(self, node):
        return self.construct_scalar(node)

    def construct_python_bytes(self, node):
        return self.construct_yaml_binary(node)

    def construct_python_complex(self, node):
        return complex(self.construct_scalar(node))

    def construct_python_tuple(self, node):
        return tuple(self.construct_sequence(node))


for _kind in "none:null bool:bool int:int long:int float:float list:seq dict:map".split():
    _python, _yaml_kind = _kind.split(":")
    FullConstructor.add_constructor(
        f"{PREFIX}python/{_python}", getattr(FullConstructor, "construct_yaml_" + _yaml_kind)
    )
for _kind in "str:str unicode:str bytes:bytes complex:complex tuple:tuple".split():
    _python, _method = _kind.split(":")
    FullConstructor.add_constructor(
        f"{PREFIX}python/{_python}", getattr(FullConstructor, "construct_python_" + _method)
    )
