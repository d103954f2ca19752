"""Load an issue with all that its page shows, in a fixed number of queries however long its story is."""

from typing import Any, NamedTuple

from sqlalchemy import Select

from decisions.answers.queries import CARDS
from decisions.issues import statements
from decisions.journeys.usual.finding import of_journey
from decisions.packs.merge import Documents
from decisions.pathways.fitting import Fitted
from forum import subjects
from forum.access import Standing
from forum.db import db


class Rows(NamedTuple):
    """An issue as the database gave it; the columns are named in `decisions.issues.statements`."""

    head: Any
    answers: tuple[Any, ...] = ()
    stops: tuple[Any, ...] = ()
    moves: tuple[Any, ...] = ()
    deadlines: tuple[Any, ...] = ()
    usual: Fitted | None = None
    joined: tuple[Any, ...] = ()


def load(thread_id: int, who: Standing) -> Rows | None:
    """Return an issue with its story, or `None` when there is none that this person may see. Five queries with a
    journey, one more when it was started from usual steps, two without one; one more when others were joined with it.
    """
    head = db.session.execute(statements.HEAD, {"thread_id": thread_id}).first()
    if head is None or subjects.get("thread").may_see(who, head) is not None:
        return None
    answers = _all(CARDS, thread_id=thread_id)
    joined = _all(statements.ALSO, thread_id=thread_id) if head.has_joined else ()
    if head.journey_id is None:
        return Rows(head, answers, joined=joined)
    of = {"journey_id": head.journey_id}
    stops, moves = _all(statements.STOPS, **of), _all(statements.MOVES, **of)
    return Rows(head, answers, stops, moves, _all(statements.DEADLINES, **of), _usual(head), joined)


def _usual(head: Any) -> Fitted | None:
    """The usual steps that the journey was started from, as they go here."""
    if not head.pathway:
        return None
    found: Documents = {}
    for row in db.session.execute(statements.USUAL, {"pathway": head.pathway}):
        found.setdefault(row.kind, {})[row.ident] = row.data
    return of_journey(found, head.pathway, head.changes)


def _all(statement: Select[Any], **values: int) -> tuple[Any, ...]:
    return tuple(db.session.execute(statement, values))
