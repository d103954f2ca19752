"""Find what packs say here. Each feature makes its own small classes of the documents that it uses."""

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from decisions.packs.merge import Document, Documents
from decisions.packs.models import Entry, EntryVersion
from forum.db import db

Wanted = Iterable[str] | Mapping[str, Iterable[str]] | None


def there(kind: str, today: date) -> dict[str, Document]:
    """Return the documents of a kind that hold on a day, by id: one query."""
    return {one.ident: one.document for one in db.session.scalars(_there(today).where(Entry.kind == kind))}


def there_of(kinds: Iterable[str], today: date) -> Documents:
    """Return the documents of some kinds that hold on a day, by kind and id: one query."""
    wanted = list(kinds)
    found: Documents = {kind: {} for kind in wanted}
    for one in db.session.scalars(_there(today).where(Entry.kind.in_(wanted))):
        found[one.kind][one.ident] = one.document
    return found


def named(wanted: Mapping[str, Wanted], today: date) -> Documents:
    """Return the documents that hold on a day, by kind and id: of each kind those of some ids, those that say one of
    some words under a key (`{"body": ["cabinet"]}`), or all where `None` stands. One query; none when nothing is
    wanted."""
    parts = [part for kind, asked in wanted.items() if (part := _asked(kind, asked)) is not None]
    found: Documents = {kind: {} for kind in wanted}
    for one in db.session.scalars(_there(today).where(or_(*parts))) if parts else ():
        found[one.kind][one.ident] = one.document
    return found


def _asked(kind: str, asked: Wanted) -> ColumnElement[bool] | None:
    """The entries of a kind that are wanted; `None` for none of them."""
    here = Entry.kind == kind
    if asked is None:
        return here
    if isinstance(asked, Mapping):
        return and_(here, *(Entry.data[key].as_string().in_(list(words)) for key, words in asked.items()))
    idents = list(asked)
    return and_(here, Entry.ident.in_(idents)) if idents else None


def some(kind: str, idents: Iterable[str]) -> dict[str, Document]:
    """Return some documents of a kind by id, those that have ended too: one query."""
    wanted = select(Entry).where(Entry.kind == kind, Entry.ident.in_(list(idents)))
    return {one.ident: one.document for one in db.session.scalars(wanted)}


def one(kind: str, ident: str) -> Entry | None:
    """Return an entry by its kind and id, ended or not."""
    return db.session.scalar(select(Entry).where(Entry.kind == kind, Entry.ident == ident))


def of_kind(kind: str) -> list[Entry]:
    """Return all entries of a kind in the order of their ids, those that have ended too."""
    return list(db.session.scalars(select(Entry).where(Entry.kind == kind).order_by(Entry.ident)))


def everything() -> list[Entry]:
    """Return every entry, in the order in which they came."""
    return list(db.session.scalars(select(Entry).order_by(Entry.id)))


def documents_of(kind: str) -> dict[str, Document]:
    """Return all documents of a kind by id, those that have ended too."""
    return {one.ident: one.document for one in of_kind(kind)}


def place() -> Entry | None:
    """Return what the place's own pack says of the place, or nothing when none was loaded."""
    return db.session.scalar(select(Entry).where(Entry.kind == "place").order_by(Entry.id).limit(1))


def by_ids(ids: Iterable[int]) -> dict[int, Entry]:
    """Return entries by id, in one query."""
    return {one.id: one for one in db.session.scalars(select(Entry).where(Entry.id.in_(list(ids))))}


def all_ids() -> list[int]:
    """Return the ids of all entries."""
    return list(db.session.scalars(select(Entry.id).order_by(Entry.id)))


def names(kinds: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """Return the ids and names of the entries of some kinds, by kind: one query, without their documents."""
    wanted = list(kinds)
    name = func.coalesce(Entry.data["name"].as_string(), Entry.data["ask"].as_string(), "")
    found: dict[str, list[tuple[str, str]]] = {kind: [] for kind in wanted}
    rows = select(Entry.kind, Entry.ident, name).where(Entry.kind.in_(wanted)).order_by(Entry.ident)
    for kind, ident, called in db.session.execute(rows):
        found[kind].append((ident, called))
    return found


def counts() -> dict[str, int]:
    """Return how many entries there are of each kind, those that have ended too."""
    rows = db.session.execute(select(Entry.kind, func.count()).group_by(Entry.kind))
    return {str(row[0]): int(row[1]) for row in rows}


def versions(entry_id: int) -> list[EntryVersion]:
    """Return the versions of an entry, the newest first."""
    wanted = select(EntryVersion).where(EntryVersion.entry_id == entry_id)
    return list(db.session.scalars(wanted.order_by(EntryVersion.number.desc())))


def _there(today: date) -> Select[Entry]:
    begun = or_(Entry.valid_from.is_(None), Entry.valid_from <= today)
    still = or_(Entry.valid_to.is_(None), Entry.valid_to >= today)
    return select(Entry).where(begun, still).order_by(Entry.id)
