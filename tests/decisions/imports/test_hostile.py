"""Every reader is given hostile words, letters of another alphabet than it thinks, and days that nobody asked for."""

import json
from datetime import date
from xml.sax.saxutils import escape

import pytest

from decisions.imports.comparing import Gathered
from decisions.imports.readers.table import READERS, read
from decisions.imports.records import Asked, Fault, Record
from tests.decisions.imports.test_bad_files import CALENDAR, HOSTILE, given_to

WORDS = HOSTILE.encode("utf-8", "ignore").decode().replace("\0", "")
MEETING = (
    "<meeting><meetingid>1</meetingid><meetingdate>{day}</meetingdate>"
    "<meetinglocation>{words}</meetinglocation></meeting>"
)
ROW = (
    '<table class="mgTabTable"><tr><th>Title</th><th>Date</th></tr><tr><td>'
    '<a href="ieDecisionDetails.aspx?ID=1">{words}</a></td><td>{day}</td></tr></table>'
)
EVENT = "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:{words}\r\nDTSTART;VALUE=DATE:{ymd}\r\nEND:VEVENT"


def file_of(reader: str, words: str, day: date = date(2026, 2, 10)) -> str:
    """A file of a reader with some words and a day in it."""
    british = f"{day.day:02}/{day.month:02}/{day.year}"
    return {
        "moderngov": MEETING.format(day=british, words=escape(words)),
        "moderngov-decisions": ROW.format(day=british, words=escape(words)),
        "icalendar": CALENDAR.decode().replace("%s", EVENT.format(words=words, ymd=f"{day:%Y%m%d}")),
        "popolo": json.dumps({
            "persons": [{"id": "1", "name": words}],
            "organizations": [{"id": "2", "name": words}],
            "memberships": [{"id": "3", "person_id": "1", "organization_id": "2", "start_date": day.isoformat()}],
        }),
        "csv": f'Meeting;Day\r\n"{words}";{british}\r\n',
        "text": f"1. {words}\nTo agree.\n",
    }[reader]  # fmt: skip


@pytest.mark.parametrize("reader", READERS)
def test_hostile_words_are_words_or_nothing(reader: str) -> None:
    found = given_to(reader, file_of(reader, WORDS).encode())
    if isinstance(found, str):
        assert found.endswith(".")
        return
    assert found.records
    values = " ".join(str(value) for one in found.records.values() for value in one.values.values())
    assert not {"\u202e", "\0", "\ud800"} & set(values)
    assert all(one.address == "" or one.address.startswith("http") for one in found.records.values())


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("letters", ["cp1252", "utf-16", "utf-8-sig", "cp037"])
def test_letters_of_another_alphabet(reader: str, letters: str) -> None:
    """Either they are known, and the name is right, or a sentence says that they are not; never half a name."""
    found = given_to(reader, file_of(reader, "Comité Café").encode(letters))
    if isinstance(found, Gathered) and found.records:
        names = {
            str(one.values.get("title") or one.values.get("place") or one.values.get("name"))
            for one in found.records.values()
        }
        assert letters == "cp037" or any("Caf" in name for name in names), names
        assert "\ufffd" not in "".join(names)
    elif isinstance(found, str):
        assert found.endswith(".")


@pytest.mark.parametrize("reader", [one for one in READERS if one not in ("popolo", "text")])
def test_a_day_outside_is_refused(reader: str) -> None:
    asked = Asked(date(2026, 1, 1), date(2026, 12, 31))
    inside, outside = (
        list(read(reader, file_of(reader, "Cabinet", day).encode(), asked))
        for day in (date(2026, 2, 10), date(1999, 2, 10))
    )
    kinds = ("meeting", "decision")
    assert [one.kind for one in inside if isinstance(one, Record) and one.kind in kinds]
    assert not [one for one in outside if isinstance(one, Record) and one.kind in kinds]
    assert [one for one in outside if isinstance(one, Fault)]
