"""Find out in which letters a text is written (pure)."""

from decisions.imports.readers.xml import EMPTY, IS_A_PAGE, PAGE_STARTS
from decisions.imports.records import Unreadable
from forum.say import N_

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
NOT_TEXT = N_("This is not text that we can read. Perhaps it is another kind of file, made to be printed.")
FILES = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff")


def text_of(data: bytes, *, page: bool = False) -> str:
    """Return bytes as text: by their mark, as UTF-8, else as Windows writes it. Raises Unreadable for nothing at all,
    for what is no text, and, unless a web page is asked for, for a web page."""
    if not data.strip(b" \t\r\n\0"):
        raise Unreadable(EMPTY)
    if data.startswith(FILES):
        raise Unreadable(NOT_TEXT)
    if not page and data.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower().startswith(PAGE_STARTS):
        raise Unreadable(IS_A_PAGE)
    for mark, name in MARKS:
        if data.startswith(mark):
            return _decoded(data, name)
    if b"\0" in data:
        raise Unreadable(NOT_TEXT)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, "cp1252")


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as fault:
        raise Unreadable(NOT_TEXT) from fault
