"""Entries in the table of kinds."""

from typing import Any

from flask import Flask, url_for
from sqlalchemy import ScalarSelect, func, or_, select

from decisions.packs import public_words, queries
from decisions.packs.models import Entry, EntryVersion
from decisions.packs.titles import MANY_WORDS
from forum import clock, subjects
from forum.access import Standing, is_facilitator
from forum.db import db
from forum.history import public_log
from forum.people.models import Byline
from forum.refusal import Refusal
from forum.say import N_, Sentence
from forum.subjects import Harm, ToDo


def register(app: Flask) -> None:
    """Add entries to the table of kinds, and what people change about them to the public log."""
    public_log.tell(app, public_words.entries, *public_words.DONE)
    subjects.register(
        app,
        subjects.Subject(
            kind="entry",
            label=N_("Who decides what"),
            load=queries.by_ids,
            may_see=_anyone,
            title=lambda row: str(row.title),
            address=lambda row: ("packs.history", {"kind": row.kind, "ident": row.ident}),
            words=lambda row: str(row.data.get("plain", "")),
            all_ids=queries.all_ids,
            export_for=export_for,
            queue=queue,
            waiting=waiting,
        ),
    )


def _anyone(_who: Standing, _row: Any) -> Refusal | None:
    return None


def export_for(person_id: int) -> list[dict[str, Any]]:
    """Return what somebody changed about who decides, and why. What it says now belongs to the place."""
    mine = select(Byline.id).where(Byline.person_id == person_id)
    query = select(EntryVersion, Entry).join(Entry, Entry.id == EntryVersion.entry_id)
    rows = db.session.execute(query.where(EntryVersion.byline_id.in_(mine)).order_by(EntryVersion.id))
    return [
        {"what": f"{row.kind}/{row.ident}", "done": one.verb, "reason": one.reason, "at": one.at.isoformat()}
        for one, row in rows
    ]


def queue(who: Standing) -> list[ToDo]:
    """Return what has to be checked again: one thing for each kind, so that the list ends."""
    if not is_facilitator(who):
        return []
    first = func.min(Entry.check_by)
    rows = db.session.execute(select(Entry.kind, func.count(), first).where(*_due()).group_by(Entry.kind))
    return [_to_do(kind, count) for kind, count, _since in rows]


def waiting(who: Standing) -> ScalarSelect[int] | None:
    """Return a subquery that counts what `queue` gives."""
    if not is_facilitator(who):
        return None
    return select(func.count(func.distinct(Entry.kind))).where(*_due()).scalar_subquery()


def _due() -> tuple[Any, ...]:
    today = clock.today()
    return Entry.check_by < today, or_(Entry.valid_to.is_(None), Entry.valid_to >= today)


def _to_do(kind: str, count: int) -> ToDo:
    one, many = N_("%(what)s: %(num)s may have changed"), N_("%(what)s: %(num)s may have changed")
    return ToDo(
        harm=Harm.LOOSE_END,
        words=Sentence(one, {"what": Sentence(MANY_WORDS[kind])}, many=many, num=count),
        address=url_for("packs.kind", kind=kind, due=1),
        button=Sentence(N_("Check")),
    )
