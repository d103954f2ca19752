"""What routes that sign somebody in have in common."""

from collections.abc import Callable

from flask import current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from forum import clock, web
from forum.db import db
from forum.form import Form
from forum.people.models import Person
from forum.people.names import email_key
from forum.people.signing_in import open_session
from forum.refusal import Refusal


def landing(going_to: str | None) -> str:
    """Return where somebody goes who has signed in: where they were going, else their own page."""
    return web.local_path(going_to) if going_to else url_for("people.me")


def arrive(form: Form, act: Callable[[], Person], going_to: str | None, *, stay: bool) -> ResponseReturnValue | None:
    """Carry out what ends in being signed in. Returns `None` when the form has to be shown again.

    No form key is asked: of two presses a browser keeps the second answer only, so both must sign in.
    """
    if not form.validate():
        db.session.rollback()
        return None
    try:
        open_session(act(), on=clock.now(), stay=stay)
        db.session.commit()
    except Refusal as refusal:
        db.session.rollback()
        form.refuse(refusal)
        return None
    return redirect(landing(going_to), 303)


def account_typed() -> str:
    """Return the account that a form names, for counting tries of its password from everywhere."""
    return f"account:{email_key(request.form.get('email', ''))[:254]}"


def no_password_typed() -> bool:
    """Whether a form asks for a link only: then the tries of others must not shut the owner out."""
    return not request.form.get("password")


def demo_accounts() -> list[dict[str, str]]:
    """Return the open accounts of the demonstration; none anywhere else."""
    return list(current_app.extensions.get("demo_accounts", ())) if current_app.config["DEMO"] else []
