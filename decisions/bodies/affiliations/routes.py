"""Working for a body: to say so, to confirm it, to end it."""

from flask import Blueprint, abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.bodies.affiliations import actions, queries
from decisions.bodies.affiliations.forms import OrganisationForm, RefuseForm
from decisions.bodies.affiliations.rules import STATES, may_answer_claim, may_end, may_see_claim, state_of
from decisions.bodies.models import Affiliation
from forum import clock, web
from forum.access import FACILITATOR, SIGNED_IN, WRITER
from forum.people import queries as people
from forum.people.forms import PressForm
from forum.say import _
from forum.web import allow

pages = Blueprint("bodies", __name__)


@pages.get("/me/organisation")
@allow(SIGNED_IN)
def organisation() -> ResponseReturnValue:
    """Show where I said that I work, and the form to say so."""
    form = OrganisationForm()
    form.offer(queries.joinable())
    return _organisation_page(form)


@pages.post("/me/organisation")
@allow(WRITER)
def ask() -> ResponseReturnValue:
    """Say where I work."""
    form, bodies = OrganisationForm(request.form), queries.joinable()
    form.offer(bodies)

    def act() -> str:
        body = next(one for one in bodies if one.slug == form.body.data)
        said = {"post": form.post.data, "councillor": form.councillor.data}
        actions.ask(body, **said, by=web.standing(), on=clock.now())
        flash(_("Thank you. Somebody will look at it, and we will tell you."))
        return url_for("bodies.organisation")

    return web.submit(form, act) or _organisation_page(form)


def _organisation_page(form: OrganisationForm) -> ResponseReturnValue:
    today = clock.today()
    mine = queries.of_person(web.standing().person_id or 0)
    rows = [(one, STATES[state_of(one, today)], may_end(web.standing(), one, today) is None) for one in mine]
    return web.render("decisions/bodies/organisation.html", form=form, rows=rows, press=PressForm())


@pages.get("/people/confirm/<int:id>")
@allow(FACILITATOR)
def look(id: int) -> ResponseReturnValue:
    """Show what somebody said of where they work, with the two buttons."""
    return _claim_page(_claim(id), RefuseForm())


@pages.post("/people/confirm/<int:id>")
@allow(FACILITATOR)
def confirm(id: int) -> ResponseReturnValue:
    """Confirm it."""
    claim, form = _claim(id), PressForm(request.form)

    def act() -> str:
        actions.confirm(claim, by=web.standing(), on=clock.now())
        flash(_("Confirmed. We have told them."))
        return url_for("bodies.look", id=id)

    return web.submit(form, act) or _claim_page(claim, form)


@pages.post("/people/confirm/<int:id>/no")
@allow(FACILITATOR)
def refuse(id: int) -> ResponseReturnValue:
    """Refuse it, with a reason."""
    claim, form = _claim(id), RefuseForm(request.form)

    def act() -> str:
        actions.refuse(claim, reason=form.reason.data, by=web.standing(), on=clock.now())
        flash(_("Not confirmed. We have told them why."))
        return url_for("bodies.look", id=id)

    return web.submit(form, act) or _claim_page(claim, form)


@pages.post("/people/confirm/<int:id>/end")
@allow(SIGNED_IN)
def end(id: int) -> ResponseReturnValue:
    """End it: by its owner, or by who helps run the place."""
    claim, form = _claim(id), PressForm(request.form)
    mine = claim.person_id == web.standing().person_id

    def act() -> str:
        actions.end(claim, by=web.standing(), on=clock.now())
        flash(_("It ends today."))
        return url_for("bodies.organisation") if mine else url_for("bodies.look", id=id)

    return web.submit(form, act) or _claim_page(claim, form)


def _claim(id: int) -> Affiliation:
    claim = queries.affiliations([id]).get(id)
    if claim is None or may_see_claim(web.standing(), claim) is not None:
        abort(404)
    return claim


def _claim_page(claim: Affiliation, form: PressForm | RefuseForm) -> ResponseReturnValue:
    today, who = clock.today(), web.standing()
    answerer = people.person(claim.confirmed_by_id or claim.refused_by_id)
    facts = {
        "person": people.person(claim.person_id),
        "state": STATES[state_of(claim, today)],
        "answerer": answerer.name if answerer else "",
        "may_answer": may_answer_claim(who, claim, today) is None,
        "may_end": may_end(who, claim, today) is None,
    }
    no = form if isinstance(form, RefuseForm) else RefuseForm()
    return web.render("decisions/bodies/look.html", form=form, claim=claim, no=no, press=PressForm(), **facts)
