"""Say what happened. Who helps run this, and a body about itself, say how we know; anyone else is "a member"."""

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from decisions.journeys import actions, rules
from decisions.journeys.actions import CHANGED
from decisions.journeys.doors import today_stops
from decisions.journeys.forms.happening import KnownForm, ReportForm
from decisions.journeys.kinds import Evidence
from decisions.journeys.matching import stop_of
from decisions.journeys.models import Move
from decisions.journeys.posts import recent_posts
from decisions.journeys.queries import Route, stop_facts
from decisions.journeys.reporting import HINTS, groups, in_order
from decisions.journeys.routes.pages import here, move_address, pages
from decisions.journeys.signing import recorder
from decisions.journeys.titles import title_of, words_of
from forum import clock, limits, web
from forum.about.site import site
from forum.access import WRITER
from forum.limits import limiter
from forum.say import _
from forum.threads.models import Thread
from forum.web import allow


@pages.get("/issues/<int:id>/happened")
@allow(WRITER)
def happened(id: int) -> ResponseReturnValue:
    """Show the form to say what happened, with what the link that led here knows already."""
    thread, found = _may_tell(id)
    given = {name: request.args.get(name) for name in ("kind", "stop")}
    given["stop"] = given["stop"] or _likely(found, given["kind"] or "")
    form = _form(found)(data={**given, "seen": found.now.last_number, "happened_on": clock.today()})
    return _page(thread, found, form)


@pages.post("/issues/<int:id>/happened")
@limiter.limit(limits.POST)
@allow(WRITER)
def happened_sent(id: int) -> ResponseReturnValue:
    """Record what happened. Whoever did not see the last entry is shown it first, with their own words kept."""
    thread, found = _may_tell(id)
    form = _offered(_form(found)(request.form), found)

    def act() -> str:
        new, who = form.given(), web.standing()
        official = new.evidence != Evidence.MEMBER_SAYS and (stop := found.stop(new.stop_id))
        signed = recorder(who, thread_id=id, body_id=stop.body_id if official and stop else None)
        made = actions.record_move(found.journey, new, seen=form.seen_number, by=who, signed=signed, on=clock.now())
        flash(_("Thank you. It is on the record."))
        return move_address(thread, found.journey, made.number)

    return web.submit(form, act) or _page(thread, found, form)


def _likely(found: Route, kind: str) -> str | None:
    """The step that it most likely happened at: the writer sees it, and can choose another."""
    today = today_stops(stop_facts(found.stops), found.now, today=clock.today())
    stop_id = stop_of(today, kind=kind)
    return None if stop_id is None else str(stop_id)


def _may_tell(thread_id: int) -> tuple[Thread, Route]:
    """An issue and its route. Whose first posts still wait writes a reply first: what they say of a body is public."""
    thread, found = here(thread_id)
    who = web.standing()
    if site().first_posts_wait and not rules.is_known(who):
        flash(_("Please write here what happened. Someone who helps run this adds it to the steps."))
        abort(redirect(url_for("threads.reply", id=thread_id), 303))
    return thread, found


def _form(found: Route) -> type[ReportForm]:
    """The long form for those who may say how we know."""
    return KnownForm if len(_evidences(found)) > 1 else ReportForm


def _evidences(found: Route) -> list[Evidence]:
    return rules.evidences(web.standing(), [stop.body_id for stop in found.stops])


def _offered(form: ReportForm, found: Route) -> ReportForm:
    form.offer(found.stops, in_order(rules.choices(web.standing())))
    if isinstance(form, KnownForm):
        form.offer_more(_evidences(found), recent_posts(found.journey.thread_id))
    return form


def _page(thread: Thread, found: Route, form: ReportForm) -> ResponseReturnValue:
    new: list[Move] = []
    if form.refused is not None and form.refused.args[0] == CHANGED:
        found = here(thread.id)[1]
        new = [move for move in found.moves if move.number > form.seen_number]
        form.seen.data = str(found.now.last_number)
    return web.render(
        "decisions/journeys/happened.html",
        form=_offered(form, found),
        thread=thread,
        new=new,
        title_of=title_of,
        words_of=words_of,
        groups=groups(rules.choices(web.standing())),
        hints={str(kind): _(words) for kind, words in HINTS.items()},
        known=isinstance(form, KnownForm),
    )
