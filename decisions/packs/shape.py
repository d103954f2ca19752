"""Whether the keys of one entry hold what they should (pure): everything that is wrong, not the first alone."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from decisions.packs.keys import Holds, Key, is_empty
from decisions.packs.merge import Document
from forum.say import N_, Sentence

Path = tuple[str | int, ...]
Wrong = tuple[Path, Sentence]
NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,79}")
REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,79}")
HOUR = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # not tabs, not new lines
LEAP_YEAR = 2024
TURNS = (("valid_from", "valid_to"), ("from", "to"), ("min", "max"))

MISSING = N_("The key “%(key)s” is missing.")
TEXT = N_("Write a text between quotation marks.")
TEXTS = N_("Write a list of texts, as in [“one”, “two”].")
WHAT_IT_HOLDS: dict[Holds, str] = {
    Holds.TEXT: TEXT,
    Holds.TEXTS: TEXTS,
    Holds.FLAG: N_("Write true or false."),
    Holds.NUMBER: N_("Write a whole number, 0 or more."),
    Holds.DAY: N_("Write a date without quotation marks, as in 2026-11-22."),
    Holds.FIXED_DAY: N_("Write the month and the day, as in “03-10”."),
    Holds.HOUR: N_("Write a time of day, as in “12:00”."),
    Holds.LINK: N_("Write a web address that starts with https://."),
    Holds.EMAIL: N_("Write an e-mail address."),
    Holds.NAME: N_("Write an id: letters, digits, dots and hyphens."),
    Holds.VALUE: N_("Write a text, a number or a date."),
    Holds.TABLE: N_("Write a table here."),
    Holds.TABLES: N_("Write a list of tables here."),
}


def wrong(data: Document, keys: tuple[Key, ...], *, whole: Document, path: Path = ()) -> Iterator[Wrong]:
    """Yield what is wrong with an entry or one of its tables.

    Arguments: `data` as the file has it; `keys`, those it may have; `whole`, the entry with the packs below it, which
    must have all that is needed; `path`, where it stands in its entry.
    """
    known = {one.name: one for one in keys}
    for name, value in data.items():
        if name not in known:
            yield (*path, name), Sentence(N_("There is no key called “%(key)s” here."), {"key": name})
        elif not is_empty(value):
            yield from _of_key(value, known[name], (*path, name))
    for key in keys:
        if key.needed and is_empty(whole.get(key.name)):
            yield path, Sentence(MISSING, {"key": key.name})
    yield from _turned(whole, path)


def sound(data: Document, keys: tuple[Key, ...]) -> Document:
    """Return an entry without the keys that hold something wrong, so that what is asked next meets no surprise."""
    known = {one.name: one for one in keys}
    return {
        name: value
        for name, value in data.items()
        if name in known and (is_empty(value) or not any(_of_key(value, known[name], ())))
    }


def _of_key(value: Any, key: Key, path: Path) -> Iterator[Wrong]:
    if not FITS[key.holds](value):
        yield path, Sentence(WHAT_IT_HOLDS[key.holds])
    elif unseen := [one for one in _texts(value) if UNSEEN.search(one)]:
        yield (
            path,
            Sentence(N_("“%(given)s” has a character that can’t be seen."), {"given": UNSEEN.sub("?", unseen[0])}),
        )
    elif any(len(one) > key.at_most for one in _texts(value)):
        yield path, Sentence(N_("This is longer than %(most)s characters."), {"most": str(key.at_most)})
    elif key.holds in (Holds.TABLE, Holds.TABLES):
        yield from _of_tables(value, key, path)
    elif key.one_of:
        for one in value if isinstance(value, list) else [value]:
            if one not in key.one_of:
                values = {"given": one, "words": ", ".join(key.one_of)}
                yield path, Sentence(N_("“%(given)s” is not one of: %(words)s."), values)
    elif key.name == "id" and not NAME.fullmatch(value):
        yield path, Sentence(N_("An id has small letters, digits, dots and hyphens, at most 80."))


def _texts(value: Any) -> list[str]:
    """The texts of a key that holds no tables."""
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]


def _of_tables(value: Any, key: Key, path: Path) -> Iterator[Wrong]:
    if isinstance(value, dict):
        yield from wrong(value, key.keys, whole=value, path=path)
        return
    seen: set[str] = set()
    for number, one in enumerate(value):
        yield from wrong(one, key.keys, whole=one, path=(*path, number))
        ident = one.get("id")
        if isinstance(ident, str) and ident in seen:
            yield (*path, number, "id"), Sentence(N_("The id “%(id)s” comes twice here."), {"id": ident})
        seen.add(str(ident))


def _turned(data: Document, path: Path) -> Iterator[Wrong]:
    """What ends before it starts."""
    for first, last in TURNS:
        start, end = data.get(first), data.get(last)
        for one in (date, int):
            if type(start) is one and type(end) is one and start > end:  # type: ignore[operator]
                values = {"first": first, "last": last, "start": str(start), "end": str(end)}
                text = N_("“%(last)s” (%(end)s) comes before “%(first)s” (%(start)s).")
                yield (*path, last), Sentence(text, values)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_line(value: str) -> bool:
    """Whether a text of a list can stand on one line of a form."""
    return bool(value) and "\n" not in value


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31


def _is_day(value: Any) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_fixed_day(value: Any) -> bool:
    if not isinstance(value, str) or not re.fullmatch(r"\d\d-\d\d", value):
        return False
    try:
        return bool(date(LEAP_YEAR, int(value[:2]), int(value[3:])))
    except ValueError:
        return False


def _is_link(value: Any) -> bool:
    if not isinstance(value, str) or not value.startswith("https://") or any(letter.isspace() for letter in value):
        return False
    try:
        return "." in (urlsplit(value).hostname or "")
    except ValueError:
        return False


FITS: dict[Holds, Callable[[Any], bool]] = {
    Holds.TEXT: _is_text,
    Holds.TEXTS: lambda value: isinstance(value, list) and all(isinstance(one, str) and _is_line(one) for one in value),
    Holds.FLAG: lambda value: isinstance(value, bool),
    Holds.NUMBER: _is_number,
    Holds.DAY: _is_day,
    Holds.FIXED_DAY: _is_fixed_day,
    Holds.HOUR: lambda value: isinstance(value, str) and HOUR.fullmatch(value) is not None,
    Holds.LINK: _is_link,
    Holds.EMAIL: lambda value: isinstance(value, str) and EMAIL.fullmatch(value) is not None,
    Holds.NAME: lambda value: isinstance(value, str) and REFERENCE.fullmatch(value) is not None,
    Holds.VALUE: lambda value: _is_text(value) or _is_number(value) or _is_day(value),
    Holds.TABLE: lambda value: isinstance(value, dict),
    Holds.TABLES: lambda value: isinstance(value, list) and all(isinstance(one, dict) for one in value),
}
