"""My page: what others add to it, my sessions, my data, and leaving."""

from flask import Response, jsonify, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from forum import clock, web
from forum.access import EVERYONE, SIGNED_IN
from forum.db import db
from forum.people import leaving, my_page
from forum.people.account import SIGN_IN_AGAIN
from forum.people.forms import LeaveForm, PressForm
from forum.people.models import Person
from forum.people.routes.blueprint import pages
from forum.people.signing_in import close_all_sessions, is_fresh, sessions_of
from forum.refusal import Refusal
from forum.web import allow


def myself() -> Person:
    """Return the account of this request. The route's policy says that there is one."""
    return db.session.get_one(Person, web.standing().person_id)


def sign_in_again() -> ResponseReturnValue | None:
    """Return the way to sign in again when the last time was long ago, else `None`."""
    return None if is_fresh(clock.now()) else redirect(url_for("people.sign_in", again=1, next=request.path))


def must_be_fresh() -> None:
    """Raise a Refusal when somebody signed in too long ago for a change like this."""
    if not is_fresh(clock.now()):
        raise Refusal(SIGN_IN_AGAIN)


@pages.get("/me")
@allow(SIGNED_IN)
def me() -> str:
    """Show what is mine."""
    sections = my_page.sections(web.standing())
    return render_template("forum/people/me.html", person=myself(), sections=sections, press=PressForm())


@pages.get("/me/sessions")
@allow(SIGNED_IN)
def sessions() -> str:
    """Show where I am signed in."""
    rows = sessions_of(myself().id, on=clock.now())
    return render_template("forum/people/sessions.html", rows=rows, press=PressForm())


@pages.post("/me/sessions")
@allow(EVERYONE)
def sign_out_everywhere() -> ResponseReturnValue:
    """Sign me out everywhere, here too. A second press finds nobody, and is as well."""
    if web.standing().person_id is not None:
        close_all_sessions(myself().id)
        db.session.commit()
    session.clear()
    return redirect(url_for("people.signed_out"), 303)


@pages.get("/me/data.json")
@allow(SIGNED_IN)
def my_data() -> Response:
    """Hand over everything I put in."""
    answer = jsonify(leaving.export(myself()))
    answer.headers["Content-Disposition"] = "attachment; filename=doorway-my-data.json"
    return answer


@pages.get("/me/leave")
@allow(SIGNED_IN)
def leave() -> ResponseReturnValue:
    """Ask once more before an account is erased."""
    return sign_in_again() or web.render("forum/people/leave.html", form=LeaveForm())


@pages.post("/me/leave")
@allow(EVERYONE)
def leave_now() -> ResponseReturnValue:
    """Erase my account. A second press finds nobody, and says the same."""
    form = LeaveForm(request.form)
    if web.standing().person_id is None:
        return redirect(url_for("people.left"), 303)

    def act() -> str:
        must_be_fresh()
        person = myself()
        leaving.erase(person, take_back=form.take_back.data, by=person.id, on=clock.now())
        session.clear()
        return url_for("people.left")

    return web.submit(form, act) or web.render("forum/people/leave.html", form=form)


@pages.get("/left")
@allow(EVERYONE)
def left() -> str:
    """Say goodbye."""
    return render_template("forum/people/left.html")
