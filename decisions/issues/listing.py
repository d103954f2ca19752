"""The issue list and its filters."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import render_template, request, url_for

from decisions.issues import filters, queries
from decisions.issues.routes import pages
from decisions.journeys import lines
from forum import clock
from forum.access import EVERYONE
from forum.say import _
from forum.web import allow


@pages.get("/issues")
@allow(EVERYONE)
def listing() -> str:
    """List issues, the last active first, narrowed by what the reader chose."""
    today, known = clock.today(), filters.choices()
    wanted = filters.chosen(request.args, known)
    cards, after = ([], None) if wanted.unknown else queries.page(wanted, after=request.args.get("after"), today=today)
    more = _address(wanted.values, after=after) if after else None
    first = _address(wanted.values) if request.args.get("after") else None
    return render_template(
        "decisions/issues/listing.html", cards=cards, more=more, first=first, wanted=wanted, known=known,
        on=_on(wanted, known), picked=filters.PICKED, flags=filters.FLAGS, lines=lines, today=today,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class On:
    """A filter that is on: its words, and the address of the list without it."""

    words: str
    off: str


def _on(wanted: filters.Chosen, known: filters.Choices) -> list[On]:
    return [On(_words(name, value, known), _address(wanted.without(name))) for name, value in wanted.values.items()]


def _address(values: Mapping[str, Any], **more: str) -> str:
    return url_for("issues.listing", **{**values, **more})


def _words(name: str, value: str, known: filters.Choices) -> str:
    if name in filters.FLAGS:
        return _(filters.FLAGS[name])
    label = known[name].get(value)
    ours = name in ("stage", "kind")
    words = _("not known") if label is None else _(label) if ours else label
    return _("%(filter)s: %(value)s", filter=_(filters.PICKED[name]), value=words)
