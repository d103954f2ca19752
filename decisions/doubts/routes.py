"""Pages to say that something is wrong, and to look at what others said."""

from flask import Blueprint, abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.doubts import actions, queries
from decisions.doubts.forms import AnswerForm, DoubtForm
from decisions.doubts.models import Doubt
from forum import clock, limits, web
from forum.access import EVERYONE, FACILITATOR
from forum.limits import limiter
from forum.say import _
from forum.web import allow

pages = Blueprint("doubts", __name__)
LONGEST = 200


@pages.get("/wrong")
@allow(EVERYONE)
def wrong() -> ResponseReturnValue:
    """Show the form to say that something is wrong."""
    return _page(DoubtForm())


@pages.post("/wrong")
@limiter.limit(limits.REPORT)
@allow(EVERYONE)
def wrong_sent() -> ResponseReturnValue:
    """Say that something is wrong."""
    form, (about, title) = DoubtForm(request.form), _about()

    def act() -> str:
        said = {"words": str(form.words.data), "contact": form.contact.data or ""}
        actions.say(about=about, title=title, **said, by=web.standing(), on=clock.now())
        flash(_("Thank you. A person looks at it. If it is wrong, we mend it."))
        return about

    return web.submit(form, act) or _page(form)


@pages.get("/wrong/<int:id>")
@allow(FACILITATOR)
def look(id: int) -> ResponseReturnValue:
    """Show what somebody says is wrong, and the form to answer it."""
    return _look(_here(id), AnswerForm())


@pages.post("/wrong/<int:id>")
@allow(FACILITATOR)
def answer(id: int) -> ResponseReturnValue:
    """Say what came of it."""
    doubt, form = _here(id), AnswerForm(request.form)

    def act() -> str:
        given = {"outcome": form.outcome.data or "", "note": form.note.data or ""}
        actions.close(doubt, **given, by=web.standing(), on=clock.now())
        flash(_("Thank you. That is done."))
        return url_for("to_do.listing")

    return web.submit(form, act) or _look(doubt, form)


def _about() -> tuple[str, str]:
    """The page that is meant: an address of this site, and its name. Both come from a link and are shown as text."""
    about = web.local_path(request.values.get("page", ""))[:LONGEST]
    return about, " ".join(request.values.get("title", "").split())[:LONGEST] or about


def _page(form: DoubtForm) -> ResponseReturnValue:
    about, title = _about()
    return web.render("decisions/doubts/wrong.html", form=form, about=about, title=title)


def _here(id: int) -> Doubt:
    return queries.by_ids([id]).get(id) or abort(404)


def _look(doubt: Doubt, form: AnswerForm) -> ResponseReturnValue:
    return web.render("decisions/doubts/look.html", form=form.offer(), doubt=doubt, outcomes=actions.OUTCOMES)
