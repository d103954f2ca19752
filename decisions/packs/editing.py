"""What people change on the site: the words of an entry, that it ended, that it was checked. Callers commit."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from decisions.packs import faces, queries, reach, references, rules, schema, sense, shape
from decisions.packs.diff import changed_keys
from decisions.packs.kept import from_json, to_json
from decisions.packs.loading import put
from decisions.packs.merge import Document, Documents, said
from decisions.packs.models import Entry
from decisions.packs.shape import Wrong
from forum import clock
from forum.access import FACILITATOR, Standing
from forum.db import db
from forum.history.actions import record
from forum.people.models import Byline
from forum.refusal import Refusal, raise_if
from forum.say import N_, Sentence

SOMEBODY_FIRST = N_("Somebody changed this while you were writing. What you wrote is still here. Look at both.")
NOTHING_NEW = N_("Nothing is different from before, so there is nothing to save.")
ELSEWHERE = N_("Then something else would be wrong. %(where)s: %(fault)s")
CHECK_HOLDS = 182  # days, where the pack does not say for how long


def faults(kind: str, ident: str, data: Document) -> list[Wrong]:
    """Return what would be wrong with an entry if it said this, by the same rules as those for a pack.

    `data` is a document with dates as dates.
    """
    keys = schema.kind(kind).keys
    found = list(shape.wrong(data, keys, whole=data))
    if kind in schema.SINGLE or found:
        return found
    here = _everything()
    before = set(_elsewhere(kind, ident, here))
    here.setdefault(kind, {})[ident] = data
    found += references.unknown(kind, data, here)
    found += sense.wrong(kind, data, here)
    found += [wrong for of, one, wrong in references.rings(here) if (of, one) == (kind, ident)]
    broken = [one for one in _elsewhere(kind, ident, here) if one not in before]
    return found + [((), Sentence(ELSEWHERE, {"where": where, "fault": fault})) for where, fault in broken]


def _elsewhere(kind: str, ident: str, here: Documents) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with other entries: where, and what, as texts that can be compared."""
    for of, one, sentence in reach.unreached(here):
        yield f"{of}/{one}", sentence.text
    for of, documents in here.items():
        for one, data in documents.items():
            if (of, one) != (kind, ident):
                for _path, sentence in sense.wrong(of, data, here):
                    yield f"{of}/{one}", sentence.text % sentence.values


def edit(row: Entry, data: Document, *, seen: int, reason: str, by: Standing, signed: Byline, on: datetime) -> None:
    """Change what an entry says.

    Arguments: the entry; its new document, dates as dates; `seen`, the number of the version that the person saw;
    why; who, and under which name. Raises Refusal when somebody else was first, or when nothing is different.
    """
    raise_if(FACILITATOR.check(by))
    raise_if(may_change(row, seen))
    kept = to_json(said(data))
    if not changed_keys(row.data, kept):
        raise Refusal(NOTHING_NEW)
    _raise_if_wrong(row.kind, row.ident, data)
    _change(row, kept, "edited", reason=reason, by=by, signed=signed, on=on)


def take_back(row: Entry, *, seen: int, reason: str, by: Standing, signed: Byline, on: datetime) -> None:
    """Take the pack's words for an entry again. Raises Refusal where no pack speaks of it or nothing differs."""
    raise_if(FACILITATOR.check(by))
    raise_if(may_change(row, seen))
    if row.loaded is None:
        raise Refusal(N_("No pack says anything about this. It was written here."))
    if not changed_keys(row.data, row.loaded):
        raise Refusal(NOTHING_NEW)
    _change(row, row.loaded, "taken", reason=reason, by=by, signed=signed, on=on)


def end(row: Entry, *, day: date, seen: int, reason: str, by: Standing, signed: Byline, on: datetime) -> None:
    """Say on which day an entry ended. Nothing is deleted. Raises Refusal when it ended before, or had not begun."""
    raise_if(FACILITATOR.check(by))
    raise_if(may_change(row, seen))
    if row.valid_to is not None and row.valid_to <= day:
        raise Refusal(N_("This has ended already."))
    if row.valid_from is not None and row.valid_from > day:
        raise Refusal(N_("This had not begun on that day."), field="day")
    _change(row, {**row.data, "valid_to": day.isoformat()}, "ended", reason=reason, by=by, signed=signed, on=on)


def checked(row: Entry, *, seen: int, by: Standing, signed: Byline, on: datetime) -> None:
    """Say that an entry was checked today and is right. It holds for as long as it did before."""
    raise_if(FACILITATOR.check(by))
    raise_if(may_change(row, seen))
    today = clock.local_day(on)
    until = today + timedelta(days=rules.how_long_checked(row.document, otherwise=CHECK_HOLDS))
    days = {"checked": today.isoformat(), "check_by": until.isoformat()}
    _change(row, {**row.data, **days}, "checked", reason="", by=by, signed=signed, on=on)


def add(kind: str, data: Document, *, reason: str, by: Standing, signed: Byline, on: datetime) -> Entry:
    """Add an entry of this place's own. `data` has its id. Raises Refusal when there is one with that id."""
    raise_if(FACILITATOR.check(by))
    ident = str(data["id"])
    if queries.one(kind, ident) is not None:
        raise Refusal(N_("There is one with this id already. Choose another."), field="id")
    _raise_if_wrong(kind, ident, data)
    place = queries.place()
    row = Entry(kind=kind, ident=ident, pack=place.ident if place else "", data={}, loaded=None, number=0)
    _change(row, to_json(said(data)), "added", reason=reason, by=by, signed=signed, on=on)
    return row


def _raise_if_wrong(kind: str, ident: str, data: Document) -> None:
    """Refuse a document that the check would refuse; the form says it beside its fields."""
    for _path, sentence in faults(kind, ident, data):
        raise Refusal(sentence.text, **sentence.values)


def may_change(row: Entry, seen: int) -> Refusal | None:
    """Whether an entry is still as the person saw it."""
    return None if row.number == seen else Refusal(SOMEBODY_FIRST)


def _change(row: Entry, data: Document, verb: str, *, reason: str, by: Standing, signed: Byline, on: datetime) -> None:
    put(row, data, verb, on=on, byline_id=signed.id, reason=reason)
    db.session.flush()
    record(f"entry_{verb}", ("entry", row.id), by=by.person_id, on=on, number=row.number)
    faces.write({row.kind}, queries.documents_of, on)


def _everything() -> Documents:
    found: Documents = {}
    for row in queries.everything():
        found.setdefault(row.kind, {})[row.ident] = from_json(row.kind, row.data)
    return found
