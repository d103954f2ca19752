"""What readers said of official answers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from decisions.answers.clear.models import ClearMark, Unclear
from decisions.answers.models import OfficialReply
from forum.access import Shown, Standing
from forum.db import db
from forum.plain_language.published import in_sentences
from forum.threads.models import Post, Thread
from forum.threads.queries import post_or_none


@dataclass(frozen=True, slots=True)
class Answer:
    """An official answer that all can read."""

    post: Post
    thread: Thread
    reply: OfficialReply

    @property
    def sentences(self) -> list[str]:
        """What it says, sentence by sentence. It can't be changed, so their numbers hold."""
        return in_sentences(self.post.html)


@dataclass(frozen=True, slots=True)
class Hard:
    """A sentence that was not clear: how many said so, and the words that they picked, each with how many did."""

    sentence: str
    people: int
    words: list[tuple[str, int]]


def answer(post_id: int, who: Standing) -> Answer | None:
    """Return an official answer that all can read, or `None`."""
    found = post_or_none(post_id, who)
    if found is None or {found[0].state, found[1].state} != {Shown.SHOWN}:
        return None
    reply = db.session.get(OfficialReply, found[0].id)
    return Answer(*found, reply) if reply is not None else None


def mark(post_id: int, *, person_id: int | None, browser: str | None) -> ClearMark | None:
    """Return what a person, or whoever uses a browser, said of an answer."""
    if person_id is None and browser is None:
        return None
    return db.session.scalar(select(ClearMark).where(ClearMark.post_id == post_id, _owner(person_id, browser)))


def _owner(person_id: int | None, browser: str | None) -> ColumnElement[bool]:
    return ClearMark.person_id == person_id if person_id is not None else ClearMark.browser == browser


def counts(post_id: int) -> dict[str, int]:
    """Return how many readers said what of an answer."""
    rows = select(ClearMark.said, func.count()).where(ClearMark.post_id == post_id).group_by(ClearMark.said)
    return {str(row[0]): int(row[1]) for row in db.session.execute(rows)}


def hard(post_id: int, sentences: list[str]) -> list[Hard]:
    """Return the sentences that were not clear, in their order. Nobody who said so is named."""
    rows = select(Unclear).join(ClearMark, ClearMark.id == Unclear.mark_id).where(ClearMark.post_id == post_id)
    people: dict[int, set[int]] = {}
    words: dict[int, Counter[str]] = {}
    for one in db.session.scalars(rows.order_by(Unclear.id)):
        people.setdefault(one.sentence, set()).add(one.mark_id)
        words.setdefault(one.sentence, Counter()).update([one.words] if one.words else [])
    return [
        Hard(sentences[number - 1], len(people[number]), words[number].most_common())
        for number in sorted(people)
        if number <= len(sentences)
    ]


def often(keys: Iterable[str], least: int) -> list[str]:
    """Return which of some words at least so many readers picked, in whatever answers."""
    wanted = select(Unclear.key).where(Unclear.key.in_(list(keys))).group_by(Unclear.key)
    return list(db.session.scalars(wanted.having(func.count(func.distinct(Unclear.mark_id)) >= least)))


def by_ids(ids: Iterable[int]) -> dict[int, ClearMark]:
    """Return marks by id."""
    return {one.id: one for one in db.session.scalars(select(ClearMark).where(ClearMark.id.in_(list(ids))))}


def of_person(person_id: int) -> list[tuple[ClearMark, list[str]]]:
    """Return what a person said, with the words that they picked."""
    found = []
    mine = select(ClearMark).where(ClearMark.person_id == person_id).order_by(ClearMark.id)
    for one in db.session.scalars(mine):
        picked = select(Unclear.words).where(Unclear.mark_id == one.id, Unclear.words != "").order_by(Unclear.id)
        found.append((one, list(db.session.scalars(picked))))
    return found
