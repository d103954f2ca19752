"""Check a pack: everything that is wrong with it, each with its file, key, line and a sentence (pure)."""

from collections.abc import Iterator
from pathlib import Path

from decisions.packs import files, reach, references, schema, sense, shape
from decisions.packs.faults import Fault, Spot, WrongPack
from decisions.packs.files import Entry, Pack
from decisions.packs.merge import Document, Documents
from forum.say import N_, Sentence


def check(folder: Path) -> list[Fault]:
    """Return every fault of a pack and of the packs that it builds on, in the order of file and line.

    A fault of a pack below is said of the file there. `folder` is a folder or a single file.
    """
    try:
        sound(folder)
    except WrongPack as wrong:
        return list(wrong.faults)
    return []


def sound(folder: Path) -> tuple[Pack, ...]:
    """Return a pack and those that it builds on, the lowest first, each read once. Raises WrongPack with what `check`
    returns when anything is wrong."""
    try:
        packs = files.chain(folder)
    except WrongPack as wrong:
        raise WrongPack(sorted([*files.read(folder).faults, *wrong.faults], key=lambda one: one.order)) from wrong
    if faults := _of_all(packs):
        raise WrongPack(sorted(faults, key=lambda one: one.order))
    return packs


def _of_all(packs: tuple[Pack, ...]) -> list[Fault]:
    given = files.merged(packs)
    found = files.merged(packs, only_sound=True)
    tops = {(one.kind, one.ident): one for pack in packs for one in pack.entries}
    faults = [fault for pack in packs for fault in _of_pack(pack)]
    for entry in (one for pack in packs for one in pack.entries):
        top = tops[entry.kind, entry.ident] is entry
        faults += _of_entry(entry, given[entry.kind][entry.ident], found, top=top)
    return [*faults, *_of_the_whole(packs[-1], tops, found)]


def _of_pack(pack: Pack) -> Iterator[Fault]:
    yield from pack.faults
    if "pack" not in pack.singles:
        text = N_("There is no [pack] table that says what this pack is.")
        yield Fault(Spot("pack.toml"), "pack", Sentence(text))
    for kind, entry in pack.singles.items():
        for path, sentence in shape.wrong(entry.data, schema.SINGLE[kind].keys, whole=entry.data):
            yield _fault(entry, path, sentence)
    seen: set[tuple[str, str]] = set()
    for entry in pack.entries:
        if entry.ident and (entry.kind, entry.ident) in seen:
            yield _fault(entry, ("id",), Sentence(N_("Another %(kind)s has this id."), {"kind": entry.kind}))
        seen.add((entry.kind, entry.ident))


def _of_entry(entry: Entry, whole: Document, found: Documents, *, top: bool) -> Iterator[Fault]:
    """Yield the faults of one entry.

    Arguments: `whole`, the entry with all packs; `found`, what is sound of everything; `top`, when no pack above says
    more of it: what is missing is said once, there.
    """
    keys = schema.KINDS[entry.kind].keys
    misshapen = list(shape.wrong(entry.data, keys, whole=whole))
    unknown = list(references.unknown(entry.kind, shape.sound(entry.data, keys), found))
    together = list(sense.wrong(entry.kind, found[entry.kind][entry.ident], found))
    if misshapen:  # what seems to be missing may be there, and wrong
        together = [one for one in together if one[0]]
    for path, sentence in (*misshapen, *unknown, *together):
        if path[0] in entry.data if path else top:
            yield _fault(entry, path, sentence)


def _of_the_whole(pack: Pack, tops: dict[tuple[str, str], Entry], found: Documents) -> Iterator[Fault]:
    for kind, ident, (path, sentence) in references.rings(found):
        yield _fault(tops[kind, ident], path, sentence)
    for kind, ident, sentence in reach.unreached(found):
        yield _fault(tops[kind, ident], (), sentence)
    if pack.builds_on and not pack.place and not pack.faults:
        text = N_("A pack that builds on another needs a [place] table.")
        yield Fault(Spot(pack.singles["pack"].file), "place", Sentence(text))


def _fault(entry: Entry, path: shape.Path, sentence: Sentence) -> Fault:
    named = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
    which = f"{entry.kind} {entry.ident}".strip()
    return Fault(entry.spot(*path), f"{which}: {named}" if named else which, sentence)
