"""Suggest a word, add it, or say why not. Callers commit."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete

from decisions.glossary import queries
from decisions.glossary.models import Suggestion
from decisions.glossary.naming import key, slug
from decisions.packs import editing
from decisions.packs import queries as packs
from decisions.packs.merge import Document
from forum import clock
from forum.access import FACILITATOR, Standing
from forum.db import db
from forum.history.actions import record
from forum.people.models import Byline
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.words import known

HOLDS = timedelta(days=182)  # until somebody looks at it again
OURS = N_("Written by people here")
HERE_ALREADY = N_("This word is explained here already. Look for it under its first letter.")
WAITS_ALREADY = N_("Somebody suggested this word before you. A person looks at it.")
ANSWERED = N_("Somebody answered this already.")


@dataclass(frozen=True, slots=True)
class NewWord:
    """A word as somebody who helps run the place adds it."""

    name: str
    plain: str
    variants: tuple[str, ...] = ()
    area: str = ""
    source: str = ""


def suggest(word: str, *, plain: str = "", met: str = "", by: Standing, on: datetime) -> Suggestion:
    """Suggest a word to explain. Raises Refusal when it is explained already, or waits to be."""
    if known.here().named(word):
        raise Refusal(HERE_ALREADY, field="word")
    if any(one.done_at is None for one in queries.of_word(word)):
        raise Refusal(WAITS_ALREADY, field="word")
    return _suggested(word, by=by.person_id, on=on, plain=plain, met=met)


def suggest_for_readers(word: str, *, met: str, on: datetime) -> Suggestion | None:
    """Let a word wait that readers often did not understand. Nothing when it is explained, waits, or was looked at."""
    if known.here().named(word) or queries.of_word(word):
        return None
    return _suggested(word, by=None, on=on, met=met, by_readers=True)


def _suggested(word: str, *, by: int | None, on: datetime, **more: str | bool) -> Suggestion:
    made = Suggestion(word=word[:80], key=key(word)[:80], person_id=by, created_at=on, **more)
    db.session.add(made)
    db.session.flush()
    record("word_suggested", ("word_suggestion", made.id), by=by, on=on)
    return made


def add(one: Suggestion, new: NewWord, *, reason: str, by: Standing, signed: Byline, on: datetime) -> None:
    """Explain a word that was suggested: it is an entry from now on. Raises Refusal."""
    raise_if(_may_answer(one, by))
    taken = {entry.ident for entry in packs.of_kind("word")}
    row = editing.add("word", _document(new, slug(new.name, taken), on), reason=reason, by=by, signed=signed, on=on)
    one.entry_id = row.id
    _done(one, "added", reason, by, on)


def decline(one: Suggestion, *, reason: str, by: Standing, on: datetime) -> None:
    """Say why a word is not explained here. Raises Refusal."""
    raise_if(_may_answer(one, by))
    _done(one, "declined", reason, by, on)


def erase(person_id: int) -> None:
    """Take a person out of this: what they suggested and nobody has answered goes."""
    mine = (Suggestion.person_id == person_id) & Suggestion.done_at.is_(None)
    db.session.execute(delete(Suggestion).where(mine))
    for one in queries.of_person(person_id):
        one.person_id, one.plain, one.met = None, "", ""
    db.session.flush()


def _may_answer(one: Suggestion, by: Standing) -> Refusal | None:
    return FACILITATOR.check(by) or (Refusal(ANSWERED) if one.done_at is not None else None)


def _done(one: Suggestion, outcome: str, reason: str, by: Standing, on: datetime) -> None:
    one.outcome, one.reason, one.done_at, one.done_by_id = outcome, reason, on, by.person_id
    record(f"word_{outcome}", ("word_suggestion", one.id), by=by.person_id, on=on)


def _document(new: NewWord, ident: str, on: datetime) -> Document:
    today = clock.local_day(on)
    return {
        "id": ident,
        "name": new.name,
        "plain": new.plain,
        "area": new.area,
        "variants": list(new.variants),
        "source": new.source or OURS,
        "basis": "local",
        "confidence": "medium",
        "checked": today,
        "check_by": today + HOLDS,
    }
