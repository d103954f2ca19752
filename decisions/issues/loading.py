"""Load an issue with all that its page shows, in a fixed number of queries however long its story is."""

from typing import Any, NamedTuple

from sqlalchemy import Select

from decisions.answers.queries import CARDS
from decisions.answers.questions.queries import OF_ISSUE as QUESTIONS
from decisions.editions.queries import OF_ISSUE as EDITIONS
from decisions.issues import statements
from decisions.journeys.joining.statements import RECORDS
from decisions.journeys.parts import NEWEST
from decisions.journeys.usual.finding import of_journey
from decisions.packs.merge import Documents
from decisions.pathways.fitting import Fitted
from decisions.promises.queries import OF_ISSUE
from decisions.promises.verdicts.queries import SAID
from forum import subjects
from forum.access import Standing
from forum.db import rows

ALL = 1_000_000_000  # entries


class Rows(NamedTuple):
    """An issue as the database gave it; the columns are named in `decisions.issues.statements`."""

    head: Any
    answers: tuple[Any, ...] = ()
    stops: tuple[Any, ...] = ()
    moves: tuple[Any, ...] = ()
    deadlines: tuple[Any, ...] = ()
    usual: Fitted | None = None
    asked: Fitted | None = None  # the usual steps of the answer that it was raised from, before there is a journey
    joined: tuple[Any, ...] = ()
    promises: tuple[Any, ...] = ()
    said: tuple[Any, ...] = ()
    editions: tuple[Any, ...] = ()  # of the issue and of its answers
    questions: tuple[Any, ...] = ()
    records: tuple[Any, ...] = ()
    together: tuple[Any, ...] = ()  # the issues that are decided together with this one
    more: tuple[Any, ...] = ()  # the other journeys; the stops, moves and deadlines are those of all


def load(thread_id: int, who: Standing, place: int = 1, most: int = NEWEST) -> Rows | None:
    """Return an issue with its story, or `None` when there is none that this person may see.

    Arguments: `place`, which of its journeys comes first; `most`, how many of the newest entries of each are loaded in
    full. Five queries with a journey, two without one. One more each: when it has several, when others are decided
    together with it, when it was started from usual steps or raised from an answer, when others were joined with it,
    when promises, questions, records or editions belong to it, and when people said what changed.
    """
    head = next(iter(rows(statements.HEAD, {"thread_id": thread_id, "place": place})), None)
    if head is None or subjects.get("thread").may_see(who, head) is not None:
        return None
    if head.journey_id is None and place > 1:
        return None
    answers = _all(CARDS, thread_id=thread_id)
    joined = _all(statements.ALSO, thread_id=thread_id) if head.has_joined else ()
    promises = _all(OF_ISSUE, thread_id=thread_id) if head.promise_count else ()
    questions = _all(QUESTIONS, thread_id=thread_id) if head.question_count else ()
    editions = _all(EDITIONS, thread_id=thread_id) if head.has_editions else ()
    found = Rows(head, answers, joined=joined, promises=promises, questions=questions, editions=editions)
    if head.record_count:
        found = found._replace(records=_all(RECORDS, thread_id=thread_id))
    return found._replace(asked=_asked(head)) if head.journey_id is None else _with_journey(found, most)


def _with_journey(found: Rows, most: int) -> Rows:
    """Add what a journey brings."""
    head = found.head
    more = _all(statements.JOURNEYS, thread_id=head.id, place=head.place) if head.has_more else ()
    stops, moves, deadlines = statements.STOPS, statements.MOVES, statements.DEADLINES
    of: dict[str, Any] = {"journey_id": head.journey_id}
    newest = {"after": (head.last_number or 0) - most}
    if more:
        stops, moves, deadlines = statements.STOPS_OF, statements.MOVES_OF, statements.DEADLINES_OF
        of, newest = {"journeys": [head.journey_id, *(one.id for one in more)]}, {"most": most}
    return found._replace(
        more=more,
        stops=_all(stops, **of),
        moves=_all(moves, **of, **newest),
        deadlines=_all(deadlines, **of),
        together=_all(statements.TOGETHER, journey_id=head.journey_id, thread_id=head.id) if head.has_along else (),
        usual=_fitted(head.pathway, head.changes),
        said=_all(SAID, journey_id=head.journey_id) if head.verdict_count else (),
    )


def _asked(head: Any) -> Fitted | None:
    """The usual steps of the answer that an issue was raised from."""
    return _fitted(head.asked_pathway, head.asked_changes)


def _fitted(pathway: str | None, changes: str | None) -> Fitted | None:
    """The usual steps of a pathway with some changes, as they go here."""
    if not pathway:
        return None
    found: Documents = {}
    for row in rows(statements.USUAL, {"pathway": pathway}):
        found.setdefault(row.kind, {})[row.ident] = row.data
    return of_journey(found, pathway, changes or "")


def _all(statement: Select[Any], **values: int | list[int]) -> tuple[Any, ...]:
    return tuple(rows(statement, values))
