"""Which tag a node has when none is written."""

import _yaml

PREFIX = "tag:yaml.org,2002:"


class BaseResolver:
    """Knows texts only: without kinds, every plain scalar is one."""

    DEFAULT_SCALAR_TAG = PREFIX + "str"
    DEFAULT_SEQUENCE_TAG = PREFIX + "seq"
    DEFAULT_MAPPING_TAG = PREFIX + "map"

    def resolve_scalar(self, value):
        return self.DEFAULT_SCALAR_TAG


class Resolver(BaseResolver):
    """Knows the kinds of YAML 1.1, and those that a program adds."""

    # First character or None -> [(tag, pattern)], asked when YAML 1.1 sees nothing but a text.
    yaml_implicit_resolvers = {}

    @classmethod
    def add_implicit_resolver(cls, tag, regexp, first):
        if "yaml_implicit_resolvers" not in cls.__dict__:
            cls.yaml_implicit_resolvers = {key: list(known) for key, known in cls.yaml_implicit_resolvers.items()}
        for character in first or [None]:
            cls.yaml_implicit_resolvers.setdefault(character, []).append((tag, regexp))

    def resolve_scalar(self, value):
        tag = _yaml.resolve(value)
        if tag == "str" and self.yaml_implicit_resolvers:
            for first in value[:1], None:
                for added, pattern in self.yaml_implicit_resolvers.get(first, ()):
                    if pattern.match(value):
                        return added
        return PREFIX + tag
