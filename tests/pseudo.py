"""A language that does not exist: every translated string stands in marks, and the place's own words are in other
letters. So whatever stands outside the marks in plain Latin letters was never put through the catalogue."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from decisions.packs import schema
from decisions.packs.keys import Holds, Key
from decisions.packs.merge import Documents

NO_WORDS = ("fact", "talk", "council", "builds_on", "add", "skip", "when", "next", "changes", "successor", "unit")
OPEN, CLOSE = "⟦", "⟧"
LATIN, OTHER = "abcdefghijklmnopqrstuvwxyz", "абвгдежзийклмнопрстуфхцчшщ"
LETTERS = str.maketrans(LATIN + LATIN.upper(), OTHER + OTHER.upper())
KEPT = re.compile(r"\{[^}]*\}|\S*://\S*|\S+@\S+")
DATES = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|[ap]m)\b"
)
NAMES = re.compile(
    r"\b[Dd]oorway(-draft|-browser|-set-up)?\b|-reading\b|\S+@\S+|https?://\S*|\b[\w-]+(\.[\w-]+)*\.(uk|org)\b(/\S*)?"
)
SHOWN = ("alt", "title", "placeholder", "aria-label", "aria-description", "label")
SILENT = ("script", "style")


class Marks:
    """A catalogue that puts every string into marks. A string that is sent through it twice is marked twice."""

    def ugettext(self, text: str) -> str:
        return f"{OPEN}{text}{CLOSE}"

    def ungettext(self, one: str, many: str, num: int) -> str:
        return f"{OPEN}{one if num == 1 else many}{CLOSE}"


def elsewhere(value: Any) -> Any:
    """Write words of a place in other letters; keys, addresses and gaps stay. Works on all that a TOML file holds."""
    if isinstance(value, dict):
        return {key: elsewhere(one) for key, one in value.items()}
    if isinstance(value, list):
        return [elsewhere(one) for one in value]
    if not isinstance(value, str) or not re.search(r"[A-Z\s]", value):
        return value
    pieces, end = [], 0
    for found in KEPT.finditer(value):
        pieces += [value[end : found.start()].translate(LETTERS), found[0]]
        end = found.end()
    return "".join([*pieces, value[end:].translate(LETTERS)])


def packs_elsewhere(found: Documents) -> Documents:
    """Write what packs say in other letters; ids, words of the schema, addresses and dates stay."""
    return {
        kind: {ident: _entry(data, schema.kind(kind).keys) for ident, data in documents.items()}
        for kind, documents in found.items()
    }


def _entry(data: dict[str, Any], keys: tuple[Key, ...]) -> dict[str, Any]:
    known = {key.name: key for key in keys}
    return {name: _said(value, known.get(name)) for name, value in data.items()}


def _said(value: Any, key: Key | None) -> Any:
    if key is None or key.name in NO_WORDS or key.one_of or key.refers:
        return value
    if key.holds is Holds.TABLE:
        return _entry(value, key.keys)
    if key.holds is Holds.TABLES:
        return [_entry(one, key.keys) for one in value]
    if isinstance(value, list):
        return [str(one).translate(LETTERS) for one in value]
    return value.translate(LETTERS) if key.holds in (Holds.TEXT, Holds.VALUE) and isinstance(value, str) else value


def bare(text: str) -> str:
    """Return what is left of a text without marked parts, dates, names and addresses: empty when all is well."""
    depth, left = 0, []
    for letter in text:
        depth += (letter == OPEN) - (letter == CLOSE)
        if depth == 0 and letter != CLOSE:
            left.append(letter)
    rest = NAMES.sub("", DATES.sub("", "".join(left)))
    return " ".join(rest.split()) if re.search("[A-Za-z]", rest) else ""


class Bare(HTMLParser):
    """Finds words of a page that were not translated. A marked sentence may hold links: marks run across elements."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.silent = ""
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        names = [*SHOWN, *(["value"] if tag == "input" and given.get("type") in ("submit", "button") else [])]
        self.found += [f"{name}={rest!r}" for name in names if (rest := bare(given.get(name) or ""))]
        if tag in SILENT:
            self.silent = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self.silent:
            self.silent = ""

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        before = OPEN * self.depth
        self.depth += data.count(OPEN) - data.count(CLOSE)
        if rest := bare(before + data):
            self.found.append(rest)


def bare_words(page: str) -> Iterator[str]:
    """Yield what stands on a page untranslated: words and attributes that people see or hear."""
    reader = Bare()
    reader.feed(page)
    reader.close()
    yield from reader.found
    if reader.depth:
        yield f"{abs(reader.depth)} marks that do not close: a string was cut"
