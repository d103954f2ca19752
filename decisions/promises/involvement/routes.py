"""The record of a decision, of a step where people were asked, or of an area: a page to print, and a file."""

from datetime import date

from flask import Response, abort, flash, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import TextAreaField

from decisions.promises.involvement import paragraphs, scope, text, words
from decisions.promises.involvement.gathering import Record, gather
from decisions.promises.involvement.scope import Scope
from decisions.promises.routes.pages import pages
from forum import clock, limits, web
from forum.access import EVERYONE, FACILITATOR, is_facilitator
from forum.form import AtMost, Form
from forum.form import words as many_lines
from forum.limits import limiter
from forum.say import N_, _
from forum.threads.forms.day import read_day
from forum.web import allow

LONGEST = 2_000


class ParagraphForm(Form):
    """Somebody's own words beside a heading."""

    text = TextAreaField(
        N_("Your own words beside this heading"),
        filters=[many_lines],
        validators=[AtMost(LONGEST)],
        description=N_("What the record does not show by itself. Empty takes your words off the page."),
    )


@pages.get("/involvement")
@allow(EVERYONE)
def records() -> ResponseReturnValue:
    """Show what a record can be made of."""
    return web.render("decisions/promises/records.html", listed=scope.listed(), about=words.ABOUT)


@pages.get("/involvement/<about>/<int:id>")
@allow(EVERYONE)
def record(about: str, id: int) -> ResponseReturnValue:
    """Show a record, to print."""
    here, found = _gathered(about, id)
    runs = is_facilitator(web.standing())
    own = paragraphs.newest(about, id)
    return web.render("decisions/promises/record.html", scope=here, found=found, own=own, words=words, runs=runs)


@pages.get("/involvement/<about>/<int:id>/record.md")
@limiter.limit(limits.SEARCH)
@allow(EVERYONE)
def record_file(about: str, id: int) -> Response:
    """Give a record as a file to paste from."""
    _here, found = _gathered(about, id)
    own = {heading: one.text for heading, one in paragraphs.newest(about, id).items()}
    page = url_for("promises.record", about=about, id=id, _external=True)
    headers = {"Content-Disposition": f'attachment; filename="record-{about}-{id}.md"'}
    return Response(text.markdown(found, own, page=page), mimetype="text/markdown", headers=headers)


@pages.get("/involvement/<about>/<int:id>/words/<heading>")
@allow(FACILITATOR)
def paragraph(about: str, id: int, heading: str) -> ResponseReturnValue:
    """Show the form for somebody's own words beside a heading, with what stood there before."""
    here = _scope(about, id, heading)
    last = next(iter(paragraphs.versions(about, id, heading)), None)
    return _page(here, heading, ParagraphForm(data={"text": last.text if last else ""}))


@pages.post("/involvement/<about>/<int:id>/words/<heading>")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def paragraph_sent(about: str, id: int, heading: str) -> ResponseReturnValue:
    """Keep somebody's own words beside a heading."""
    here, form = _scope(about, id, heading), ParagraphForm(request.form)

    def act() -> str:
        paragraphs.write(about, id, heading, form.text.data or "", by=web.standing(), on=clock.now())
        flash(_("Saved. What stood there before is kept."))
        return url_for("promises.record", about=about, id=id, _anchor=heading)

    return web.submit(form, act) or _page(here, heading, form)


def _scope(about: str, about_id: int, heading: str = "asked") -> Scope:
    """What a record is about, on the days that the reader asks for; else there is no such page."""
    since, until = _day(request.args.get("from", "")), _day(request.args.get("to", ""))
    known = heading in words.HEADINGS
    found = scope.find(about, about_id, since=since, until=until, today=clock.today()) if known else None
    return found or abort(404)


def _day(typed: str) -> date | None:
    day = read_day(typed[:40])
    return day if day is not None and 1948 <= day.year <= 2100 else None


def _gathered(about: str, about_id: int) -> tuple[Scope, Record]:
    here = _scope(about, about_id)
    return here, gather(here, today=clock.today())


def _page(here: Scope, heading: str, form: ParagraphForm) -> ResponseReturnValue:
    earlier = paragraphs.versions(here.about, here.id, heading)
    return web.render(
        "decisions/promises/paragraph.html", form=form, scope=here, heading=heading, words=words, earlier=earlier
    )
