"""One thing that moderators look at: the words, where they stand, the reports on it and what was done before."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from forum import subjects
from forum.access import Shown, Standing
from forum.db import db
from forum.moderation import rules
from forum.moderation.models import Appeal, Flag, Ruling
from forum.moderation.reasons import Deed
from forum.say import N_, Link, Sentence
from forum.threads.models import Post

PERSON = "person"
WHAT = {
    "thread": N_("an issue"),
    "post": N_("words in an issue"),
    PERSON: N_("a person"),
}
SOMETHING = N_("something on this site")


@dataclass(frozen=True)
class Case:
    """What a moderator sees before deciding."""

    kind: str
    subject_id: int
    thing: Any
    words: str
    address: str
    title: str
    where: Link | None
    state: str
    since: datetime | None
    flags: Sequence[Flag]
    rulings: Sequence[Ruling]
    author_id: int | None

    @property
    def open_flags(self) -> list[Flag]:
        """Reports that nobody has acted on."""
        return [flag for flag in self.flags if flag.ruling_id is None]

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """What can be done now."""
        return rules.deeds(self.state, reported=bool(self.open_flags))

    @property
    def seen(self) -> int:
        """The last ruling on this; a form carries it, so that two moderators do not act past each other."""
        return self.rulings[-1].id if self.rulings else 0


def can_be_reported(kind: str) -> bool:
    """Whether things of a kind can be reported: those that can be hidden."""
    entry = subjects.table().get(kind)
    return entry is not None and entry.set_state is not None


def load(kind: str, subject_id: int, who: Standing) -> Case | None:
    """Return the case of a thing that can be reported and that this person may see, else `None`."""
    thing = subjects.visible(kind, subject_id, who) if can_be_reported(kind) else None
    if thing is None:
        return None
    entry = subjects.get(kind)
    return Case(
        kind=kind,
        subject_id=subject_id,
        thing=thing,
        words=_words(kind, thing),
        address=subjects.address(kind, thing),
        title=entry.title(thing),
        where=links({home}, who).get(home) if (home := thread_id(kind, thing)) is not None else None,
        state=state_of(thing),
        since=getattr(thing, "created_at", None),
        flags=_rows(Flag, kind, subject_id),
        rulings=_rows(Ruling, kind, subject_id),
        author_id=entry.author_id(thing),
    )


def state_of(thing: Any) -> str:
    """Return whether a thing is shown, waiting, hidden or withdrawn."""
    return str(getattr(thing, "state", Shown.SHOWN))


def thread_id(kind: str, thing: Any) -> int | None:
    """Return the id of the issue that a thing belongs to, if it belongs to one."""
    found: int | None = thing.id if kind == "thread" else getattr(thing, "thread_id", None)
    return found


def links(thread_ids: Collection[int], who: Standing) -> dict[int, Link]:
    """Return links to those issues that this person may see, in one query."""
    entry = subjects.get("thread")
    threads = entry.load(thread_ids) if thread_ids else {}
    seen = {key: thread for key, thread in threads.items() if entry.may_see(who, thread) is None}
    return {key: Link(entry.title(thread), *entry.address(thread)) for key, thread in seen.items()}


def places(things: Collection[tuple[str, int]], who: Standing) -> dict[tuple[str, int], Link]:
    """Return links to the issues that things belong to, where this person may see them: a query for each kind."""
    thread_of: dict[tuple[str, int], int] = {}
    for kind in {kind for kind, _id in things} & set(subjects.table()):
        found = subjects.get(kind).load([key for one, key in things if one == kind])
        thread_of |= {(kind, key): home for key, thing in found.items() if (home := thread_id(kind, thing))}
    seen = links(set(thread_of.values()), who)
    return {key: seen[home] for key, home in thread_of.items() if home in seen}


def what(kind: str) -> Sentence:
    """Say what kind of thing this is, in the middle of a sentence."""
    return Sentence(WHAT.get(kind, SOMETHING))


def author_of(kind: str, subject_id: int) -> int | None:
    """Return who wrote a thing, or the person themselves when it is a person."""
    if kind == PERSON:
        return subject_id
    thing = subjects.one(kind, subject_id)
    return subjects.get(kind).author_id(thing) if thing is not None else None


def address_for(kind: str, subject_id: int, who: Standing) -> str | None:
    """Return the address of a thing if this person may see it."""
    thing = subjects.visible(kind, subject_id, who)
    return subjects.address(kind, thing) if thing is not None else None


def appeal_on(ruling_id: int) -> Appeal | None:
    """Return the request for a second look at a ruling."""
    return db.session.scalar(select(Appeal).where(Appeal.ruling_id == ruling_id))


def _words(kind: str, thing: Any) -> str:
    """Return the words; of an issue also what it opens with."""
    if kind != "thread":
        return subjects.get(kind).words(thing)
    opening = db.session.scalar(select(Post).where(Post.thread_id == thing.id, Post.number == 1))
    text = subjects.get("post").words(opening) if opening is not None else ""
    return f"{thing.title}\n\n{text}"


def _rows(model: type[Any], kind: str, subject_id: int) -> list[Any]:
    same = (model.kind == kind) & (model.subject_id == subject_id)
    return list(db.session.scalars(select(model).where(same).order_by(model.id)))


def latest_ruling_id(kind: str, subject_id: int) -> int:
    """Return the id of the last ruling on a thing, 0 when there is none."""
    same = (Ruling.kind == kind) & (Ruling.subject_id == subject_id)
    return db.session.scalar(select(func.max(Ruling.id)).where(same)) or 0
