"""What goes wrong, and where."""

BREAKS = "\0\r\n\x85\u2028\u2029"


class Mark:
    """A place in a text. A text that came from a file is not shown."""

    def __init__(self, name, index, line, column, buffer, pointer):
        self.name = name
        self.index = index
        self.line = line
        self.column = column
        self.buffer = buffer
        self.pointer = pointer

    def get_snippet(self, indent=4, max_length=75):
        if self.buffer is None:
            return None
        reach = max_length / 2 - 1
        head = tail = ""
        start = end = self.pointer
        while start > 0 and self.buffer[start - 1] not in BREAKS:
            start -= 1
            if self.pointer - start > reach:
                head = " ... "
                start += 5
                break
        while end < len(self.buffer) and self.buffer[end] not in BREAKS:
            end += 1
            if end - self.pointer > reach:
                tail = " ... "
                end -= 5
                break
        shown = " " * indent + head + self.buffer[start:end] + tail
        return shown + "\n" + " " * (indent + self.pointer - start + len(head)) + "^"

    def __str__(self):
        where = f'  in "{self.name}", line {self.line + 1}, column {self.column + 1}'
        snippet = self.get_snippet()
        return where if snippet is None else where + ":\n" + snippet


class YAMLError(Exception):
    pass


class MarkedYAMLError(YAMLError):
    def __init__(self, context=None, context_mark=None, problem=None, problem_mark=None, note=None):
        self.context = context
        self.context_mark = context_mark
        self.problem = problem
        self.problem_mark = problem_mark
        self.note = note

    def _context_is_elsewhere(self):
        mark, other = self.context_mark, self.problem_mark
        if self.problem is None or other is None:
            return True
        return (mark.name, mark.line, mark.column) != (other.name, other.line, other.column)

    def __str__(self):
        lines = [self.context]
        if self.context_mark is not None and self._context_is_elsewhere():
            lines.append(self.context_mark)
        lines += [self.problem, self.problem_mark, self.note]
        return "\n".join(str(line) for line in lines if line is not None)
