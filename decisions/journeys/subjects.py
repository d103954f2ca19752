"""Journeys and entries in the table of kinds. Each is seen as far as its issue is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Flask
from sqlalchemy import select, update

from decisions.journeys import confirming, public_words
from decisions.journeys.actions.showing import set_state
from decisions.journeys.clocks import redating
from decisions.journeys.models import Citation, Journey, JourneyNow, Move, Verdict
from decisions.journeys.nudging import asking
from decisions.journeys.parts import anchor, page_of
from decisions.journeys.queues import queue, waiting
from decisions.journeys.titles import title_of
from decisions.journeys.together import public_words as together_words
from decisions.packs import faces
from forum import subjects
from forum.access import Shown, Standing, may_see
from forum.db import db
from forum.history import public_log
from forum.outbox import jobs, letters
from forum.people.models import Byline
from forum.people.queries import owner_of
from forum.refusal import Refusal
from forum.say import N_, _
from forum.subjects import SearchText, Subject
from forum.threads.models import Post, Thread
from forum.threads.queries import is_mine

GONE = N_("A person who left")


@dataclass(frozen=True, slots=True)
class Travelled:
    """A journey with its issue."""

    journey: Journey
    thread: Thread


@dataclass(frozen=True, slots=True)
class Told:
    """An entry with its issue."""

    move: Move
    thread: Thread
    number: int  # of its journey
    last: int | None  # the number of the journey's last entry

    @property
    def state(self) -> str:
        """Whether its words are shown."""
        return self.move.state

    @property
    def thread_id(self) -> int:
        """The issue that it belongs to."""
        return self.thread.id

    @property
    def created_at(self) -> datetime:
        """When it was recorded."""
        return self.move.recorded_at


def init_app(app: Flask) -> None:
    """Register the kinds of this feature, and what of it stands in the public log."""
    subjects.register(app, JOURNEY, MOVE)
    public_log.tell(app, public_words.entries, public_words.PUT_RIGHT, public_words.DROPPED)
    public_log.tell(app, public_words.redated, public_words.REDATED)
    public_log.tell(app, together_words.entries, *together_words.SAID)
    jobs.each_day(app, asking.ask)
    letters.still_wanted(app, asking.LETTER, asking.still_wanted)
    faces.register(app, "calendar", redating.write)
    for kind in ("rule", "local"):
        faces.register(app, kind, redating.anew)


def journeys(ids: Iterable[int]) -> Mapping[int, Travelled]:
    """Return journeys with their issues by id, in one query."""
    query = select(Journey, Thread).join(Thread, Thread.id == Journey.thread_id).where(Journey.id.in_(list(ids)))
    return {journey.id: Travelled(journey, thread) for journey, thread in db.session.execute(query)}


def moves(ids: Iterable[int]) -> Mapping[int, Told]:
    """Return entries with their issues by id, in one query."""
    query = (
        select(Move, Thread, Journey.number, JourneyNow.last_number)
        .join(Journey, Journey.id == Move.journey_id)
        .outerjoin(JourneyNow, JourneyNow.journey_id == Journey.id)
        .join(Thread, Thread.id == Journey.thread_id)
        .where(Move.id.in_(list(ids)))
    )
    return {row[0].id: Told(*row) for row in db.session.execute(query)}


def _may_see(who: Standing, thing: Travelled | Told) -> Refusal | None:
    """Whether somebody may see it; the words of an entry that a moderator hid are for its writer and moderators."""
    refusal: Refusal | None = subjects.get("thread").may_see(who, thing.thread)
    if refusal is None and isinstance(thing, Told) and thing.state != Shown.SHOWN:
        return may_see(who, state=thing.state, mine=is_mine(who, thing.move.byline_id))
    return refusal


def _address(thing: Travelled | Told) -> tuple[str, dict[str, Any]]:
    values: dict[str, Any] = {"id": thing.thread.id, "slug": thing.thread.slug}
    if isinstance(thing, Told):
        number = thing.move.number
        return page_of(number, thing.last or number), values | {"_anchor": anchor(number, thing.number)}
    part = {"part": thing.journey.number} if thing.journey.number > 1 else {}
    return "issues.page", values | part | {"_anchor": "steps"}


def _found(told: Told) -> SearchText | None:
    """An entry is found by what it says in plain words and in theirs."""
    words = " ".join(one for one in (told.move.plain, told.move.reason, told.move.official) if one)
    shown = told.thread.state == Shown.SHOWN and told.move.state == Shown.SHOWN
    return SearchText(title_of(told.move), words) if shown else None


def _mine(person_id: int) -> Any:
    return select(Byline.id).where(Byline.person_id == person_id)


def _export_verdicts(person_id: int) -> list[dict[str, Any]]:
    query = select(Verdict, Journey.title).join(Journey).where(Verdict.person_id == person_id).order_by(Verdict.id)
    return [
        {"issue": title, "said": one.word, "words": one.words, "at": one.created_at.isoformat()}
        for one, title in db.session.execute(query)
    ]


def _export_moves(person_id: int) -> list[dict[str, Any]]:
    query = select(Move, Journey.title).join(Journey, Journey.id == Move.journey_id)
    rows = db.session.execute(query.where(Move.byline_id.in_(_mine(person_id))).order_by(Move.id))
    return [
        {
            "issue": title,
            "number": one.number,
            "kind": one.kind,
            "day": one.happened_on.isoformat(),
            "plain": one.plain,
            "reason": one.reason,
            "recorded": one.recorded_at.isoformat(),
        }
        for one, title in rows
    ]


def _erase_verdicts(person_id: int) -> None:
    """What somebody said of the outcome still counts, without words and without a person."""
    here = update(Verdict).where(Verdict.person_id == person_id)
    db.session.execute(here.values(person_id=None, words=""), execution_options={"synchronize_session": False})


def _erase_moves(person_id: int) -> None:
    """An entry stays, under the byline that people keep of somebody who left. A citation holds a name of its own: it
    goes."""
    posts = select(Post.id).where(Post.byline_id.in_(_mine(person_id)))
    cited = select(Citation, Journey.title).join(Move, Move.id == Citation.move_id)
    rows = db.session.execute(cited.join(Journey, Journey.id == Move.journey_id).where(Citation.post_id.in_(posts)))
    for citation, title in rows:
        citation.title = f"{_(GONE)}, {title}"[:160]
    db.session.flush()


JOURNEY = Subject(
    kind="journey",
    load=journeys,
    may_see=_may_see,
    title=lambda thing: thing.journey.title,
    address=_address,
    erase=_erase_verdicts,
    export_for=_export_verdicts,
    queue=queue,
    waiting=waiting,
)
MOVE = Subject(
    kind="move",
    load=moves,
    may_see=_may_see,
    title=lambda told: title_of(told.move),
    address=_address,
    author_id=lambda told: owner_of(told.move.byline_id),
    words=lambda told: "\n\n".join(one for one in (told.move.plain, told.move.reason) if one),
    search=_found,
    set_state=set_state,
    queue=confirming.queue,
    waiting=confirming.waiting,
    erase=_erase_moves,
    export_for=_export_moves,
    label=N_("What happened"),
    all_ids=lambda: db.session.scalars(select(Move.id)),
)
