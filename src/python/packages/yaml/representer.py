"""Python objects as trees of nodes."""

import base64
import collections
import datetime
import types

from .error import YAMLError
from .nodes import MappingNode, ScalarNode, SequenceNode
from .resolver import PREFIX


class RepresenterError(YAMLError):
    pass


class BaseRepresenter:
    yaml_representers = {}
    yaml_multi_representers = {}

    def __init__(self, default_style=None, default_flow_style=False, sort_keys=True):
        self.default_style = default_style
        self.default_flow_style = default_flow_style
        self.sort_keys = sort_keys
        self.represented_objects = {}
        self.object_keeper = []
        self.alias_key = None

    def represent(self, data):
        node = self.represent_data(data)
        self.represented_objects = {}
        self.object_keeper = []
        self.alias_key = None
        return node

    def represent_data(self, data):
        self.alias_key = None if self.ignore_aliases(data) else id(data)
        if self.alias_key is not None:
            if self.alias_key in self.represented_objects:
                return self.represented_objects[self.alias_key]
            # What is kept cannot give its id to something new.
            self.object_keeper.append(data)
        kinds = type(data).__mro__
        if kinds[0] in self.yaml_representers:
            return self.yaml_representers[kinds[0]](self, data)
        for kind in kinds:
            if kind in self.yaml_multi_representers:
                return self.yaml_multi_representers[kind](self, data)
        if None in self.yaml_multi_representers:
            return self.yaml_multi_representers[None](self, data)
        if None in self.yaml_representers:
            return self.yaml_representers[None](self, data)
        return ScalarNode(None, str(data))

    @classmethod
    def add_representer(cls, data_type, representer):
        if "yaml_representers" not in cls.__dict__:
            cls.yaml_representers = cls.yaml_representers.copy()
        cls.yaml_representers[data_type] = representer

    @classmethod
    def add_multi_representer(cls, data_type, representer):
        if "yaml_multi_representers" not in cls.__dict__:
            cls.yaml_multi_representers = cls.yaml_multi_representers.copy()
        cls.yaml_multi_representers[data_type] = representer

    def represent_scalar(self, tag, value, style=None):
        node = ScalarNode(tag, value, style=self.default_style if style is None else style)
        if self.alias_key is not None:
            self.represented_objects[self.alias_key] = node
        return node

    def _collection(self, node):
        if self.alias_key is not None:
            self.represented_objects[self.alias_key] = node
        return node

    def _is_plain(self, node):
        return isinstance(node, ScalarNode) and not node.style

    def _settle(self, node, flow_style, plain):
        """Without a wish, only what holds nothing but plain scalars is in brackets."""
        if flow_style is None:
            flow_style = plain if self.default_flow_style is None else self.default_flow_style
        node.flow_style = flow_style
        return node

    def represent_sequence(self, tag, sequence, flow_style=None):
        node = self._collection(SequenceNode(tag, []))
        node.value.extend(self.represent_data(item) for item in sequence)
        return self._settle(node, flow_style, all(self._is_plain(child) for child in node.value))

    def represent_mapping(self, tag, mapping, flow_style=None):
        node = self._collection(MappingNode(tag, []))
        pairs = mapping
        if hasattr(mapping, "items"):
            pairs = list(mapping.items())
            if self.sort_keys:
                try:
                    pairs = sorted(pairs)
                except TypeError:
                    pass
        for key, value in pairs:
            node.value.append((self.represent_data(key), self.represent_data(value)))
        plain = all(self._is_plain(child) for pair in node.value for child in pair)
        return self._settle(node, flow_style, plain)

    def ignore_aliases(self, data):
        return False


class SafeRepresenter(BaseRepresenter):
    inf_value = float("inf")

    def ignore_aliases(self, data):
        return data is None or data == () and isinstance(data, tuple) or isinstance(
            data, (str, bytes, bool, int, float)
        )

    def represent_none(self, data):
        return self.represent_scalar(PREFIX + "null", "null")

    def represent_str(self, data):
        return self.represent_scalar(PREFIX + "str", data)

    def represent_binary(self, data):
        return self.represent_scalar(PREFIX + "binary", base64.encodebytes(data).decode("ascii"), style="|")

    def represent_bool(self, data):
        return self.represent_scalar(PREFIX + "bool", "true" if data else "false")

    def represent_int(self, data):
        return self.represent_scalar(PREFIX + "int", str(data))

    def represent_float(self, data):
        if data != data:
            value = ".nan"
        elif data in (self.inf_value, -self.inf_value):
            value = ".inf" if data > 0 else "-.inf"
        else:
            value = repr(data).lower()
            # Without a point it would not be read as a number again.
            if "." not in value and "e" in value:
                value = value.replace("e", ".0e", 1)
        return self.represent_scalar(PREFIX + "float", value)

    def represent_list(self, data):
        return self.represent_sequence(PREFIX + "seq", data)

    def represent_dict(self, data):
        return self.represent_mapping(PREFIX + "map", data)

    def represent_set(self, data):
        return self.represent_mapping(PREFIX + "set", dict.fromkeys(data))

    def represent_date(self, data):
        return self.represent_scalar(PREFIX + "timestamp", data.isoformat())

    def represent_datetime(self, data):
        return self.represent_scalar(PREFIX + "timestamp", data.isoformat(" "))

    def represent_undefined(self, data):
        raise RepresenterError("cannot represent an object", data)


for _types, _method in [
    ([type(None)], SafeRepresenter.represent_none),
    ([str], SafeRepresenter.represent_str),
    ([bytes], SafeRepresenter.represent_binary),
    ([bool], SafeRepresenter.represent_bool),
    ([int], SafeRepresenter.represent_int),
    ([float], SafeRepresenter.represent_float),
    ([list, tuple], SafeRepresenter.represent_list),
    ([dict], SafeRepresenter.represent_dict),
    ([set], SafeRepresenter.represent_set),
    ([datetime.date], SafeRepresenter.represent_date),
    ([datetime.datetime], SafeRepresenter.represent_datetime),
    ([None], SafeRepresenter.represent_undefined),
]:
    for _type in _types:
        SafeRepresenter.add_representer(_type, _method)


def full_name(data):
    return f"{data.__module__}.{data.__qualname__}" if data.__module__ != "builtins" else f"builtins.{data.__qualname__}"


class Representer(SafeRepresenter):
    """Writes Python's other objects under tags that name their types."""

    def represent_complex(self, data):
        if data.imag == 0.0:
            value = repr(data.real)
        elif data.real == 0.0:
            value = f"{data.imag!r}j"
        else:
            value = f"{data.real!r}{'+' if data.imag > 0 else ''}{data.imag!r}j"
        return self.represent_scalar(PREFIX + "python/complex", value)

    def represent_tuple(self, data):
        return self.represent_sequence(PREFIX + "python/tuple", data)

    def represent_name(self, data):
        return self.represent_scalar(f"{PREFIX}python/name:{full_name(data)}", "")

    def represent_module(self, data):
        return self.represent_scalar(f"{PREFIX}python/module:{data.__name__}", "")

    def represent_ordered_dict(self, data):
        items = [[key, value] for key, value in data.items()]
        return self.represent_sequence(f"{PREFIX}python/object/apply:{full_name(type(data))}", [items])

    def represent_object(self, data):
        """What `copy` and `pickle` would take from an object."""
        reduced = (tuple(data.__reduce_ex__(2)) + (None,) * 5)[:5]
        function, arguments, state, items, pairs = reduced
        arguments = list(arguments)
        state = {} if state is None else state
        items = [] if items is None else list(items)
        pairs = {} if pairs is None else dict(pairs)
        made = function.__name__ == "__newobj__"
        if made:
            function, *arguments = arguments
        tag = f"{PREFIX}python/object{'/new' if made else '/apply'}:{full_name(function)}"
        if made and not arguments and not items and not pairs and isinstance(state, dict):
            return self.represent_mapping(f"{PREFIX}python/object:{full_name(function)}", state)
        if not items and not pairs and isinstance(state, dict) and not state:
            return self.represent_sequence(tag, arguments)
        parts = {"args": arguments, "state": state, "listitems": items, "dictitems": pairs}
        shown = {name: part for name, part in parts.items() if part or (name == "state" and not isinstance(part, dict))}
        return self.represent_mapping(tag, shown)


Representer.add_representer(complex, Representer.represent_complex)
Representer.add_representer(tuple, Representer.represent_tuple)
Representer.add_multi_representer(type, Representer.represent_name)
Representer.add_representer(collections.OrderedDict, Representer.represent_ordered_dict)
for _type in types.FunctionType, types.BuiltinFunctionType:
    Representer.add_representer(_type, Representer.represent_name)
Representer.add_representer(types.ModuleType, Representer.represent_module)
Representer.add_multi_representer(object, Representer.represent_object)
