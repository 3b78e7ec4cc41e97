"""Settings of the whole package."""

_settings = {
    "assume_finite": False,
    "working_memory": 1024,
    "print_changed_only": True,
    "display": "diagram",
    "array_api_dispatch": False,
    "transform_output": "default",
    "enable_metadata_routing": False,
    "skip_parameter_validation": False,
}


def get_config():
    return dict(_settings)


def set_config(**settings):
    for name, value in settings.items():
        if name not in _settings:
            raise TypeError(f"set_config() got an unexpected keyword argument {name!r}")
        if value and name in ("assume_finite", "array_api_dispatch", "enable_metadata_routing", "skip_parameter_validation"):
            raise NotImplementedError(f"set_config: {name} is not carried here")
        if value is not None:
            _settings[name] = value


class config_context:
    """Settings for a `with` block."""

    def __init__(self, **settings):
        self.settings = settings

    def __enter__(self):
        self.before = get_config()
        set_config(**self.settings)

    def __exit__(self, *problem):
        _settings.update(self.before)
