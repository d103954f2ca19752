"""Put into words, for the public log, what helpers chose: an entry put right, a date that does not apply any more."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import select

from decisions.journeys.models import Deadline, Journey, Move
from decisions.journeys.parts import anchor
from decisions.journeys.titles import words_of
from forum.access import Shown
from forum.db import db
from forum.history.models import Event
from forum.history.public_log import Entry
from forum.say import N_, Link, Sentence
from forum.threads.models import Thread

PUT_RIGHT, DROPPED, REDATED = "put_right", "dropped_deadline", "redated"
HOLIDAYS = N_("The bank holidays changed.")
WHY = N_("Why: %(reason)s")


def entries(events: Sequence[Event]) -> Mapping[int, Entry]:
    """Put events of both verbs into words, by the id of the event; of issues that all can see."""
    moves = [event.subject_id for event in events if event.verb == PUT_RIGHT]
    dates = [int(event.values["deadline"]) for event in events if event.verb == DROPPED]
    put_right, dropped = _moves(moves), _dates(dates)
    found = {}
    for event in events:
        if event.verb == PUT_RIGHT and (right := put_right.get(event.subject_id)):
            words = Sentence(
                N_("We put an entry right: %(where)s"), {"where": _place(right[1], anchor(right[0].number, right[2]))}
            )
            found[event.id] = Entry(event.at, words, Sentence(WHY, {"reason": words_of(right[0])}))
        elif event.verb == DROPPED and (over := dropped.get(int(event.values["deadline"]))):
            values = {"date": over[0].text, "where": _place(over[1])}
            words = Sentence(N_("We took a date off, “%(date)s”: %(where)s"), values)
            found[event.id] = Entry(event.at, words, Sentence(WHY, {"reason": str(event.values.get("reason", ""))}))
    return found


def redated(events: Sequence[Event]) -> Mapping[int, Entry]:
    """Put into words that dates moved by themselves, because bank holidays changed."""
    found, dates = {}, _dates([int(event.values["deadline"]) for event in events])
    for event in events:
        if row := dates.get(int(event.values["deadline"])):
            days = {name: date.fromisoformat(str(event.values[name])) for name in ("old", "new")}
            text = N_("“%(date)s” moved from %(old)s to %(new)s: %(where)s")
            words = Sentence(text, {"date": row[0].text, "where": _place(row[1]), **days})
            found[event.id] = Entry(event.at, words, Sentence(WHY, {"reason": Sentence(HOLIDAYS)}))
    return found


def _place(thread: Thread, where: str = "") -> Link:
    args: dict[str, object] = {"id": thread.id, "slug": thread.slug}
    return Link(thread.title, "issues.page", args | ({"_anchor": where} if where else {}))


def _moves(ids: Sequence[int]) -> dict[int, tuple[Move, Thread, int]]:
    query = select(Move, Thread, Journey.number).join(Journey, Journey.id == Move.journey_id)
    shown = query.join(Thread, Thread.id == Journey.thread_id).where(Move.id.in_(ids), Thread.state == Shown.SHOWN)
    return {move.id: (move, thread, number) for move, thread, number in db.session.execute(shown)}


def _dates(ids: Sequence[int]) -> dict[int, tuple[Deadline, Thread]]:
    query = select(Deadline, Thread).join(Journey, Journey.id == Deadline.journey_id)
    shown = query.join(Thread, Thread.id == Journey.thread_id).where(Deadline.id.in_(ids), Thread.state == Shown.SHOWN)
    return {one.id: (one, thread) for one, thread in db.session.execute(shown)}
