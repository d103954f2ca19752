"""Sort out which records have a place here (pure but for the links it is given). A committee becomes a body only when
a person says which of ours it is: until then its meetings wait at the source."""

from collections import Counter
from dataclasses import dataclass, replace

from decisions.imports.comparing import Gathered, Name
from decisions.imports.links import Links
from decisions.imports.records import Fault, Record
from decisions.imports.shape import KINDS, title_of
from forum.say import N_, Sentence

NO_BODY = N_("Nobody has said yet whose this is. Bring in the list of meetings first, or name the body.")
NO_MEETING = N_("The meeting that this belongs to is not here.")
NO_DAY = N_("It has no day.")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A body of the source that nobody has matched with one of ours, and how many records wait for that."""

    ident: str
    name: str
    count: int


def place(gathered: Gathered, links: Links) -> tuple[Gathered, list[Waiting]]:
    """Return the records that have a place here, and the bodies that somebody has to match first."""
    kept: dict[Name, Record] = {}
    faults, aside = list(gathered.faults), set(gathered.aside)
    waits: Counter[str] = Counter()
    for kind in KINDS:
        for name, record in [each for each in gathered.records.items() if each[0][0] == kind]:
            if kind == "body":
                if links.body_id is None:
                    kept[name] = record
                continue
            named = _named(record, links, gathered)
            if isinstance(named, Fault):
                faults.append(named)
            elif named is None or _hangs_on(record, aside):
                aside.add(name)
                waits[str(record.values.get("body") or "")] += kind in ("meeting", "decision", "seat")
            else:
                kept[name] = named
    waiting = [
        Waiting(ident, title_of("body", record.values), waits[ident])
        for (kind, ident), record in kept.items()
        if kind == "body" and links.ours("body", ident) is None and ident not in links.left_out
    ]
    return replace(gathered, records=kept, faults=faults, aside=aside), waiting


def _hangs_on(record: Record, aside: set[Name]) -> bool:
    return any((kind, str(record.values.get(kind))) in aside for kind in ("meeting", "item"))


def _named(record: Record, links: Links, gathered: Gathered) -> Record | Fault | None:
    """Return a record with what it needs, what is missing, or nothing when it waits for a body."""
    kind, ident, values = record.kind, record.ident, record.values
    where = title_of(kind, values) or ident
    if kind in ("item", "document", "attendance"):
        name = ("meeting", str(values.get("meeting")))
        there = name in gathered.records or name in links.ids or name in gathered.aside
        return record if there else Fault(where, Sentence(NO_MEETING), kind, ident)
    if (kind, ident) in links.ids:
        known = links.ours("body", values["body"]) if values.get("body") else True
        return record if known else None
    body = values.get("body")
    if links.ours("body", body) is None:
        return None if body else Fault(where, Sentence(NO_BODY), kind, ident)
    if kind == "meeting" and not values.get("day"):
        return Fault(where, Sentence(NO_DAY), kind, ident)
    return record
