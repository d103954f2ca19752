"""Find a pathway, as packs tell of it."""

from datetime import date

from decisions.packs import queries
from decisions.packs.known import made
from decisions.pathways.shapes import Pathway


def pathway(ident: str, today: date) -> Pathway | None:
    """Return a pathway that holds on a day, or `None`. One query."""
    found = queries.named({"pathway": [ident]}, today)["pathway"]
    return made(Pathway, found[ident]) if ident in found else None
