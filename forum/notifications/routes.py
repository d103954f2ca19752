"""Following: a button with an account, one field without, and the pages that our letters lead to.

Opening a link never changes anything: mail programs open links by themselves. A page with a button does.
"""

from typing import Any

from flask import Blueprint, abort, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forum import clock, limits, subjects, web
from forum.access import EVERYONE, SIGNED_IN
from forum.db import db
from forum.form import Form
from forum.limits import limiter
from forum.notifications import actions, queries, tokens
from forum.notifications.forms import FollowForm, SeenForm
from forum.notifications.models import Follow
from forum.people.signing_in import me
from forum.say import N_, _
from forum.web import allow

pages = Blueprint("notifications", __name__)
FOLLOWING = N_("You follow this now. We will tell you when something happens.")
STOPPED = N_("You have stopped following this.")


@pages.get("/follow/<kind>/<int:id>")
@allow(EVERYONE)
def follow(kind: str, id: int) -> ResponseReturnValue:
    """Show how to follow a thing."""
    return _follow_page(kind, id, FollowForm())


@pages.post("/follow/<kind>/<int:id>")
@allow(EVERYONE)
@limiter.limit(limits.FOLLOW, exempt_when=lambda: web.standing().signed_in)
def follow_now(kind: str, id: int) -> ResponseReturnValue:
    """Follow a thing: with the account, or by a letter to an address."""
    thing, who = _followed(kind, id), web.standing()
    if who.person_id is not None:
        return _with_account(kind, thing, lambda: actions.follow((kind, id), by=_own_id(), on=clock.now()), FOLLOWING)
    form = FollowForm(request.form)

    def ask() -> str:
        actions.ask_by_email((kind, id), email=form.email.data, on=clock.now())
        return url_for("notifications.sent", kind=kind, id=id)

    return web.submit(form, ask) or _follow_page(kind, id, form)


@pages.post("/follow/<kind>/<int:id>/stop")
@allow(SIGNED_IN)
def unfollow(kind: str, id: int) -> ResponseReturnValue:
    """Stop following with the account; also a thing that can't be seen any more."""
    thing = subjects.visible(kind, id, web.standing())
    return _with_account(kind, thing, lambda: actions.unfollow((kind, id), by=_own_id(), on=clock.now()), STOPPED)


@pages.get("/follow/<kind>/<int:id>/sent")
@allow(EVERYONE)
def sent(kind: str, id: int) -> ResponseReturnValue:
    """Say that a letter is on its way: the same, whether the address follows already or not."""
    return render_template("forum/notifications/sent.html", **_named(kind, _followed(kind, id)), days=tokens.DAYS)


@pages.get("/follow/confirm/<token>")
@allow(EVERYONE)
def confirm(token: str) -> ResponseReturnValue:
    """Show the button that confirms."""
    return _letter_page(tokens.CONFIRM, token, Form())


@pages.post("/follow/confirm/<token>")
@allow(EVERYONE)
def confirm_now(token: str) -> ResponseReturnValue:
    """Confirm an address."""
    row, form = queries.by_token(tokens.CONFIRM, token), Form(request.form)
    if row is None:
        return _letter_page(tokens.CONFIRM, token, form)

    def act() -> str:
        actions.confirm(row, on=clock.now())
        return url_for("notifications.confirmed", kind=row.kind, id=row.subject_id)

    return web.submit(form, act) or _letter_page(tokens.CONFIRM, token, form)


@pages.get("/follow/<kind>/<int:id>/confirmed")
@allow(EVERYONE)
def confirmed(kind: str, id: int) -> ResponseReturnValue:
    """Say that letters will come."""
    return render_template("forum/notifications/confirmed.html", **_named(kind, _followed(kind, id)))


@pages.get("/follow/stop/<token>")
@allow(EVERYONE)
def stop(token: str) -> ResponseReturnValue:
    """Show the button that stops the letters."""
    return _letter_page(tokens.STOP, token, Form())


@pages.post("/follow/stop/<token>")
@allow(EVERYONE, by_token=True)
def stop_now(token: str) -> ResponseReturnValue:
    """Stop the letters. A mail program that does it is not sent on: many would not go (RFC 8058, section 3.1)."""
    row, form = queries.by_token(tokens.STOP, token), Form(request.form)
    if row is None:
        return _letter_page(tokens.STOP, token, form)
    if request.form.get("List-Unsubscribe") == "One-Click":
        actions.stop(row, on=clock.now())
        db.session.commit()
        return stopped()

    def act() -> str:
        actions.stop(row, on=clock.now())
        return url_for("notifications.stopped")

    return web.submit(form, act) or _letter_page(tokens.STOP, token, form)


@pages.get("/follow/stopped")
@allow(EVERYONE)
def stopped() -> ResponseReturnValue:
    """Say that no more letters will come."""
    return render_template("forum/notifications/stopped.html")


@pages.post("/me/seen")
@allow(SIGNED_IN)
def seen() -> ResponseReturnValue:
    """Remember that somebody has read what is new."""
    form, on = SeenForm(request.form), clock.now()

    def act() -> str:
        if person := me():
            actions.see(person, form.moment(on), on=on)
        return url_for("people.me")

    return web.submit(form, act) or abort(400)


def _followed(kind: str, subject_id: int) -> Any:
    """Load a thing that can be followed, if this person may see it."""
    entry = subjects.table().get(kind)
    thing = subjects.visible(kind, subject_id, web.standing()) if entry is not None and entry.followed else None
    return thing if thing is not None else abort(404)


def _own_id() -> int:
    own = web.standing().person_id
    return own if own is not None else abort(403)


def _named(kind: str, thing: Any) -> dict[str, str]:
    entry = subjects.get(kind)
    return {"name": entry.title(thing), "address": subjects.address(kind, thing), "told": _(entry.followed)}


def _follow_page(kind: str, subject_id: int, form: FollowForm) -> ResponseReturnValue:
    thing, who, person = _followed(kind, subject_id), web.standing(), me()
    here = {"kind": kind, "id": subject_id, **_named(kind, thing)}
    following = queries.is_following((kind, subject_id), who)
    return web.render("forum/notifications/follow.html", form=form, following=following, person=person, **here)


def _with_account(kind: str, thing: Any, act: Any, words: str) -> ResponseReturnValue:
    def carry_out() -> str:
        act()
        return subjects.address(kind, thing) if thing is not None else url_for("people.me")

    answer = web.submit(Form(request.form), carry_out) or abort(400)
    flash(_(words))
    return answer


def _letter_page(purpose: str, token: str, form: Form) -> ResponseReturnValue:
    """Show the page behind a link in a letter: what it is about, and one button."""
    row: Follow | None = queries.by_token(purpose, token)
    if row is None:
        return render_template("forum/notifications/link_over.html", days=tokens.DAYS, purpose=purpose), 404
    thing = subjects.visible(row.kind, row.subject_id, web.standing())
    entry = subjects.get(row.kind)
    name, told = entry.title(thing) if thing is not None else "", _(entry.followed)
    return web.render(f"forum/notifications/{purpose}.html", form=form, name=name, told=told, token=token)
