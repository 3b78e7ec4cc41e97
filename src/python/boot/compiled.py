"""What is imported from the library is compiled once for a workspace, not once for each of its programs."""

import _dojo
import marshal
from _frozen_importlib_external import SourceLoader

_LIBRARY = "/usr/lib/"
_compile = SourceLoader.get_code


def get_code(self, fullname):
    path = self.get_filename(fullname)
    if not path.startswith(_LIBRARY):
        return _compile(self, fullname)
    kept = _dojo.compiled(path)
    if kept is not None:
        return marshal.loads(kept)
    code = _compile(self, fullname)
    _dojo.keep_compiled(path, marshal.dumps(code))
    return code


SourceLoader.get_code = get_code
