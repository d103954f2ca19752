"""Compare what a source says now with what it said last and with what stands here (pure).

What stands here and differs from what the source said last was written by a person: it is kept, and told. What the
source no longer shows is marked as gone, never deleted, and comes back when it is there again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from decisions.imports.records import Covered, Fault, Found, Record
from decisions.imports.shape import FIELDS, KINDS, As, fit, title_of
from forum.say import N_, Sentence

Name = tuple[str, str]  # kind and id at the source
OLDER = N_("This is older than what the source said before, so nothing was changed.")


class Act(StrEnum):
    """What becomes of a record."""

    ADD = "added"
    CHANGE = "changed"
    SAME = "same"
    KEEP = "kept"  # a person wrote what the source would change, and nothing else is new
    GO = "gone"
    RETURN = "back"


@dataclass(frozen=True, slots=True)
class Known:
    """What we know of a record from before: what the source said last; what stands here in the words of the source
    (nothing when it never became anything here, as a committee that nobody has matched); whether it was gone."""

    said: Mapping[str, Any]
    here: Mapping[str, Any] | None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one record: `said` is what the source has now said of it in all, `values` what has to be
    written, `kept` what a person wrote and the source would change, as (what stands here, what the source says)."""

    act: Act
    kind: str
    ident: str
    title: str
    said: Mapping[str, Any]
    values: Mapping[str, Any] = field(default_factory=dict)
    before: Mapping[str, Any] = field(default_factory=dict)
    kept: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    address: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one reading of a source comes to: changes in the order in which they are kept, and what could not be
    used."""

    changes: list[Change]
    faults: list[Fault]

    def those(self, *acts: Act) -> list[Change]:
        """Return the changes of some kinds."""
        return [one for one in self.changes if one.act in acts]

    @property
    def counts(self) -> dict[str, int]:
        """How many of each."""
        found = {str(act): len(self.those(act)) for act in Act}
        return {**found, "bad": len(self.faults)}


@dataclass
class Gathered:
    """All that was read: records by name, one for each thing; bad records; what was covered."""

    records: dict[Name, Record] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    covered: list[Covered] = field(default_factory=list)
    aside: set[Name] = field(default_factory=set)  # there, and not brought in: nobody has said whose they are


def gather(found: Iterable[Found]) -> Gathered:
    """Take in what readers give. Two records of one thing are put together: what is read later says more of it."""
    made = Gathered()
    for one in found:
        fitting = fit(one) if isinstance(one, Record) else one
        if isinstance(fitting, Record):
            name = (fitting.kind, fitting.ident)
            before = made.records.get(name)
            if before is not None:
                values, address = {**before.values, **fitting.values}, fitting.address or before.address
                fitting = Record(*name, values, address)
            made.records[name] = fitting
        elif isinstance(fitting, Fault):
            made.faults.append(fitting)
        else:
            made.covered.append(fitting)
    return made


def compare(gathered: Gathered, known: Mapping[Name, Known]) -> Plan:
    """Work out what becomes of each record, and what is gone. `known` is what we know of this source's records."""
    faults = list(gathered.faults)
    changes: list[Change] = []
    for kind in KINDS:
        for name, record in gathered.records.items():
            if name[0] != kind:
                continue
            before = known.get(name)
            if before is not None and _is_older(before.said, record.values):
                faults.append(Fault(title_of(kind, record.values), Sentence(OLDER), *name))
            else:
                changes.append(one(record, before))
    return Plan([*changes, *_gone(gathered, known)], faults)


def one(record: Record, before: Known | None) -> Change:
    """Work out what becomes of one record."""
    named = (record.kind, record.ident, title_of(record.kind, record.values))
    if before is None:
        return Change(Act.ADD, *named, record.values, record.values, address=record.address)
    said = {**before.said, **record.values}
    named = (record.kind, record.ident, title_of(record.kind, said))
    values: dict[str, Any] = {}
    kept: dict[str, tuple[Any, Any]] = {}
    for name, new in record.values.items():
        if before.here is None or FIELDS[record.kind][name][0] is As.ASIDE:
            continue
        old, here = before.said.get(name), before.here.get(name)
        if _same(new, old) and name in before.said:
            continue
        if _same(here, new):
            continue
        if _same(here, old):
            values[name] = new
        else:
            kept[name] = (here, new)
    act = (
        Act.RETURN
        if before.gone
        else Act.CHANGE
        if values or _renamed(before, said)
        else Act.KEEP
        if kept
        else Act.SAME
    )
    old_values = {name: (before.here or {}).get(name) for name in values}
    return Change(act, *named, said, values, old_values, kept, record.address)


def _renamed(before: Known, said: Mapping[str, Any]) -> bool:
    """Whether a thing that is nothing here yet is called otherwise now."""
    return before.here is None and said != before.said


def _gone(gathered: Gathered, known: Mapping[Name, Known]) -> Iterator[Change]:
    """Yield what was to be seen and was not. A bad record that is known by its id is there; one that is not may be
    any, so then nothing of its kind is taken for gone."""
    was_covered = _index(gathered.covered)
    seen = set(gathered.records) | gathered.aside | {(one.kind, one.ident) for one in gathered.faults if one.ident}
    unsure = {one.kind for one in gathered.faults if one.kind and not one.ident}
    lost: set[Name] = set()
    for name, before in known.items():
        kind, ident = name
        if name in seen or before.gone or kind in unsure:
            continue
        if _belonged(before.said, lost) or was_covered(kind, before.said):
            lost.add(name)
            yield Change(Act.GO, kind, ident, title_of(kind, before.said), before.said)


def _index(covered: list[Covered]) -> Callable[[str, Mapping[str, Any]], bool]:
    """Return a function that says whether a thing was to be seen. It looks only at the readings that could hold it:
    a thousand meetings with ten thousand items would else be held against each other."""
    by_having: dict[str, dict[tuple[str, ...], dict[tuple[Any, ...], list[Covered]]]] = {}
    for one in covered:
        names = tuple(sorted(one.having))
        same = by_having.setdefault(one.kind, {}).setdefault(names, {})
        same.setdefault(tuple(one.having[name] for name in names), []).append(one)

    def holds(kind: str, said: Mapping[str, Any]) -> bool:
        return any(
            one.holds(said)
            for names, same in by_having.get(kind, {}).items()
            for one in same.get(tuple(said.get(name) for name in names), ())
        )

    return holds


def _belonged(said: Mapping[str, Any], lost: set[Name]) -> bool:
    """Whether a thing belonged to an item that is gone: its papers go with it."""
    return said.get("item") is not None and ("item", said["item"]) in lost


def _is_older(said: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    before, here = said.get("sequence"), now.get("sequence")
    return isinstance(before, int) and isinstance(here, int) and here < before


def _same(one: Any, other: Any) -> bool:
    """Whether two values are the same to a reader: nothing is nothing, however it is kept."""
    return one == other or (one in (None, "") and other in (None, ""))
