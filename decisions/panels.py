"""Small pieces of this room on pages of the other one, as template functions."""

from flask import Flask, render_template
from markupsafe import Markup

from decisions.issues.view import in_words
from decisions.journeys import queries
from decisions.journeys.counting import counts
from decisions.journeys.doors import today_stops
from decisions.journeys.kinds import ENDED
from forum import clock


def init_app(app: Flask) -> None:
    """Give templates these functions."""
    app.jinja_env.globals["above_reply"] = above_reply


def above_reply(thread_id: int) -> Markup:
    """Return what stands above the reply box of an issue: whether writing here counts for those who have it now."""
    journey = queries.of_thread(thread_id)
    if journey is None:
        return Markup()
    found = queries.route(journey)
    if found.now.stage in ENDED:
        return Markup()
    today = today_stops(queries.stop_facts(found.stops), found.now, today=clock.today())
    rows = {one.id: one for one in found.stops}
    shorts = {one.body.id: one.body.short for one in found.stops if one.body is not None}
    said = {"counts": [in_words(one) for one in counts(today, rows, shorts)]}
    return Markup(render_template("decisions/issues/_counts.html", view=said))  # noqa: S704 - it escapes
