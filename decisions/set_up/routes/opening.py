"""The first page: type the code, or go on where it was left."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from decisions.set_up import browser, opening
from decisions.set_up.forms import CodeForm
from decisions.set_up.routes.pages import may_go_on, pages
from decisions.set_up.steps import STEPS, done, missing
from forum import clock, limits, web
from forum.access import EVERYONE
from forum.db import db
from forum.limits import limiter
from forum.refusal import Refusal
from forum.web import allow


@pages.get("/set-up")
@allow(EVERYONE)
def start() -> ResponseReturnValue:
    """Ask for the code, or show how far the set-up has come."""
    return _open_page(CodeForm()) if not may_go_on() else _how_far()


@pages.post("/set-up")
@limiter.limit(limits.SIGN_IN)
@allow(EVERYONE)
def open_it() -> ResponseReturnValue:
    """Open the set-up for this browser."""
    form = CodeForm(request.form)
    if not form.validate():
        return _open_page(form)
    found = opening.open_by(form.code.data or "", on=clock.now())
    db.session.commit()  # a wrong code counts
    if isinstance(found, Refusal):
        form.refuse(found)
        return _open_page(form)
    return browser.give(redirect(url_for("set_up.start"), 303), found)


def _open_page(form: CodeForm) -> ResponseReturnValue:
    return web.render("decisions/set_up/open.html", form=form, refused=opening.may_begin())


def _how_far() -> ResponseReturnValue:
    filled = done(opening.answers())
    following = (missing(filled) or [STEPS[-1]])[0]
    return render_template("decisions/set_up/start.html", steps=STEPS, filled=filled, following=following)
