"""What bodies published about an issue: each agenda item with its day, each decision with its stage."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from decisions.meetings.kinds import STATUS_WORDS, Status
from decisions.meetings.rules import shade_sentence
from decisions.who_decides.meetings.words import facts
from forum.links import url_for
from forum.say import _, say, say_day


class Record(NamedTuple):
    """A record as the page shows it."""

    title: str
    url: str
    said: str


def records(rows: Iterable[Any], today: date) -> list[Record]:
    """Return the records that an issue is joined with, in the order of the rows."""
    return [_decision(row, today) if row.decision_id is not None else _item(row, today) for row in rows]


def _item(row: Any, today: date) -> Record:
    url = url_for("meetings.short", id=row.meeting_id, _anchor=f"item-{row.item_id}")
    said = _("%(body)s, %(day)s", body=row.body, day=say_day(row.day, today))
    if row.status in (Status.CANCELLED, Status.PUT_OFF):
        said = f"{said}. {_(STATUS_WORDS[Status(row.status)])}."
    return Record(row.title, url, said)


def _decision(row: Any, today: date) -> Record:
    """A decision. Until when others can ask for another look is on its own page, where it is worked out."""
    said = f"{row.body}. {say(shade_sentence(facts(row), today))}"
    return Record(row.title, url_for("meetings.decision", id=row.decision_id), said)
