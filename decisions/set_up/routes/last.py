"""The last step: the first administrator's account. Then the place is made."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from decisions.set_up import browser, finishing, making, opening
from decisions.set_up.forms import AccountForm
from decisions.set_up.routes.pages import away, may_go_on, pages, show
from decisions.set_up.steps import done, in_england, missing
from forum import clock, limits, web
from forum.access import EVERYONE, Role
from forum.db import begin_write, db
from forum.form import Form
from forum.limits import limiter
from forum.people import passwords
from forum.people.signing_in import open_session
from forum.refusal import Refusal
from forum.web import allow


@pages.get("/set-up/you")
@allow(EVERYONE)
def you() -> ResponseReturnValue:
    """Ask for the first administrator's account."""
    return _page(_form()) if may_go_on() else away()


@pages.post("/set-up/you")
@limiter.limit(limits.SIGN_UP)
@allow(EVERYONE, slow=True)
def finish() -> ResponseReturnValue:
    """Make the place and the account, and sign in."""
    form, answers = _form(), opening.answers()
    if not may_go_on() or missing(done(answers)):
        return away()
    if not form.validate():
        return _page(form)
    packs = making.packs_for(answers)  # slow, and so is the hash: nothing is locked yet
    hashed = passwords.hash_of(form.password.data) if isinstance(form, AccountForm) else ""
    begin_write()
    return _made(form, packs, hashed) or _page(form)


def _made(form: Form, packs: finishing.Packs, hashed: str) -> ResponseReturnValue | None:
    if not may_go_on():  # somebody else was quicker
        db.session.rollback()
        return away()
    account = finishing.Account(form.name.data, form.email.data, hashed) if isinstance(form, AccountForm) else None
    try:
        person = finishing.finish(packs, account=account, by=web.standing().person_id, on=clock.now())
        if person is not None:
            open_session(person, on=clock.now())
        db.session.commit()
    except Refusal as refusal:
        db.session.rollback()
        form.refuse(refusal)
        return None
    return browser.forget(redirect(url_for("set_up.facts", new=1), 303))


def _form() -> Form:
    """An administrator who is signed in has an account already."""
    shape = Form if web.standing().has(Role.ADMINISTRATOR) else AccountForm
    return shape(request.form)


def _page(form: Form) -> ResponseReturnValue:
    answers = opening.answers()
    return show("you", form, kept=answers, open=missing(done(answers)), in_england=in_england(answers))
