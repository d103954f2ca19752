"""An issue in other shapes: its short version on one page, and one answer on a page of its own."""

from typing import Any

from flask import abort, request
from flask.typing import ResponseReturnValue

from decisions.answers.queries import cards
from decisions.issues.issue import compose
from decisions.issues.loading import Rows, load
from decisions.issues.routes import pages
from decisions.issues.view import view
from forum import clock, web
from forum.access import EVERYONE
from forum.web import allow


def other_ways(rows: Rows) -> dict[str, Any]:
    """Return what a page shows of other shapes: what people made, and whether it is asked for in large letters."""
    return {"editions": rows.editions, "large": request.args.get("print") == "large"}


@pages.get("/issues/<int:id>/short")
@allow(EVERYONE)
def in_short(id: int) -> ResponseReturnValue:
    """Show an issue with four pictures and a sentence each, made of what its page says."""
    rows = _here(id)
    shown = view(compose(rows), now=clock.now())
    return web.render("decisions/issues/in_short.html", thread=rows.head, view=shown, today=clock.today())


@pages.get("/issues/<int:id>/answers/<int:number>")
@allow(EVERYONE)
def answer(id: int, number: int) -> ResponseReturnValue:
    """Show one answer of a body alone: to listen to, to print, to send to somebody."""
    rows = _here(id)
    found = next((one for one in cards(rows.answers) if one.number == number), None) or abort(404)
    return web.render("decisions/issues/answer.html", thread=rows.head, answer=found, **other_ways(rows))


def _here(thread_id: int) -> Rows:
    return load(thread_id, web.standing()) or abort(404)
