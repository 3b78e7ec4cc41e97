"""MLflow's error with its code."""


class MlflowException(Exception):
    def __init__(self, message, error_code="INTERNAL_ERROR", **kwargs):
        self.message = str(message)
        self.error_code = error_code
        self.json_kwargs = kwargs
        super().__init__(self.message)

    @classmethod
    def invalid_parameter_value(cls, message, **kwargs):
        return cls(message, error_code="INVALID_PARAMETER_VALUE", **kwargs)


class RestException(MlflowException):
    pass
