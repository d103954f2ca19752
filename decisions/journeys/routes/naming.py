"""Another body decides a part: what is asked when steps start on an issue that has some already."""

from dataclasses import dataclass
from typing import TypedDict

from flask import request

from decisions.journeys import queries
from decisions.journeys.forms.starting import PartForm
from forum.refusal import Refusal
from forum.say import N_

NO_PART = N_("Write in a few words what this body decides.")


@dataclass(frozen=True, slots=True)
class Naming:
    """The names that the parts have. `first`: the first has none yet, so it is asked for too."""

    names: list[str]
    first: bool


class Named(TypedDict):
    """The names that were given, as the action takes them."""

    part: str
    first: str


def naming(thread_id: int) -> Naming | None:
    """Return what to ask when `another` journey is to start; `None` when it is the first one."""
    found = queries.all_of(thread_id) if request.args.get("another") else []
    return Naming([one.part for one in found if one.part], not found[0].part) if found else None


def named(form: PartForm, asked: Naming | None) -> Named:
    """Return the names that were written. Raises Refusal when one is asked for and is not there."""
    if asked is None:
        return Named(part="", first="")
    if not form.part.data:
        raise Refusal(NO_PART, field="part")
    return Named(part=form.part.data, first=form.first.data or "")
