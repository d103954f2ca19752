"""Small pieces of this room on pages of the other one, as template functions."""

from flask import Flask, render_template
from markupsafe import Markup

from decisions.issues.view import CountsView, in_words
from decisions.journeys import queries
from decisions.journeys.counting import counts
from decisions.journeys.doors import today_stops
from decisions.journeys.kinds import ENDED
from decisions.journeys.queries import Route
from forum import clock


def init_app(app: Flask) -> None:
    """Give templates these functions."""
    app.jinja_env.globals["above_reply"] = above_reply


def above_reply(thread_id: int) -> Markup:
    """Return what stands above the reply box of an issue: whether writing here counts for those who have it now."""
    every = [one for journey in queries.shown_with(thread_id) for one in _counts(queries.route(journey))]
    if not every:
        return Markup()
    return Markup(render_template("decisions/issues/_counts.html", view={"counts": every}))  # noqa: S704 - it escapes


def _counts(found: Route) -> list[CountsView]:
    if found.now.stage in ENDED:
        return []
    today = today_stops(queries.stop_facts(found.stops), found.now, today=clock.today())
    rows = {one.id: one for one in found.stops}
    shorts = {one.body.id: one.body.short for one in found.stops if one.body is not None}
    return [in_words(one) for one in counts(today, rows, shorts)]
