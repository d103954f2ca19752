"""What the England pack says, read from its files as they stand: for the tests that hold its facts and its words."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import decisions

FOLDER = Path(decisions.__file__).parent / "packs" / "data" / "england"
Entry = dict[str, Any]


@cache
def entries() -> dict[str, list[Entry]]:
    """Return every entry by its kind, in the order of the files."""
    found: dict[str, list[Entry]] = {}
    for file in sorted(FOLDER.rglob("*.toml")):
        for kind, given in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if isinstance(given, list):
                found.setdefault(kind, []).extend(given)
    return found


def by_id(kind: str) -> dict[str, Entry]:
    """Return the entries of a kind by their ids."""
    return {one["id"]: one for one in entries().get(kind, [])}


def facts(kind: str) -> Iterator[str]:
    """Yield the fact that each entry of a kind stands for, where it has one."""
    return (str(one["fact"]) for one in entries().get(kind, []) if "fact" in one)
