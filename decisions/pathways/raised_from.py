"""Keep the answer that an issue was raised from, so that its steps can start from just these."""

from datetime import date

from decisions.packs import queries as packs
from decisions.packs.known import made
from decisions.pathways import guided, marks
from decisions.pathways.models import ThreadRoute
from decisions.pathways.queries import pathway, tree
from decisions.pathways.shapes import Pathway, StartIt
from forum import clock
from forum.db import db

LONGEST_GIVEN, LONGEST_CHANGES = 300, 400


def title(mark: str) -> str:
    """Return what the answer is called that a mark stands for; nothing for one about one person, which is never a
    public issue, or for none."""
    found = _found(mark, clock.today())
    return found[0] if found is not None else ""


def keep(thread_id: int, mark: str) -> None:
    """Keep for an issue what a mark stands for, if it stands for something."""
    found = _found(mark, clock.today())
    if found is None or db.session.get(ThreadRoute, thread_id) is not None:
        return
    row = found[1]
    row.thread_id = thread_id
    db.session.add(row)
    db.session.flush()


def of_thread(thread_id: int) -> ThreadRoute | None:
    """Return the answer that an issue was raised from."""
    return db.session.get(ThreadRoute, thread_id)


def _found(text: str, today: date) -> tuple[str, ThreadRoute] | None:
    mark = marks.read(text)
    if mark is None:
        return None
    if mark.kind == marks.START:
        return _start(mark.ident, today)
    if mark.kind == marks.HOW:
        return _how(pathway(mark.ident, today), mark.more)
    at = guided.walk(tree(today), mark.ident, mark.more)
    if at is None or at.question is not None:
        return None
    if at.start is not None:
        return at.start.name, ThreadRoute(start_it=at.start.id)
    found = _how(pathway(at.pathway, today), at.changes)
    if found is not None:
        found[1].topic, found[1].given = at.topic.id, "/".join(at.path)[:LONGEST_GIVEN]
    return found


def _how(of: Pathway | None, changes: tuple[str, ...]) -> tuple[str, ThreadRoute] | None:
    if of is None or of.one_person:
        return None
    chosen = " ".join(one.id for one in of.changes if one.id in changes)
    return of.name, ThreadRoute(pathway=of.id, changes=chosen[:LONGEST_CHANGES])


def _start(ident: str, today: date) -> tuple[str, ThreadRoute] | None:
    found = packs.named({"start": [ident]}, today)["start"]
    return (made(StartIt, found[ident]).name, ThreadRoute(start_it=ident)) if ident in found else None
