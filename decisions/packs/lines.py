"""On which line of a TOML file each key stands (pure). `tomllib` does not say.

The text was read by `tomllib` before, so it is known to be TOML: what is read here can be read simply.
"""

import re
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
SPACE = re.compile(r"[ \t]*")
BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
PART = re.compile(r"""[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*'""")
QUOTED = re.compile(r""""{3}(?:\\.|[^\\])*?"{3,5}|\'{3}.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*\'""", re.DOTALL)
SCALAR = re.compile(r"[^,\]}\n#]*")


@dataclass(slots=True)
class _Reader:
    text: str
    at: int = 0
    here: Path = ()
    found: dict[Path, int] = field(default_factory=dict)
    counts: dict[Path, int] = field(default_factory=dict)
    counted: int = 0  # up to where the lines were counted
    lines: int = 1

    def line(self) -> int:
        """Return the line here. Reading goes forward only, so each letter is counted once."""
        self.lines += self.text.count("\n", self.counted, self.at)
        self.counted = self.at
        return self.lines

    def skip(self, pattern: re.Pattern[str]) -> str:
        """Move past what a pattern matches here, and return it."""
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return match.group() if match else ""

    def name(self) -> Path:
        """Read a key: one part or several with dots between."""
        parts: list[str] = []
        while True:
            self.skip(SPACE)
            parts.append(self.skip(PART).strip("\"'"))
            self.skip(SPACE)
            if self.text[self.at : self.at + 1] != ".":
                return tuple(parts)
            self.at += 1


def index(text: str) -> dict[Path, int]:
    """Return the line of each key and of each item of a list, by its path: `("body", 0, "name")`. Lines count from 1.

    `text` is TOML that `tomllib` could read.
    """
    reader = _Reader(text)
    while True:
        reader.skip(BLANK)
        if reader.at >= len(text):
            return reader.found
        if text[reader.at] == "[":
            _header(reader)
        else:
            _pair(reader, reader.here)


def line_of(found: dict[Path, int], path: Path) -> int:
    """Return the line of a path, or of the nearest thing around it."""
    while path and path not in found:
        path = path[:-1]
    return found.get(path, 1)


def _header(reader: _Reader) -> None:
    line, many = reader.line(), reader.text.startswith("[[", reader.at)
    reader.at += 2 if many else 1
    path: Path = ()
    names = reader.name()
    for part in names[:-1]:
        path = (*path, part)
        if path in reader.counts:
            path = (*path, reader.counts[path] - 1)
    path = (*path, names[-1])
    if many:
        reader.found.setdefault(path, line)
        reader.counts[path] = reader.counts.get(path, 0) + 1
        path = (*path, reader.counts[path] - 1)
    reader.found[path], reader.here = line, path
    reader.at += 2 if many else 1


def _pair(reader: _Reader, around: Path) -> None:
    line = reader.line()
    path = around
    for part in reader.name():
        path = (*path, part)
        reader.found.setdefault(path, line)
    reader.at += 1  # the equals sign
    reader.skip(SPACE)
    _value(reader, path)


def _value(reader: _Reader, path: Path) -> None:
    first = reader.text[reader.at : reader.at + 1]
    if first == "[":
        _items(reader, path, "]")
    elif first == "{":
        _items(reader, path, "}")
    elif first in "\"'":
        reader.skip(QUOTED)
    else:
        reader.skip(SCALAR)


def _items(reader: _Reader, path: Path, end: str) -> None:
    reader.at += 1
    count = 0
    while True:
        reader.skip(BLANK)
        if reader.text[reader.at] == end:
            reader.at += 1
            return
        if reader.text[reader.at] == ",":
            reader.at += 1
        elif end == "}":
            _pair(reader, path)
        else:
            reader.found[(*path, count)] = reader.line()
            _value(reader, (*path, count))
            count += 1
