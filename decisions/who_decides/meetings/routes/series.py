"""Meetings that come again and again."""

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.bodies.choices import bodies_today
from decisions.meetings import actions, queries
from decisions.meetings.models import Series
from decisions.meetings.series import read
from decisions.meetings.subjects import slug_of
from decisions.who_decides.meetings import words
from decisions.who_decides.meetings.forms.series import EndSeriesForm, SeriesForm
from decisions.who_decides.meetings.routes.pages import pages, series_here
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.form import Form
from forum.limits import limiter
from forum.say import _, ngettext
from forum.web import allow

AGAIN = "again-"  # two forms stand on the page: each has names of its own


@pages.get("/meetings/series")
@allow(FACILITATOR)
def all_series() -> ResponseReturnValue:
    """List the series."""
    return web.render("decisions/meetings/all_series.html", rows=queries.all_series(), read=read)


@pages.get("/meetings/series/new")
@allow(FACILITATOR)
def new_series() -> ResponseReturnValue:
    """Show an empty form for meetings that come again."""
    form = SeriesForm(data={"from_on": clock.today(), "step": "1", "nth": "1", "weekday": "MO"})
    return _new(form.offer(bodies_today(clock.today())))


@pages.post("/meetings/series/new")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def new_series_sent() -> ResponseReturnValue:
    """Make a series, and its meetings for a year."""
    found = bodies_today(clock.today())
    form = SeriesForm(request.form).offer(found)

    def act() -> str:
        made = actions.make_series(form.given(found), form.every, by=web.standing(), on=clock.now())
        flash(_("The meetings of the next twelve months are on the page."))
        return url_for("meetings.series", id=made.id)

    return web.submit(form, act) or _new(form)


@pages.get("/meetings/series/<int:id>")
@allow(FACILITATOR)
def series(id: int) -> ResponseReturnValue:
    """Show a series with its meetings."""
    return _page(series_here(id), EndSeriesForm(data={"day": clock.today()}))


@pages.post("/meetings/series/<int:id>/lay-out")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def laid_out(id: int) -> ResponseReturnValue:
    """Lay out the meetings that are still missing."""
    row, form = series_here(id), Form(request.form, prefix=AGAIN)

    def act() -> str:
        count = len(actions.lay_out(row, by=web.standing(), on=clock.now()))
        flash(ngettext("%(num)s meeting was added.", "%(num)s meetings were added.", count))
        return url_for("meetings.series", id=id)

    return web.submit(form, act) or _page(row, EndSeriesForm(data={"day": clock.today()}))


@pages.post("/meetings/series/<int:id>/end")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def ended(id: int) -> ResponseReturnValue:
    """End a series."""
    row, form = series_here(id), EndSeriesForm(request.form)

    def act() -> str:
        day, why = form.day.day or clock.today(), form.why.data or ""
        count = actions.end_series(row, day=day, why=why, by=web.standing(), on=clock.now())
        flash(ngettext("It has ended. %(num)s meeting is cancelled.", "It has ended. %(num)s are cancelled.", count))
        return url_for("meetings.series", id=id)

    return web.submit(form, act) or _page(series_here(id), form)


def _new(form: SeriesForm) -> ResponseReturnValue:
    return web.render("decisions/meetings/new_series.html", form=form)


def _page(row: Series, form: EndSeriesForm) -> ResponseReturnValue:
    return web.render(
        "decisions/meetings/series.html", form=form, series=row, every=read(row.every), again=Form(prefix=AGAIN),
        meetings=queries.of_series(row.id), words=words, slug_of=slug_of, today=clock.today(),
    )  # fmt: skip
