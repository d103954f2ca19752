"""What each change of a meeting begins and ends with: nobody else changes it meanwhile, and the account says so."""

from datetime import datetime
from typing import Any

from decisions.access import may_keep_meetings
from decisions.meetings.models import Decision, Meeting
from forum.access import Standing
from forum.db import db
from forum.history.actions import record
from forum.refusal import Refusal, raise_if
from forum.web import TWO_AT_ONCE


def stamp(row: Meeting | Decision) -> str:
    """Return what a form carries of the thing that it was made from."""
    return row.changed_at.isoformat()


def hold(row: Meeting | Decision, *, seen: str | None, by: Standing) -> None:
    """Keep others from changing a thing until the transaction ends, and read it anew.

    `seen` is the stamp that the form carries, `None` where no form is. Raises Refusal for who may not, and when
    somebody changed the thing since the form was shown.
    """
    raise_if(may_keep_meetings(by))
    db.session.flush()
    db.session.refresh(row, with_for_update={"of": type(row)})
    if seen is not None and seen != stamp(row):
        raise Refusal(TWO_AT_ONCE)


def changed(verb: str, row: Meeting | Decision, *, by: Standing, on: datetime, **values: Any) -> None:
    """Mark a thing as changed now, and record it; the page of its body shows it too."""
    row.changed_at = on
    kind = "meeting" if isinstance(row, Meeting) else "decision"
    db.session.flush()
    parents = [("body", row.body_id)]
    if isinstance(row, Decision) and row.meeting_id is not None:
        parents.append(("meeting", row.meeting_id))
    record(verb, (kind, row.id), by=by.person_id, on=on, parents=tuple(parents), **values)
