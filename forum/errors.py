"""Pages for what went wrong: what it is, in plain words, what to do, and what was typed, so that nothing is lost."""

from contextlib import suppress
from typing import Any

from flask import Flask, current_app, g, render_template, request, session
from flask_wtf.csrf import CSRFError
from sqlalchemy import exc
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError
from werkzeug.exceptions import HTTPException, SecurityError

from forum.db import db
from forum.say import N_, _, say

CODES = (400, 403, 404, 405, 409, 413, 429, 500, 503)
EXPIRED = N_("The page was open for a long time. Load it again and send it once more.")
SECRET_FIELDS = ("csrf_token", "key", "password", "token")
AWAY = (exc.OperationalError, exc.InterfaceError, exc.TimeoutError)
COLLIDED = (StaleDataError, ObjectDeletedError)  # what a page was about is gone
RING = ("DeadlockDetected", "SerializationFailure")  # as PostgreSQL names them
OUR_FAULT = ("no such ", "syntax error", "near ")  # SQLite says these as if the database were away
SECONDS_TO_COME_BACK = "30"
Answer = tuple[str, int, list[tuple[str, str]]]


def init_app(app: Flask) -> None:
    """Answer every fault with a page of ours."""
    app.register_error_handler(HTTPException, http_page)
    app.register_error_handler(Exception, broken_page)


def http_page(error: HTTPException) -> Answer:
    """Answer an HTTP fault."""
    if isinstance(error, SecurityError):  # another host's name: no address of ours can be built on it
        return render_template("errors/bare.html"), 400, []
    code = error.code or 500
    code = code if code in CODES else (400 if code < 500 else 500)
    headers = [(name, value) for name, value in error.get_headers() if name in ("Retry-After", "Allow")]
    try:
        return _page(code, expired=isinstance(error, CSRFError)), code, headers
    except AWAY as fault:  # the frame of a page asks the database who runs this place
        return broken_page(fault)


def broken_page(error: Exception) -> Answer:
    """Answer what nobody expected: log it, undo what was begun, say sorry."""
    with suppress(exc.SQLAlchemyError):  # a database that has gone can undo nothing
        db.session.rollback()
    session.modified = False  # "thank you" and "you are signed out" would be as untrue as the rest
    if isinstance(error, COLLIDED) or type(getattr(error, "orig", None)).__name__ in RING:
        current_app.logger.warning("two at once", exc_info=error)
        return _page(409), 409, []
    if is_away(error):
        current_app.logger.error("the database is away: %s", type(getattr(error, "orig", error)).__name__)
        return away_page(), 503, [("Retry-After", SECONDS_TO_COME_BACK)]
    current_app.logger.error("unexpected", exc_info=error)
    if current_app.testing and current_app.config.get("PROPAGATE_EXCEPTIONS"):
        raise error
    try:
        return _page(500), 500, []
    except exc.SQLAlchemyError:  # the frame of a page asks the database who runs this place
        return away_page(), 500, []


def is_away(error: BaseException) -> bool:
    """Whether a fault is of the database and not of ours: gone, full, locked for too long, no connection free."""
    return isinstance(error, AWAY) and not str(getattr(error, "orig", "")).startswith(OUR_FAULT)


def away_page() -> str:
    """Make a page that asks the database nothing: with the phone number that was kept last, and what was typed."""
    kept: tuple[float, Any] | None = current_app.extensions.get("site")
    template = current_app.jinja_env.get_template("errors/away.html")
    return template.render(
        lang=str(current_app.config["LANGUAGE"]).replace("_", "-"),
        phone_number=kept[1].phone if kept else "",
        kept=_typed() if request.method == "POST" else [],
    )


def _page(code: int, *, expired: bool = False) -> str:
    refusal = g.get("refused")
    says = _(EXPIRED) if expired else say(refusal.sentence) if refusal else None
    kept = _typed() if request.method == "POST" and code != 413 else []
    return render_template("errors/page.html", code=code, says=says, kept=kept)


def _typed() -> list[str]:
    """What somebody typed into the form that failed: the longer words, for copying."""
    values = [value for name, value in request.form.items() if name not in SECRET_FIELDS]
    return [value.strip()[:20_000] for value in values if len(value.strip()) > 20]
