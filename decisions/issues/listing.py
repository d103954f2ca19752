"""The issue list and its filters."""

from collections.abc import Mapping
from typing import Any

from flask import render_template, request, url_for

from decisions.issues import choosing, filters, queries
from decisions.issues.routes import pages
from decisions.journeys import lines
from forum import clock
from forum.access import EVERYONE
from forum.web import allow

LABELS = {**filters.PICKED, **filters.FLAGS}


@pages.get("/issues")
@allow(EVERYONE)
def listing() -> str:
    """List issues, the last active first, narrowed by what the reader chose."""
    today, known = clock.today(), filters.choices()
    wanted = choosing.chosen(request.args, known, filters.FLAGS)
    cards, after = ([], None) if wanted.unknown else queries.page(wanted, after=request.args.get("after"), today=today)
    more = _address(wanted.values, after=after) if after else None
    on = choosing.on(wanted, known, LABELS, "issues.listing")
    first = _address(wanted.values) if request.args.get("after") else None
    return render_template(
        "decisions/issues/listing.html", cards=cards, more=more, first=first, wanted=wanted, known=known,
        on=on, picked=filters.PICKED, flags=filters.FLAGS, lines=lines, today=today,
    )  # fmt: skip


def _address(values: Mapping[str, Any], **more: str) -> str:
    return url_for("issues.listing", **{**values, **more})
