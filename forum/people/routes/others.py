"""Pages of people: the public one, and those of administrators."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forum import clock, web
from forum.access import ADMINISTRATOR, EVERYONE, Role
from forum.db import db
from forum.form import Form, line
from forum.people import actions, queries
from forum.people.forms import RoleForm, TakeRoleForm
from forum.people.models import Person
from forum.people.names import LONGEST_ADDRESS
from forum.people.roles import HINTS, ROLE_WORDS, told_as
from forum.people.routes.blueprint import pages
from forum.say import _
from forum.web import allow


@pages.get("/people/<name>")
@allow(EVERYONE)
def page(name: str) -> ResponseReturnValue:
    """Show what somebody chose to show under their own name."""
    person = queries.by_name(name)
    if person is None or person.erased_at is not None:
        abort(404)
    if person.name != name:
        return redirect(url_for("people.page", name=person.name))
    helps = [_(ROLE_WORDS[Role(one.role)]) for one in person.roles]
    return render_template("forum/people/page.html", person=person, helps=helps)


@pages.get("/people")
@allow(ADMINISTRATOR)
def listing() -> str:
    """Find a person."""
    words = line(request.args.get("q", ""))[:LONGEST_ADDRESS]
    found = queries.find(words) if words else queries.with_roles()
    return render_template("forum/people/listing.html", words=words, found=found, role_words=ROLE_WORDS)


@pages.get("/people/<int:person_id>/roles")
@allow(ADMINISTRATOR)
def roles(person_id: int) -> ResponseReturnValue:
    """Show the roles of a person, and who gave them."""
    person = _person(person_id)
    return _roles_page(person, RoleForm(employer=person.employer))


@pages.post("/people/<int:person_id>/roles")
@allow(ADMINISTRATOR)
def give_role(person_id: int) -> ResponseReturnValue:
    """Give a role."""
    person, form, by = _person(person_id), RoleForm(request.form), web.standing().person_id

    def act() -> str:
        actions.set_employer(person, form.employer.data or "", by=by, on=clock.now())
        actions.give_role(person, Role(form.role.data), by=by, on=clock.now())
        flash(_("That is kept."))
        return url_for("people.roles", person_id=person_id)

    return web.submit(form, act) or _roles_page(person, form)


@pages.post("/people/<int:person_id>/roles/take")
@allow(ADMINISTRATOR)
def take_role(person_id: int) -> ResponseReturnValue:
    """Take a role away."""
    person, form, by = _person(person_id), TakeRoleForm(request.form), web.standing().person_id

    def act() -> str:
        actions.take_role(person, Role(form.role.data), by=by, on=clock.now())
        flash(_("That is kept."))
        return url_for("people.roles", person_id=person_id)

    return web.submit(form, act) or _roles_page(person, form)


def _person(person_id: int) -> Person:
    person = db.session.get(Person, person_id)
    if person is None or person.erased_at is not None:
        abort(404)
    return person


def _roles_page(person: Person, form: Form) -> ResponseReturnValue:
    """Show the page with the form that was sent; the other one is new."""
    give = form if isinstance(form, RoleForm) else RoleForm(employer=person.employer)
    held = [(Role(one.role), TakeRoleForm(role=one.role)) for one in person.roles]
    told = [(event.at, told_as(event, names)) for event, names in queries.account_of(person.id)]
    hints = {str(role): _(words) for role, words in HINTS.items()}
    parts = {"person": person, "give": give, "held": held, "told": told, "role_words": ROLE_WORDS, "hints": hints}
    return web.render("forum/people/roles.html", form=form, **parts)
