"""What loading a pack will change, worked out before anything is changed (pure).

Three are compared, key by key: what the pack said last time, what it says now, and what the site says. A key that a
person changed here is kept, and said to be kept.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from decisions.packs.merge import Document

Name = tuple[str, str]  # kind and id


class Act(StrEnum):
    """What loading does to an entry."""

    ADD = "add"
    CHANGE = "change"
    END = "end"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Here:
    """An entry as the site has it. `loaded` is nothing when it was written here."""

    data: Document
    loaded: Document | None
    changed_on: date


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one entry: `data` as it will be. `keys` are those that change, `kept` those that a person
    changed on the site on `kept_since`, where the pack says something else."""

    name: Name
    act: Act
    data: Document
    pack: str
    keys: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    kept_since: date | None = None


@dataclass(slots=True)
class _Merged:
    data: Document = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


def plan(
    here: Mapping[Name, Here], pack: Mapping[Name, tuple[Document, str]], *, today: date, take: Collection[Name] = ()
) -> list[Change]:
    """Return what loading does to each entry, in the order of the pack, then those that the pack no longer has.

    Arguments: what the site has; the documents of the pack as they are kept, with the id of their pack; the day; the
    entries where the pack's words are to win over what people changed.
    """
    changes = [_of_one(name, here.get(name), data, of, name in take) for name, (data, of) in pack.items()]
    gone = [name for name, one in here.items() if name not in pack and one.loaded is not None]
    return changes + [_ended(name, here[name].data, today) for name in gone]


def _of_one(name: Name, here: Here | None, pack: Document, of: str, take: bool) -> Change:
    if here is None:
        return Change(name, Act.ADD, pack, of)
    merged = _Merged(dict(pack)) if take else _three_way(here.loaded or {}, here.data, pack)
    keys = changed_keys(here.data, merged.data)
    since = here.changed_on if merged.kept else None
    return Change(name, Act.CHANGE if keys else Act.NOTHING, merged.data, of, keys, tuple(merged.kept), since)


def _three_way(before: Document, here: Document, pack: Document) -> _Merged:
    merged = _Merged()
    for key in dict.fromkeys((*pack, *here)):
        mine, theirs = here.get(key), pack.get(key)
        edited = mine != before.get(key) and mine != theirs
        if edited:
            merged.kept.append(key)
        value = mine if edited else theirs
        if value is not None:
            merged.data[key] = value
    return merged


def _ended(name: Name, data: Document, today: date) -> Change:
    """End what a pack no longer has, unless it has ended already."""
    day = today.isoformat()
    if data.get("valid_to") and data["valid_to"] <= day:
        return Change(name, Act.NOTHING, data, "")
    ended = {**data, "valid_to": day}
    if data.get("valid_from") and data["valid_from"] > day:
        ended["valid_from"] = day  # it was to begin later, and never will
    return Change(name, Act.END, ended, "", changed_keys(data, ended))


def changed_keys(before: Document, after: Document) -> tuple[str, ...]:
    """Return the keys in which two documents differ, in their order."""
    return tuple(key for key in dict.fromkeys((*after, *before)) if before.get(key) != after.get(key))


def short(value: Any) -> str:
    """Return a value on one line, for a list of changes: cut where it is long."""
    if value is None:
        return "–"
    said = ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)
    said = " ".join(said.split())
    return said if len(said) <= 70 else said[:69] + "…"
