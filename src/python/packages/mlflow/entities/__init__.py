"""What experiments and runs are made of, as values."""

import pprint


class _Entity:
    """Shows its fields in the order of their names, as MLflow's entities do."""

    _fields = ()

    def __init__(self, **fields):
        for name in self._fields:
            setattr(self, name, fields.get(name))

    def __iter__(self):
        return ((name, getattr(self, name)) for name in sorted(self._fields))

    def __eq__(self, other):
        return type(self) is type(other) and dict(self) == dict(other)

    def to_dictionary(self):
        return dict(self)

    def __repr__(self):
        shown = ", ".join(f"{name}={_show(value)}" for name, value in self)
        return f"<{type(self).__name__}: {shown}>"


def _show(value):
    return repr(value) if isinstance(value, _Entity) else pprint.pformat(value)


class LifecycleStage:
    ACTIVE = "active"
    DELETED = "deleted"


class ViewType:
    ACTIVE_ONLY, DELETED_ONLY, ALL = 1, 2, 3


class RunStatus:
    RUNNING, SCHEDULED, FINISHED, FAILED, KILLED = 1, 2, 3, 4, 5
    _names = {1: "RUNNING", 2: "SCHEDULED", 3: "FINISHED", 4: "FAILED", 5: "KILLED"}

    @staticmethod
    def to_string(status):
        if status not in RunStatus._names:
            known = list(RunStatus._names)
            raise Exception(f"Could not get string corresponding to run status {status}. Valid run statuses: {known}")
        return RunStatus._names[status]

    @staticmethod
    def from_string(text):
        for status, name in RunStatus._names.items():
            if name == text:
                return status
        known = list(RunStatus._names.values())
        raise Exception(
            f"Could not get run status corresponding to string {text}. Valid run status strings: {known}"
        )

    @staticmethod
    def is_terminated(status):
        return status in (RunStatus.FINISHED, RunStatus.FAILED, RunStatus.KILLED)


class Experiment(_Entity):
    DEFAULT_EXPERIMENT_NAME = "Default"
    _fields = (
        "artifact_location", "creation_time", "experiment_id", "last_update_time", "lifecycle_stage", "name", "tags",
    )


class RunInfo(_Entity):
    _fields = (
        "artifact_uri", "end_time", "experiment_id", "lifecycle_stage", "run_id", "run_name", "start_time", "status",
        "user_id",
    )


class RunData(_Entity):
    _fields = ("metrics", "params", "tags")


class RunInputs(_Entity):
    _fields = ("dataset_inputs", "model_inputs")


class RunOutputs(_Entity):
    _fields = ("model_outputs",)


class Run(_Entity):
    _fields = ("data", "info", "inputs", "outputs")

    def to_dictionary(self):
        return {name: value.to_dictionary() for name, value in self}


class Metric(_Entity):
    _fields = ("dataset_digest", "dataset_name", "key", "model_id", "run_id", "step", "timestamp", "value")

    def __init__(self, key, value, timestamp, step, **others):
        super().__init__(key=key, value=value, timestamp=timestamp, step=step, **others)


class Param(_Entity):
    _fields = ("key", "value")

    def __init__(self, key, value):
        super().__init__(key=key, value=value)


class RunTag(_Entity):
    _fields = ("key", "value")

    def __init__(self, key, value):
        super().__init__(key=key, value=value)


class ExperimentTag(RunTag):
    pass


class FileInfo(_Entity):
    _fields = ("file_size", "is_dir", "path")

    def __init__(self, path, is_dir, file_size):
        super().__init__(path=path, is_dir=is_dir, file_size=file_size)
