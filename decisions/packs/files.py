"""Read packs from their files (pure: no database, no setting)."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
Document = dict[str, Any]


@lru_cache(maxsize=8)
def entries(name: str) -> dict[str, dict[str, Document]]:
    """Return everything that a pack says with the packs below it: documents by kind and id.

    `name` is the id of a pack that comes with Doorway. The answer is shared: do not change it.
    """
    found: dict[str, dict[str, Document]] = {}
    tables = [tomllib.loads(path.read_text()) for path in sorted((DATA / name).rglob("*.toml"))]
    below = next((one["pack"].get("builds_on", "") for one in tables if "pack" in one), "")
    for kind, known in (entries(below) if below else {}).items():
        found[kind] = dict(known)
    for table in tables:
        for kind, given in table.items():
            if isinstance(given, list):
                here = found.setdefault(kind, {})
                for one in given:
                    here[one["id"]] = {**here.get(one["id"], {}), **one}
    return found
