"""Read packs from their files (pure: no database, no setting).

`entries("marlbrook")` gives everything that a pack says, with the packs below it. Entries are plain documents: what
the TOML says, unchanged.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from decisions.packs import lines, merge, schema, shape
from decisions.packs.faults import Fault, Spot, WrongPack
from decisions.packs.keys import Key
from decisions.packs.merge import Document, Documents
from forum.say import N_, Sentence

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it stands in a file of a pack."""

    kind: str
    ident: str
    data: Document
    file: str
    path: lines.Path
    found: dict[lines.Path, int]

    def spot(self, *path: str | int) -> Spot:
        """Return where a key of this entry stands, or the entry itself when it has no such key."""
        return Spot(self.file, lines.line_of(self.found, (*self.path, *path)))


@dataclass(slots=True)
class Pack:
    """A pack as it was read. `about` is its `[pack]` table, `place` its `[place]` table (empty: it is no place)."""

    folder: Path
    about: Document = field(default_factory=dict)
    place: Document = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    singles: dict[str, Entry] = field(default_factory=dict)

    @property
    def ident(self) -> str:
        """The pack's id, or the name of its folder when it gives none."""
        given = self.about.get("id")
        return given if isinstance(given, str) and given else self.folder.stem

    @property
    def builds_on(self) -> str:
        """The id of the pack below; empty when there is none."""
        given = self.about.get("builds_on")
        return given if isinstance(given, str) else ""


def shipped() -> list[str]:
    """Return the ids of the packs that come with Doorway, by name."""
    return sorted({path.relative_to(DATA).parts[0] for path in DATA.glob("*/**/*.toml")})


def find(name: str, near: Path = DATA) -> Path:
    """Return the folder or file of a pack: a path, a neighbour of `near`, or one that comes with Doorway."""
    for path in (Path(name), near / name, DATA / name):
        if name and path.exists():
            return path
    return DATA / name


def read(folder: Path) -> Pack:
    """Read one pack: a folder of TOML files, or a single file. Its faults say what can't be read; nothing raises."""
    pack = Pack(folder)
    files = [folder] if folder.is_file() else sorted(folder.rglob("*.toml"))
    for path in files:
        name = path.name if path == folder else path.relative_to(folder).as_posix()
        _read_file(pack, path, name)
    return pack


def chain(path: Path) -> tuple[Pack, ...]:
    """Return a pack and those that it builds on, the lowest first. Raises WrongPack when one is missing or they
    build on each other in a ring. The faults of each pack are left for `check`."""
    packs = [read(path)]
    while below := packs[0].builds_on:
        folder = find(below, near=path.parent)
        if below in [one.ident for one in packs] or folder.resolve() in [one.folder.resolve() for one in packs]:
            raise WrongPack([_ring(packs[0], below)])
        if not folder.exists():
            raise WrongPack([_missing(packs[0], below)])
        packs.insert(0, read(folder))
    return tuple(packs)


@lru_cache(maxsize=8)
def entries(name: str) -> Documents:
    """Return everything that a pack says with the packs below it: documents by kind and id.

    `name` is the id of a pack that comes with Doorway, or a path. The answer is shared: do not change it. Raises
    WrongPack with every fault that keeps the files from being read.
    """
    packs = chain(find(name))
    if faults := [fault for one in packs for fault in one.faults]:
        raise WrongPack(faults)
    return merged(packs)


def merged(packs: Iterable[Pack], *, only_sound: bool = False) -> Documents:
    """Return what some packs say together, the lowest first; without the keys that hold something wrong if asked."""
    entries = [entry for pack in packs for entry in pack.entries]
    if only_sound:
        return merge.documents((one.kind, one.ident, shape.sound(one.data, _keys(one))) for one in entries)
    return merge.documents((one.kind, one.ident, one.data) for one in entries)


def raw(packs: Iterable[Pack]) -> Documents:
    """Return what some packs say together as they write it, without what a body has from its kind."""
    return merge.raw((one.kind, one.ident, one.data) for pack in packs for one in pack.entries)


def _keys(entry: Entry) -> tuple[Key, ...]:
    return schema.KINDS[entry.kind].keys


def _read_file(pack: Pack, path: Path, name: str) -> None:
    try:
        text = path.read_bytes().decode("utf-8")
        data, found = tomllib.loads(text), lines.index(text.replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        _fault(
            pack,
            Spot(name, line),
            "",
            N_("This is not text that we can read. Save the file again with the encoding “utf-8”."),
        )
    except (ValueError, RecursionError) as error:  # not TOML, a number of many thousand digits, or lists without end
        _fault(
            pack,
            Spot(name, _line_said(str(error), path)),
            "",
            N_("This can’t be read as a pack: %(why)s."),
            why=str(error),
        )
    except OSError as error:
        _fault(pack, Spot(name), "", N_("The file can’t be read: %(why)s."), why=error.strerror or str(error))
    else:
        _take(pack, data, name, found)


def _line_said(message: str, path: Path) -> int:
    """The line that the reader names in its message; the last one when it speaks of the end."""
    _before, named, after = message.partition("at line ")
    number = after.split(",")[0]
    return int(number) if named and number.isdigit() else len(path.read_bytes().splitlines()) or 1


def _take(pack: Pack, data: Document, name: str, found: dict[lines.Path, int]) -> None:
    for kind, value in data.items():
        spot = Spot(name, lines.line_of(found, (kind,)))
        if kind in schema.SINGLE:
            _take_single(pack, Entry(kind, "", value, name, (kind,), found), spot)
        elif kind not in schema.KINDS:
            _fault(pack, spot, kind, N_("There is no kind of entry called “%(kind)s”."), kind=kind)
        elif not (isinstance(value, list) and all(isinstance(one, dict) for one in value)):
            _fault(pack, spot, kind, N_("Write each entry under [[%(kind)s]], with two brackets."), kind=kind)
        else:
            for number, one in enumerate(value):
                ident = one.get("id")
                said = ident if isinstance(ident, str) else ""
                pack.entries.append(Entry(kind, said, one, name, (kind, number), found))


def _take_single(pack: Pack, entry: Entry, spot: Spot) -> None:
    if entry.kind in pack.singles:
        _fault(pack, spot, entry.kind, N_("There is a second [%(kind)s] table. A pack has one."), kind=entry.kind)
    elif not isinstance(entry.data, dict):
        _fault(pack, spot, entry.kind, N_("Write [%(kind)s] as one table, with one bracket."), kind=entry.kind)
    else:
        pack.singles[entry.kind] = entry
        if entry.kind == "pack":
            pack.about = entry.data
        else:
            pack.place = entry.data


def _fault(pack: Pack, spot: Spot, key: str, text: str, **values: Any) -> None:
    pack.faults.append(Fault(spot, key, Sentence(text, values)))


def _ring(pack: Pack, below: str) -> Fault:
    text = N_("The packs build on each other in a ring: “%(id)s” comes twice.")
    return Fault(pack.singles["pack"].spot("builds_on"), "pack: builds_on", Sentence(text, {"id": below}))


def _missing(pack: Pack, below: str) -> Fault:
    text = N_("It builds on “%(id)s”, and there is no such pack.")
    return Fault(pack.singles["pack"].spot("builds_on"), "pack: builds_on", Sentence(text, {"id": below}))
