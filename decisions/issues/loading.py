"""Load an issue with all that its page shows, in a fixed number of queries however long its story is."""

from typing import Any, NamedTuple

from sqlalchemy import Select

from decisions.answers.queries import CARDS
from decisions.issues import statements
from decisions.journeys.usual.finding import of_journey
from decisions.packs.merge import Documents
from decisions.pathways.fitting import Fitted
from decisions.promises.queries import OF_ISSUE
from decisions.promises.verdicts.queries import SAID
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
    promises: tuple[Any, ...] = ()
    said: tuple[Any, ...] = ()


def load(thread_id: int, who: Standing) -> Rows | None:
    """Return an issue with its story, or `None` when there is none that this person may see. Five queries with a
    journey, two without one; one more when it was started from usual steps, when promises belong to it, and when people
    said what changed."""
    head = db.session.execute(statements.HEAD, {"thread_id": thread_id}).first()
    if head is None or subjects.get("thread").may_see(who, head) is not None:
        return None
    answers = _all(CARDS, thread_id=thread_id)
    promises = _all(OF_ISSUE, thread_id=thread_id) if head.promise_count else ()
    if head.journey_id is None:
        return Rows(head, answers, promises=promises)
    of = {"journey_id": head.journey_id}
    stops, moves = _all(statements.STOPS, **of), _all(statements.MOVES, **of)
    said = _all(SAID, **of) if head.verdict_count else ()
    return Rows(head, answers, stops, moves, _all(statements.DEADLINES, **of), _usual(head), promises, said)


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
