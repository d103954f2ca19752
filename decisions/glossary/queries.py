"""Find words, and those that wait to be explained."""

from collections.abc import Iterable

from sqlalchemy import ScalarSelect, func, select

from decisions.glossary.models import Suggestion
from decisions.glossary.naming import key
from decisions.packs import queries as packs
from decisions.packs.known import made
from decisions.pathways.helping import Word
from forum import clock
from forum.db import db


def words() -> dict[str, Word]:
    """Return the words that are explained here today, by id: one query."""
    return {ident: made(Word, data) for ident, data in packs.there("word", clock.today()).items()}


def found_by(asked: str, among: Iterable[Word]) -> list[Word]:
    """Return the words that somebody looks for: by name, by another form, then by what they mean."""
    asked = key(asked)
    named, meant = [], []
    for one in among:
        if any(asked in key(name) for name in (one.name, *one.variants)):
            named.append(one)
        elif asked in key(one.plain):
            meant.append(one)
    return [*named, *meant]


def same_name(one: Word, among: Iterable[Word]) -> list[Word]:
    """Return the other meanings of a word: words that are written the same way."""
    own = _forms(one)
    return [other for other in among if other.id != one.id and own & _forms(other)]


def _forms(one: Word) -> set[str]:
    return {key(name) for name in (one.name, *one.variants)}


def by_ids(ids: Iterable[int]) -> dict[int, Suggestion]:
    """Return suggestions by id."""
    return {one.id: one for one in db.session.scalars(select(Suggestion).where(Suggestion.id.in_(list(ids))))}


def waiting() -> list[Suggestion]:
    """Return those that nobody has looked at, the oldest first."""
    return list(db.session.scalars(select(Suggestion).where(Suggestion.done_at.is_(None)).order_by(Suggestion.id)))


def count_waiting() -> ScalarSelect[int]:
    """Return the subquery that counts them."""
    return select(func.count(Suggestion.id)).where(Suggestion.done_at.is_(None)).scalar_subquery()


def of_word(word: str) -> list[Suggestion]:
    """Return what was suggested for a word, the newest first."""
    wanted = select(Suggestion).where(Suggestion.key == key(word)).order_by(Suggestion.id.desc())
    return list(db.session.scalars(wanted))


def of_person(person_id: int) -> list[Suggestion]:
    """Return what a person suggested."""
    wanted = select(Suggestion).where(Suggestion.person_id == person_id).order_by(Suggestion.id)
    return list(db.session.scalars(wanted))
