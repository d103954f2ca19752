"""Summaries of one thing: read them, offer one, choose one, take one back."""

from flask import Blueprint, Flask, abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.summaries import actions, queries, rules, subjects
from decisions.summaries.about import About, find, of
from decisions.summaries.forms import SummaryForm, WhyForm
from decisions.summaries.models import Summary
from forum import clock, limits, web
from forum import subjects as kinds
from forum.access import EVERYONE, FACILITATOR, SIGNED_IN, WRITER
from forum.form import Form
from forum.history import public_log
from forum.limits import limiter
from forum.say import _
from forum.threads.queries import is_mine
from forum.web import allow, stop_if

pages = Blueprint("summaries", __name__)
DROP = "drop"  # the second button of the form that chooses


def init_app(app: Flask) -> None:
    """Register the pages, the kind, and the lines in the public log."""
    app.register_blueprint(pages)
    kinds.register(app, subjects.SUMMARY)
    public_log.tell(app, subjects.entries, actions.PICKED, actions.DROPPED)


@pages.get("/summaries/<kind>/<int:id>")
@allow(EVERYONE)
def listing(kind: str, id: int) -> ResponseReturnValue:
    """Show the summary that stands on top, and those that were or are offered, as this person may see them."""
    return _listing(_about(kind, id), None)


@pages.get("/summaries/<kind>/<int:id>/write")
@allow(WRITER)
def write(kind: str, id: int) -> ResponseReturnValue:
    """Show the form of a new summary."""
    return web.render("decisions/summaries/write.html", form=SummaryForm(), about=_about(kind, id), least=rules.LONG)


@pages.post("/summaries/<kind>/<int:id>/write")
@limiter.limit(limits.POST)
@allow(WRITER)
def write_sent(kind: str, id: int) -> ResponseReturnValue:
    """Offer a summary."""
    about, form = _about(kind, id), SummaryForm(request.form)

    def act() -> str:
        made = actions.offer(about, str(form.text.data), by=web.standing(), on=clock.now())
        flash(_("Thank you. People who help run this read it, and choose which one is shown."))
        return kinds.address("summary", made)

    return web.submit(form, act) or web.render(
        "decisions/summaries/write.html", form=form, about=about, least=rules.LONG
    )


@pages.post("/summaries/<int:id>/choose")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def choose(id: int) -> ResponseReturnValue:
    """Let a summary stand on top or, by the other button, take it off."""
    summary, form = _here(id), WhyForm(request.form)
    deed = actions.drop if request.form.get("do") == DROP else actions.pick

    def act() -> str:
        deed(summary, str(form.reason.data), by=web.standing(), on=clock.now())
        return kinds.address("summary", summary)

    return web.submit(form, act) or _listing(of(_here(id)), form, id)


@pages.post("/summaries/<int:id>/take-back")
@limiter.limit(limits.POST)
@allow(SIGNED_IN)
def take_back(id: int) -> ResponseReturnValue:
    """Take one's own summary back. A second press finds it gone, and does no harm."""
    summary, form = _here(id), Form(request.form)
    stop_if(rules.may_take_back(web.standing(), mine=is_mine(web.standing(), summary.byline_id)))
    about = of(summary)

    def act() -> str:
        actions.take_back(summary, by=web.standing(), on=clock.now())
        flash(_("You took your words back."))
        return url_for("summaries.listing", kind=about.kind, id=about.id)

    return web.submit(form, act) or _listing(about, form)


def _about(kind: str, ident: int) -> About:
    return find(kind, ident, web.standing()) or abort(404)


def _here(summary_id: int) -> Summary:
    found: Summary | None = kinds.visible("summary", summary_id, web.standing())
    return found or abort(404)


def _listing(about: About, form: Form | None, wrong: int = 0) -> ResponseReturnValue:
    who = web.standing()
    seen = [one for one in queries.of(about) if subjects.sees(who, one) is None]
    return web.render(
        "decisions/summaries/listing.html",
        form=form,
        wrong=wrong,
        about=about,
        now=next((one for one in seen if one.shown), None),
        rest=[one for one in seen if not one.shown],
        mine={one.id for one in seen if is_mine(who, one.byline_id)},
        chooses=rules.may_pick(who) is None,
        may_offer=about.posts is None or about.posts >= rules.LONG,
        why=WhyForm(),
        press_form=Form(),
    )
