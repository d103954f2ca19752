"""Load a pack: check it, work out what changes, change it. Callers commit."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from decisions.packs import faces, files, queries, rules
from decisions.packs.check import sound
from decisions.packs.diff import Act, Change, Here, Name, plan
from decisions.packs.files import Pack
from decisions.packs.kept import columns, to_json
from decisions.packs.merge import Document, said
from decisions.packs.models import Entry, EntryVersion
from decisions.packs.resolving import resolved
from forum import clock
from forum.db import db
from forum.history.actions import record
from forum.refusal import raise_if


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading changes, or would change."""

    pack: str
    changes: Sequence[Change]

    def those(self, act: Act) -> list[Change]:
        """Return the changes of one kind."""
        return [one for one in self.changes if one.act is act]


def load(path: Path, *, on: datetime, take: Collection[Name] = (), dry_run: bool = False) -> Loaded:
    """Load a pack with those that it builds on. Loading it again changes nothing.

    Arguments: its folder or file; the moment; the entries where its words win over what people changed here;
    `dry_run`, to work out and change nothing. Raises WrongPack with every fault, Refusal when this is another place.
    """
    return bring(sound(path), on=on, take=take, dry_run=dry_run)


def bring(packs: Sequence[Pack], *, on: datetime, take: Collection[Name] = (), dry_run: bool = False) -> Loaded:
    """Load packs that were checked, the lowest first. Arguments as for `load`. Raises Refusal as it does."""
    rows = {(row.kind, row.ident): row for row in queries.everything()}
    ours = next((ident for kind, ident in rows if kind == "place"), "")
    raise_if(rules.may_load(ours, [one.ident for one in packs], is_place=bool(packs[-1].place)))
    changes = plan(_here(rows), wanted(packs), today=clock.local_day(on), take=take)
    if not dry_run:
        _carry_out(changes, rows, wanted(packs), on)
        _keep_below(packs, rows)
        _say_loaded(changes, rows, packs[-1].ident, on)
    return Loaded(packs[-1].ident, changes)


def wanted(packs: Sequence[Pack]) -> dict[Name, tuple[Document, str]]:
    """Return what packs say as it is kept, with the id of the last pack that speaks of each entry. What a pack is
    and what the place is are entries too."""
    found: dict[Name, tuple[Document, str]] = {}
    for pack in packs:
        found["pack", pack.ident] = to_json(said(pack.about)), pack.ident
        if pack.place:
            found["place", pack.ident] = to_json(said(pack.place)), pack.ident
    of = {(one.kind, one.ident): pack.ident for pack in packs for one in pack.entries}
    for kind, documents in resolved(files.merged(packs)).items():
        for ident, data in documents.items():
            found[kind, ident] = to_json(data), of[kind, ident]
    return found


def _here(rows: dict[Name, Entry]) -> dict[Name, Here]:
    return {name: Here(row.data, row.loaded, clock.local_day(row.changed_at)) for name, row in rows.items()}


def _carry_out(
    changes: Sequence[Change], rows: dict[Name, Entry], pack: dict[Name, tuple[Document, str]], on: datetime
) -> None:
    for change in changes:
        row = rows.get(change.name)
        said_now = pack[change.name][0] if change.name in pack else None
        if row is None:
            rows[change.name] = _added(change, on)
            continue
        if change.act is Act.END:  # so that it comes back when the pack has it again
            row.loaded = {**(row.loaded or {}), "valid_to": change.data["valid_to"]}
        elif said_now is not None:
            row.loaded, row.pack = said_now, change.pack
        if change.keys:
            put(row, change.data, "loaded", on=on)
            record("entry_loaded", ("entry", row.id), by=None, on=on, number=row.number)


def _keep_below(packs: Sequence[Pack], rows: dict[Name, Entry]) -> None:
    """Keep beside each entry what the packs below the last one say of it."""
    below, all_of_them = files.raw(packs[:-1]), files.merged(packs)
    named = resolved(below, all_of_them)
    for (kind, ident), row in rows.items():
        said_below = named.get(kind, {}).get(ident)
        row.below = None if said_below is None else to_json(said_below)
    db.session.flush()


def _say_loaded(changes: Sequence[Change], rows: dict[Name, Entry], ident: str, on: datetime) -> None:
    """Bring the faces into step, and record that a pack was loaded, if anything changed."""
    changed = [one for one in changes if one.act is not Act.NOTHING]
    if changed:
        added, ended = (sum(1 for one in changed if one.act is act) for act in (Act.ADD, Act.END))
        pack = ("entry", rows["pack", ident].id)
        record("pack_loaded", pack, by=None, on=on, added=added, ended=ended, changed=len(changed) - added - ended)
    faces.write({one.name[0] for one in changed}, queries.documents_of, on)


def _added(change: Change, on: datetime) -> Entry:
    kind, ident = change.name
    row = Entry(kind=kind, ident=ident, pack=change.pack, data={}, loaded=change.data, number=0, changed_at=on)
    put(row, change.data, "loaded", on=on)
    return row


def put(row: Entry, data: Document, verb: str, *, on: datetime, byline_id: int | None = None, reason: str = "") -> None:
    """Give an entry new words, and keep them as a version.

    Arguments: the row, new or old; the document as it is kept; what was done (a verb of `EntryVersion`); the moment;
    the byline of who did it, none for a pack; why.
    """
    row.data, row.changed_at, row.number = data, on, row.number + 1
    for name, day in columns(data).items():
        setattr(row, name, day)
    if row.id is None:
        db.session.add(row)
        db.session.flush()
    version = EntryVersion(entry_id=row.id, number=row.number, verb=verb, data=data, reason=reason, at=on)
    version.byline_id = byline_id
    db.session.add(version)
