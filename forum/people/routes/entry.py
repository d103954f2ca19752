"""Join, sign in, sign out, ask for a new password."""

from flask import Response, abort, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from forum import clock, web
from forum.access import EVERYONE
from forum.db import begin_write, db
from forum.limits import SIGN_IN, SIGN_UP, limiter
from forum.people import entering, queries
from forum.people.carrying import packed
from forum.people.forms import DemoForm, ForgotForm, JoinForm, SignInForm
from forum.people.models import Person
from forum.people.routes.arriving import account_typed, arrive, demo_accounts, landing, no_password_typed
from forum.people.routes.blueprint import pages
from forum.people.signing_in import close_session
from forum.refusal import Refusal
from forum.say import N_
from forum.web import allow

NO_MATCH = N_("That address and password do not go together. Try again, or leave the password empty.")


@pages.get("/join")
@allow(EVERYONE)
def join() -> ResponseReturnValue:
    """Show the form for a new account."""
    if web.standing().signed_in:
        return redirect(landing(request.args.get("next")))
    return web.render("forum/people/join.html", form=JoinForm(next=request.args.get("next")))


@pages.post("/join")
@allow(EVERYONE)
@limiter.limit(SIGN_UP)
def join_now() -> ResponseReturnValue:
    """Send a link that makes the account."""
    form, on = JoinForm(request.form), clock.now()

    def act() -> str:
        typed = {"name": form.name.data, "email": form.email.data, "going_to": form.next.data or ""}
        entering.ask_to_join(**typed, carried=packed(on), on=on)
        return url_for("people.sent")

    return web.submit(form, act) or web.render("forum/people/join.html", form=form)


@pages.get("/sign-in")
@allow(EVERYONE)
def sign_in() -> ResponseReturnValue:
    """Show the form for signing in; to somebody signed in only when they are asked to do it again."""
    if web.standing().signed_in and "again" not in request.args:
        return redirect(landing(request.args.get("next")))
    return _sign_in_page(SignInForm(next=request.args.get("next")))


@pages.post("/sign-in")
@allow(EVERYONE, slow=True)
@limiter.limit(SIGN_IN)
@limiter.limit(SIGN_IN, key_func=account_typed, exempt_when=no_password_typed)
def sign_in_now() -> ResponseReturnValue:
    """Sign in by password, or send a link."""
    form = SignInForm(request.form)
    if no_password_typed():
        begin_write()
        return web.submit(form, lambda: _send_link(form)) or _sign_in_page(form)
    found = entering.fitting(form.email.data, form.password.data) if form.validate() else None  # slow: no lock yet
    fits = (found.id, found.password_hash) if found else None
    begin_write()
    return arrive(form, lambda: _fitting(fits), form.next.data, stay=form.stay.data) or _sign_in_page(form)


def _send_link(form: SignInForm) -> str:
    going_to, stay, on = form.next.data or "", form.stay.data, clock.now()
    entering.ask_for_link(email=form.email.data, going_to=going_to, stay=stay, carried=packed(on), on=on)
    return url_for("people.sent")


def _fitting(fits: tuple[int, str | None] | None) -> Person:
    person = queries.person(fits[0]) if fits else None
    if fits is None or person is None or person.password_hash != fits[1]:
        raise Refusal(NO_MATCH, field="password")
    return person


def _sign_in_page(form: SignInForm) -> ResponseReturnValue:
    buttons = [(one, DemoForm(email=one["email"])) for one in demo_accounts()]
    again = web.standing().signed_in
    return web.render("forum/people/sign_in.html", form=form, buttons=buttons, again=again)


@pages.post("/sign-in/demo")
@allow(EVERYONE)
@limiter.limit(SIGN_IN)
def sign_in_demo() -> ResponseReturnValue:
    """Sign in to an open account of the demonstration; nowhere else is there such a page."""
    form = DemoForm(request.form)
    person = queries.by_email(form.email.data or "")
    if person is None or person.email not in [one["email"] for one in demo_accounts()]:
        abort(404)
    return arrive(form, lambda: person, None, stay=False) or redirect(url_for("people.sign_in"))


@pages.get("/check-your-e-mail")
@allow(EVERYONE)
def sent() -> str:
    """Say that a message is on its way, whether there is an account or not."""
    return render_template("forum/people/sent.html")


@pages.get("/forgot-password")
@allow(EVERYONE)
def forgot() -> ResponseReturnValue:
    """Show the form for a forgotten password."""
    return web.render("forum/people/forgot.html", form=ForgotForm())


@pages.post("/forgot-password")
@allow(EVERYONE)
@limiter.limit(SIGN_IN)
def forgot_now() -> ResponseReturnValue:
    """Send a link to choose a new password."""
    form = ForgotForm(request.form)

    def act() -> str:
        entering.ask_to_reset(email=form.email.data, on=clock.now())
        return url_for("people.sent")

    return web.submit(form, act) or web.render("forum/people/forgot.html", form=form)


@pages.post("/sign-out")
@allow(EVERYONE)
def sign_out() -> Response:
    """Sign this browser out, and have it forget what it kept."""
    close_session()
    db.session.commit()
    session.clear()
    answer = redirect(url_for("people.signed_out"), 303)
    answer.headers["Clear-Site-Data"] = '"cookies"'
    return answer  # type: ignore[return-value]


@pages.get("/signed-out")
@allow(EVERYONE)
def signed_out() -> str:
    """Say that this browser is signed out."""
    return render_template("forum/people/signed_out.html")
