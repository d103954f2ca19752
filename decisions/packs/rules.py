"""What holds for an entry on a day, and what may be loaded (pure)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from decisions.packs.merge import Document
from forum.refusal import Refusal
from forum.say import N_

TYPICAL = "typical"
STRICT = ("law", "guidance", "local", "promise")  # what an entry can no longer be sure of once it has to be checked


def is_there(data: Mapping[str, Any], today: date) -> bool:
    """Whether an entry holds on a day: it has begun and has not ended."""
    begun, ended = data.get("valid_from"), data.get("valid_to")
    return (begun is None or begun <= today) and (ended is None or ended >= today)


def may_have_changed(data: Mapping[str, Any], today: date) -> bool:
    """Whether the day by which an entry had to be checked again has passed."""
    return is_overdue(data.get("check_by"), today)


def is_overdue(check_by: date | None, today: date) -> bool:
    """Whether a day by which something had to be checked again has passed."""
    return check_by is not None and check_by < today


def basis_today(basis: str, check_by: date | None, today: date) -> str:
    """Return on whose authority an entry stands, as a page shows it: what may have changed is only "typical".

    What is not law yet stays so, however old the check is: "usual" would say more than we ever knew.
    """
    return TYPICAL if basis in STRICT and is_overdue(check_by, today) else basis


def may_load(place: str, chain: list[str], *, is_place: bool) -> Refusal | None:
    """Whether packs may be loaded here.

    Arguments: `place`, the id of the place's own pack that was loaded here before, or ""; `chain`, the ids of the
    packs to load, the lowest first; whether the last is a place's own.
    """
    if not place or chain[-1] == place:
        return None
    if is_place:
        return Refusal(N_("This is the place “%(place)s”. A second place needs a database of its own."), place=place)
    text = N_("This is the place “%(place)s”. Load that: it brings what it builds on with it.")
    return Refusal(text, place=place)


def how_long_checked(data: Document, *, otherwise: int) -> int:
    """Return for how many days a check of an entry holds: as long as the pack gave it, else `otherwise`."""
    checked, check_by = data.get("checked"), data.get("check_by")
    return (check_by - checked).days if checked and check_by and check_by > checked else otherwise
