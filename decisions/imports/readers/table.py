"""The readers by their names, and how large a file each takes (pure)."""

from collections.abc import Callable

from decisions.imports.readers import calendars, decision_pages, moderngov, pasted, popolo, sheets
from decisions.imports.records import Asked, Finds, Unreadable
from forum.say import N_

MEGABYTE = 1_000_000
LARGEST = 10 * MEGABYTE  # bytes of one file
Read = Callable[[bytes, Asked], Finds]

READERS: dict[str, Read] = {
    "moderngov": moderngov.read,
    "moderngov-decisions": decision_pages.read,
    "icalendar": calendars.read,
    "popolo": popolo.read,
    "csv": sheets.read,
    "text": pasted.read,
}
READER_WORDS = {
    "moderngov": N_("ModernGov: committees, meetings and agendas"),
    "moderngov-decisions": N_("ModernGov: pages of decisions"),
    "icalendar": N_("A calendar file (iCalendar)"),
    "popolo": N_("People and their seats (Popolo)"),
    "csv": N_("A table from a spreadsheet"),
    "text": N_("The text of an agenda or of minutes"),
}
TOO_LARGE = N_("This is larger than %(most)s million letters and signs. Bring it in parts.")


def read(reader: str, data: bytes, asked: Asked) -> Finds:
    """Read a file. Raises Unreadable, at once or on the way; then nothing of it is used."""
    raise_if_large(len(data))
    return READERS[reader](data, asked)


def raise_if_large(size: int) -> None:
    """Refuse a size in bytes. Raises Unreadable."""
    if size > LARGEST:
        raise Unreadable(TOO_LARGE, most=LARGEST // MEGABYTE)
