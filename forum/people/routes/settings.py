"""My settings: one page for each."""

from collections.abc import Callable

from flask import current_app, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forum import clock, web
from forum.access import SIGNED_IN, WRITER
from forum.db import begin_write
from forum.form import Form
from forum.limits import SIGN_IN, limiter
from forum.people import account, actions, leaving, passwords
from forum.people.capacities import WORDS, Capacity
from forum.people.forms import CapacityForm, ChangePasswordForm, EmailForm, MailForm, NameForm, PressForm
from forum.people.models import Person
from forum.people.routes.blueprint import pages
from forum.people.routes.mine import must_be_fresh, myself, sign_in_again
from forum.say import _
from forum.web import allow


@pages.get("/me/settings")
@allow(SIGNED_IN)
def settings() -> str:
    """Show my settings."""
    person = myself()
    capacity = _(WORDS[Capacity(person.capacity)]) if person.capacity else ""
    links = [(endpoint, _(words)) for endpoint, words in current_app.extensions.get("settings_links", ())]
    return render_template("forum/people/settings.html", person=person, capacity=capacity, links=links)


def _change(form: Form, template: str, act: Callable[[Person], object]) -> ResponseReturnValue:
    """Carry out one change of my own account, and go back to the list of settings."""

    def change() -> str:
        act(myself())
        flash(_("That is kept."))
        return url_for("people.settings")

    return web.submit(form, change) or web.render(f"forum/people/{template}.html", form=form, person=myself())


@pages.get("/me/settings/name")
@allow(WRITER)
def name() -> ResponseReturnValue:
    """Show the form for my name."""
    return web.render("forum/people/name.html", form=NameForm(name=myself().name))


@pages.post("/me/settings/name")
@allow(WRITER)
def change_name() -> ResponseReturnValue:
    """Change my name."""
    form = NameForm(request.form)
    now = clock.now()
    return _change(form, "name", lambda me: actions.rename(me, form.name.data, by=me.id, on=now))


@pages.get("/me/settings/e-mail")
@allow(SIGNED_IN)
def email() -> ResponseReturnValue:
    """Show the form for my address."""
    return sign_in_again() or web.render("forum/people/email.html", form=EmailForm(), person=myself())


@pages.post("/me/settings/e-mail")
@allow(SIGNED_IN)
@limiter.limit(SIGN_IN)
def change_email() -> ResponseReturnValue:
    """Send a link to my new address."""
    form = EmailForm(request.form)

    def act() -> str:
        must_be_fresh()
        account.ask_for_new_email(myself(), form.email.data, on=clock.now())
        return url_for("people.sent")

    return web.submit(form, act) or web.render("forum/people/email.html", form=form, person=myself())


@pages.get("/me/settings/password")
@allow(SIGNED_IN)
def password() -> ResponseReturnValue:
    """Show the form for my password."""
    return sign_in_again() or web.render("forum/people/password.html", form=ChangePasswordForm(), person=myself())


@pages.post("/me/settings/password")
@allow(SIGNED_IN, slow=True)
@limiter.limit(SIGN_IN)
def change_password() -> ResponseReturnValue:
    """Set my password, and sign me out everywhere else."""
    form = ChangePasswordForm(request.form)
    hashed, fits = "", False
    if form.validate():  # slow: before the database is locked
        fits = passwords.matches(myself().password_hash, form.old.data or "")
        hashed = passwords.hash_of(form.password.data)
    begin_write()

    def act(me: Person) -> None:
        must_be_fresh()
        account.change_password(me, form.password.data, hashed, old_fits=fits, on=clock.now())

    return _change(form, "password", act)


@pages.get("/me/settings/capacity")
@allow(SIGNED_IN)
def capacity() -> ResponseReturnValue:
    """Show the form for how I most often speak, and the button that takes it off all I wrote."""
    form, press = CapacityForm(capacity=myself().capacity or ""), PressForm()
    return web.render("forum/people/capacity.html", form=form, press=press)


@pages.post("/me/settings/capacity")
@allow(SIGNED_IN)
def change_capacity() -> ResponseReturnValue:
    """Keep how I most often speak."""
    form = CapacityForm(request.form)
    now = clock.now()
    return _change(form, "capacity", lambda me: account.set_usual_capacity(me, form.capacity.data, on=now))


@pages.post("/me/settings/capacity/remove")
@allow(SIGNED_IN)
def remove_capacity() -> ResponseReturnValue:
    """Take my capacity off everything I wrote."""
    now = clock.now()
    return _change(PressForm(request.form), "capacity", lambda me: leaving.remove_capacity(me, by=me.id, on=now))


@pages.get("/me/settings/mail")
@allow(SIGNED_IN)
def mail() -> ResponseReturnValue:
    """Show the form for what is e-mailed."""
    return web.render("forum/people/mail.html", form=MailForm(mail_moves=myself().mail_moves))


@pages.post("/me/settings/mail")
@allow(SIGNED_IN)
def change_mail() -> ResponseReturnValue:
    """Keep what is e-mailed."""
    form, now = MailForm(request.form), clock.now()
    return _change(form, "mail", lambda me: account.set_mail(me, mail_moves=form.mail_moves.data, on=now))
