"""Pages that links in e-mails lead to. Opening one changes nothing; its button does."""

from flask import flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forum import clock, web
from forum.access import EVERYONE
from forum.db import begin_write
from forum.form import Form
from forum.limits import SIGN_IN, limiter
from forum.people import account, entering, mailed_links, passwords, queries
from forum.people.forms import FinishJoiningForm, LinkForm, NewPasswordForm, PressForm
from forum.people.mailed_links import Purpose
from forum.people.models import MailedLink
from forum.people.routes.arriving import arrive
from forum.people.routes.blueprint import pages
from forum.say import _
from forum.web import allow


def _link(token: str, purpose: Purpose, form: Form) -> MailedLink | None:
    return mailed_links.find(token, purpose, on=clock.now(), form_key=form.key.data or "")


def _over(purpose: Purpose) -> tuple[str, int]:
    """Say that a link has been used or is too old, and how to get another."""
    return render_template("forum/people/link_over.html", purpose=purpose), 404


@pages.get("/join/<token>")
@allow(EVERYONE)
def finish_joining(token: str) -> ResponseReturnValue:
    """Show the last form of joining, with the name to look at once more."""
    form = FinishJoiningForm()
    link = _link(token, Purpose.JOIN, form)
    if link is None:
        return _over(Purpose.JOIN)
    form.name.data = link.values.get("name") or ""
    return web.render("forum/people/finish_joining.html", form=form, link=link, token=token)


@pages.post("/join/<token>")
@allow(EVERYONE, slow=True)
@limiter.limit(SIGN_IN)
def finish_joining_now(token: str) -> ResponseReturnValue:
    """Make the account and sign in."""
    form = FinishJoiningForm(request.form)
    hashed = passwords.hash_of(form.password.data) if form.password.data and form.validate() else None
    begin_write()
    link = _link(token, Purpose.JOIN, form)
    if link is None:
        return _over(Purpose.JOIN)
    going_to = link.values.get("next")
    made = {"name": form.name.data, "password_hash": hashed, "form_key": form.key.data, "on": clock.now()}
    return arrive(form, lambda: entering.join(token, **made), going_to, stay=form.stay.data) or web.render(
        "forum/people/finish_joining.html", form=form, link=link, token=token
    )


@pages.get("/sign-in/link/<token>")
@allow(EVERYONE)
def enter(token: str) -> ResponseReturnValue:
    """Show the button that signs in, and as whom."""
    form = LinkForm()
    link = _link(token, Purpose.SIGN_IN, form)
    person = queries.person(link.person_id) if link else None
    if link is None or person is None:
        return _over(Purpose.SIGN_IN)
    form.stay.data = bool(link.values.get("stay"))
    return web.render("forum/people/enter.html", form=form, token=token, person=person)


@pages.post("/sign-in/link/<token>")
@allow(EVERYONE)
@limiter.limit(SIGN_IN)
def enter_now(token: str) -> ResponseReturnValue:
    """Sign in by a link."""
    form = LinkForm(request.form)
    link = _link(token, Purpose.SIGN_IN, form)
    if link is None:
        return _over(Purpose.SIGN_IN)
    used = {"form_key": form.key.data, "on": clock.now()}
    going_to = link.values.get("next")
    return arrive(form, lambda: entering.enter_by_link(token, **used), going_to, stay=form.stay.data) or _over(
        Purpose.SIGN_IN
    )


@pages.get("/forgot-password/<token>")
@allow(EVERYONE)
def choose_password(token: str) -> ResponseReturnValue:
    """Show the form for a new password."""
    form = NewPasswordForm()
    if _link(token, Purpose.RESET, form) is None:
        return _over(Purpose.RESET)
    return web.render("forum/people/choose_password.html", form=form, token=token)


@pages.post("/forgot-password/<token>")
@allow(EVERYONE, slow=True)
@limiter.limit(SIGN_IN)
def choose_password_now(token: str) -> ResponseReturnValue:
    """Set the new password, sign out everywhere else, and sign in here."""
    form = NewPasswordForm(request.form)
    hashed = passwords.hash_of(form.password.data) if form.validate() else ""
    begin_write()
    if _link(token, Purpose.RESET, form) is None:
        return _over(Purpose.RESET)
    chosen = {"password": form.password.data, "password_hash": hashed}
    used = {"form_key": form.key.data, "on": clock.now()}
    return arrive(form, lambda: entering.reset(token, **chosen, **used), None, stay=False) or web.render(
        "forum/people/choose_password.html", form=form, token=token
    )


@pages.get("/me/settings/e-mail/<token>")
@allow(EVERYONE)
def new_email(token: str) -> ResponseReturnValue:
    """Show the button that takes a new address."""
    form = PressForm()
    link = _link(token, Purpose.NEW_EMAIL, form)
    if link is None:
        return _over(Purpose.NEW_EMAIL)
    return web.render("forum/people/new_email.html", form=form, token=token, link=link)


@pages.post("/me/settings/e-mail/<token>")
@allow(EVERYONE)
@limiter.limit(SIGN_IN)
def new_email_now(token: str) -> ResponseReturnValue:
    """Take a new address."""
    form = PressForm(request.form)
    link = _link(token, Purpose.NEW_EMAIL, form)
    if link is None:
        return _over(Purpose.NEW_EMAIL)

    def act() -> str:
        account.take_new_email(token, form_key=form.key.data, on=clock.now())
        flash(_("Your new e-mail address is kept."))
        return url_for("people.settings") if web.standing().person_id == link.person_id else url_for("people.sign_in")

    return web.submit(form, act) or web.render("forum/people/new_email.html", form=form, token=token, link=link)
