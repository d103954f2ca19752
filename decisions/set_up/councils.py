"""The councils of the United Kingdom: found by name, with their code, nation, kind and address (pure)."""

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from forum.people.names import plain_key

DATA = Path(__file__).parent / "data" / "uk_councils.json"
NATIONS = {"ENG": "england", "WLS": "wales", "SCT": "scotland", "NIR": "northern-ireland"}
TYPES = {
    "CTY": "county", "NMD": "district", "MD": "metropolitan", "LBO": "london", "CC": "london", "SRA": "combined",
}  # fmt: skip
MOST = 12
EMPTY = frozenset("the of and council city borough district county london royal metropolitan".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Council:
    """A council. `code` is its official one; `web` is where its papers are, `system` what they are kept with."""

    code: str
    name: str
    nation: str
    type: str
    web: str = ""
    system: str = ""
    ended: date | None = None

    def is_there(self, today: date) -> bool:
        """Whether it has not been replaced by another council."""
        return self.ended is None or self.ended >= today


@lru_cache(maxsize=1)
def all_councils() -> dict[str, Council]:
    """Return every council by its code, those that have ended too."""
    rows = json.loads(DATA.read_text(encoding="utf-8"))
    found = [_made(row) for row in rows.values()]
    return {one.code: one for one in sorted(found, key=lambda one: one.name.casefold())}


def _made(row: dict[str, Any]) -> Council:
    about, papers = row["everyelectiion_data"], row.get("services", {}).get("councillors", {})
    ended = about.get("end_date")
    return Council(
        code=about["official_identifier"],
        name=about["official_name"],
        nation=NATIONS[about["territory_code"]],
        type=TYPES.get(about["organisation_subtype"], "unitary"),  # Scotland, Wales and Northern Ireland have one tier
        web=papers.get("base_url") or "",
        system=papers.get("cms_type") or "",
        ended=date.fromisoformat(ended) if ended else None,
    )


def find(text: str) -> list[Council]:
    """Return the councils whose names hold every word of a text, those that begin with it first: at most twelve."""
    words = plain_key(text).split()
    telling = [word for word in words if word not in EMPTY] or words
    if not telling:
        return []
    found = [one for one in all_councils().values() if _holds(one, telling)]
    start = " ".join(telling)
    return sorted(found, key=lambda one: (not plain_key(one.name).startswith(start), one.name.casefold()))[:MOST]


def _holds(council: Council, words: list[str]) -> bool:
    inside = plain_key(council.name).replace("-", " ").split()
    return all(any(part.startswith(word) for part in inside) for word in words)
