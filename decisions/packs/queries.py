"""Stand-in until the store lands: the shipped England pack."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from decisions.packs import files
from decisions.packs.resolving import resolved


@lru_cache
def _all() -> Any:
    return resolved(files.entries("england"))


def documents(wanted: Mapping[str, Iterable[str] | None]) -> dict[str, dict[str, dict[str, Any]]]:
    found = _all()
    return {
        kind: {i: d for i, d in found.get(kind, {}).items() if ids is None or i in set(ids)}
        for kind, ids in wanted.items()
    }
