"""The page of a clock: how long it is, on whose authority, and the date that it gives. Nothing is kept."""

from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from decisions.deadlines.rules import Rule
from decisions.pathways import words as said
from decisions.pathways.clocks import Clock
from decisions.who_decides import knowledge, reckoning
from decisions.who_decides.reckoning import Reckoned
from decisions.who_decides.routes.pages import pages
from forum import clock as now
from forum.access import EVERYONE
from forum.say import _
from forum.threads.forms.day import NO_DAY, read_day
from forum.web import allow

LONGEST = 40


@pages.get("/who-decides/clock/<ident>")
@allow(EVERYONE)
def clock(ident: str) -> ResponseReturnValue:
    """Show a clock, and the date that it gives from the day that somebody typed."""
    rule, typed = _rule(ident), request.args.get("day", "")[:LONGEST]
    today = now.today()
    day = read_day(typed) if typed.strip() else None if _back(rule) else today
    wrong = _(NO_DAY) if typed.strip() and day is None else ""
    found = reckoning.reckon(rule, day, back=_back(rule)) if day is not None else Reckoned()
    page = render_template(
        "decisions/who_decides/clock.html", rule=rule, entry=knowledge.one(Clock, "rule", ident), words=said,
        typed=typed or ("" if _back(rule) else today.isoformat()), wrong=wrong, found=found, back=_back(rule),
        today=today, day=day, means=reckoning.MEANS_WORDS,
    )  # fmt: skip
    return page, 400 if wrong else 200


@pages.get("/who-decides/clock/<ident>.ics")
@allow(EVERYONE)
def clock_file(ident: str) -> ResponseReturnValue:
    """Give the date as a file for somebody's own calendar. Where no date can be worked out, its page says why."""
    rule, day = _rule(ident), read_day(request.args.get("day", "")[:LONGEST])
    worked = reckoning.reckon(rule, day, back=_back(rule)).worked if day is not None else None
    if worked is None:
        return redirect(url_for("who_decides.clock", ident=ident))
    page = url_for("who_decides.clock", ident=ident, day=request.args.get("day"), _external=True)
    made = reckoning.ics(worked, title=reckoning.title_of(worked), page=page, now=now.now())
    headers = {"Content-Disposition": f'attachment; filename="{ident}.ics"'}
    return Response(made, mimetype="text/calendar", headers=headers)


def _rule(ident: str) -> Rule:
    return reckoning.rule(ident) or abort(404)


def _back(rule: Rule) -> bool:
    """Whether the day asked for is that of the event: notice clocks count back from it."""
    return rule.back
