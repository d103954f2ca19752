"""What a place still has to find out: filled in, given to somebody, or printed."""

from flask import abort, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from decisions.set_up import findings
from decisions.set_up.forms import FactForm, ShareForm
from decisions.set_up.routes.pages import pages
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.limits import limiter
from forum.say import _
from forum.web import allow

MOST = 200


@pages.get("/set-up/facts")
@allow(FACILITATOR)
def facts() -> ResponseReturnValue:
    """Show what is still to find out, and what is known."""
    return _page(ShareForm())


@pages.post("/set-up/facts")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def share() -> ResponseReturnValue:
    """Give some facts to somebody, by e-mail or as a list to print."""
    form, chosen = ShareForm(request.form), request.form.getlist("fact")[:MOST]

    def act() -> str:
        name, email = form.name.data or "", form.email.data or ""
        findings.share(chosen, name=name, email=email, by=web.standing(), on=clock.now())
        if email:
            flash(_("Sent to %(name)s. It stands in your list of what is to do, too.", name=name))
            return url_for("set_up.facts")
        return url_for("set_up.printed", fact=chosen, name=name)

    return web.submit(form, act) or _page(form, chosen)


@pages.get("/set-up/facts/list")
@allow(FACILITATOR)
def printed() -> str:
    """Show some facts as a list to print, with room to write."""
    found = findings.asked_of(request.args.getlist("fact")[:MOST])
    return render_template("decisions/set_up/printed.html", facts=found, name=request.args.get("name", "")[:80])


@pages.route("/set-up/fact", methods=["GET", "POST"])
@limiter.limit(limits.POST, methods=["POST"])
@allow(FACILITATOR)
def fact() -> ResponseReturnValue:
    """Fill in one fact."""
    row = findings.fact(request.args.get("id", "")) or abort(404)
    found = findings.shown(row)
    form = FactForm(request.form or None, data={"value": found.value, "link": found.link, "number": str(found.number)})

    def act() -> str:
        value, link = form.value.data or "", form.link.data or ""
        findings.fill_in(row, value=value, link=link, seen=form.seen, by=web.standing(), on=clock.now())
        flash(_("Saved. Thank you."))
        return url_for("set_up.facts")

    sent = web.submit(form, act) if request.method == "POST" else None
    return sent or web.render("decisions/set_up/fact.html", form=form, fact=found)


def _page(form: ShareForm, chosen: object = ()) -> ResponseReturnValue:
    unknown, known = findings.facts(clock.today())
    new = "new" in request.args
    return web.render("decisions/set_up/facts.html", form=form, unknown=unknown, known=known, chosen=chosen, new=new)
