"""Suggest which issue a new record may be about: when it arrives, within a minute, and for what is to come each night.
A person says yes or no, and is never asked the same again."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from decisions.journeys.joining.actions import new
from decisions.journeys.joining.following import redraft_all
from decisions.journeys.joining.kinds import State
from decisions.journeys.joining.library import load
from decisions.journeys.joining.models import Arrival, Joined
from decisions.journeys.joining.scoring import Library, RecordWords, stems
from decisions.meetings.models import AgendaItem, Decision, Meeting
from forum import clock
from forum.db import begin_write, db
from forum.history.actions import Thing, record

AT_ONCE = 200  # meetings and decisions in one minute
BACK = timedelta(days=60)  # how old a record may be that is compared again each night
LONGEST_TEXT = 2_000


def notice(thing: Thing) -> None:
    """Remember that a meeting or a decision came or changed; called for each thing that history records."""
    kind, subject_id = thing
    if kind not in ("meeting", "decision"):
        return
    insert = postgresql.insert if db.session.get_bind().dialect.name == "postgresql" else sqlite.insert
    row = insert(Arrival).values(kind=kind, subject_id=subject_id)
    db.session.execute(row.on_conflict_do_nothing())


def each_minute(on: datetime) -> int:
    """Compare what arrived with the issues. Returns how many suggestions were made."""
    if db.session.scalar(select(Arrival.kind).limit(1)) is None:
        db.session.rollback()
        return 0
    begin_write()
    made = work_through(on)
    db.session.commit()
    return made


def work_through(on: datetime) -> int:
    """Compare what arrived with the issues, and forget that it did. Returns how many suggestions. Commits nothing."""
    wanted = select(Arrival).order_by(Arrival.kind, Arrival.subject_id).limit(AT_ONCE)
    rows = list(db.session.scalars(wanted.with_for_update(skip_locked=True)))
    ids = {kind: [one.subject_id for one in rows if one.kind == kind] for kind in ("meeting", "decision")}
    made = suggest(ids["meeting"], ids["decision"], on)
    for kind, some in ids.items():
        db.session.execute(delete(Arrival).where(Arrival.kind == kind, Arrival.subject_id.in_(some)))
    return made


def every_night(on: datetime) -> None:
    """Compare what is to come, and what was lately, with the issues as they are now; bring drafts into step."""
    begin_write()
    day = clock.local_day(on) - BACK
    meetings = list(db.session.scalars(select(Meeting.id).where(Meeting.day >= day)))
    decisions = list(db.session.scalars(select(Decision.id).where(Decision.decided_on >= day)))
    suggest(meetings, decisions, on)
    redraft_all(on)
    db.session.commit()


def suggest(meeting_ids: Iterable[int], decision_ids: Iterable[int], on: datetime) -> int:
    """Suggest joins for the items of some meetings, then for some decisions. Returns how many. Commits nothing."""
    library = load()
    items = sum(_suggest(one, library, on) for one in _items(meeting_ids))
    return items + sum(_suggest(one, library, on) for one in _decisions(decision_ids))


def _suggest(about: AgendaItem | Decision, library: Library, on: datetime) -> int:
    alike = library.alike(words_of(about))
    if not alike:
        return 0
    here = Joined.item_id == about.id if isinstance(about, AgendaItem) else Joined.decision_id == about.id
    there = set(db.session.scalars(select(Joined.thread_id).where(here)))
    fresh = [(thread_id, much) for thread_id, much in alike if thread_id not in there]
    for thread_id, much in fresh:
        made = new(thread_id, about, State.SUGGESTED, on, round(100 * much))
        record("suggested_record", ("joined", made.id), by=None, on=on, parents=(("thread", thread_id),))
    return len(fresh)


def words_of(about: AgendaItem | Decision) -> RecordWords:
    """Return the words of a record, as they are compared with those of issues."""
    if isinstance(about, AgendaItem):
        text = f"{about.plain} {about.agenda}"[:LONGEST_TEXT]
        return RecordWords(stems(about.title), stems(text), about.meeting.body_id, about.meeting.day)
    return RecordWords(stems(about.title), stems(about.plain[:LONGEST_TEXT]), about.body_id, about.decided_on)


def _items(meeting_ids: Iterable[int]) -> list[AgendaItem]:
    """The items of some meetings that are about something, and still there."""
    listed = AgendaItem.heading.is_(False), AgendaItem.gone_on.is_(None)
    here = AgendaItem.meeting_id.in_(list(meeting_ids))
    return list(db.session.scalars(select(AgendaItem).where(here, *listed).order_by(AgendaItem.id)))


def _decisions(decision_ids: Iterable[int]) -> list[Decision]:
    """Some decisions; one of an item that somebody was asked about already is left to that."""
    asked = select(Joined.item_id).where(Joined.item_id.is_not(None))
    here = Decision.id.in_(list(decision_ids)), or_(Decision.item_id.is_(None), Decision.item_id.not_in(asked))
    return list(db.session.scalars(select(Decision).where(*here).order_by(Decision.id)))
