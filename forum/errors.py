"""Pages for what went wrong: what it is, in plain words, what to do, and what was typed, so that nothing is lost."""

from contextlib import suppress

from flask import Flask, current_app, g, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException, SecurityError

from forum.db import db
from forum.say import N_, _, say

CODES = (400, 403, 404, 405, 409, 413, 429, 500, 503)
EXPIRED = N_("The page was open for a long time. Load it again and send it once more.")
SECRET_FIELDS = ("csrf_token", "key", "password", "token")


def init_app(app: Flask) -> None:
    """Answer every fault with a page of ours."""
    app.register_error_handler(HTTPException, http_page)
    app.register_error_handler(Exception, broken_page)


def http_page(error: HTTPException) -> tuple[str, int, list[tuple[str, str]]]:
    """Answer an HTTP fault."""
    if isinstance(error, SecurityError):  # another host's name: no address of ours can be built on it
        return render_template("errors/bare.html"), 400, []
    code = error.code or 500
    code = code if code in CODES else (400 if code < 500 else 500)
    headers = [(name, value) for name, value in error.get_headers() if name in ("Retry-After", "Allow")]
    return _page(code, expired=isinstance(error, CSRFError)), code, headers


def broken_page(error: Exception) -> tuple[str, int]:
    """Answer what nobody expected: log it, undo what was begun, say sorry."""
    with suppress(SQLAlchemyError):  # a database that has gone can undo nothing
        db.session.rollback()
    current_app.logger.error("unexpected", exc_info=error)
    if current_app.testing and current_app.config.get("PROPAGATE_EXCEPTIONS"):
        raise error
    return _page(500), 500


def _page(code: int, *, expired: bool = False) -> str:
    refusal = g.get("refused")
    says = _(EXPIRED) if expired else say(refusal.sentence) if refusal else None
    kept = _typed() if request.method == "POST" and code != 413 else []
    try:
        return render_template("errors/page.html", code=code, says=says, kept=kept)
    except SQLAlchemyError as error:  # the frame of a page asks the database: who runs this, who is reading
        current_app.logger.error("no database", exc_info=error)
        return _without_database(kept)


def _without_database(kept: list[str]) -> str:
    """Put a page together from what this process remembers: the phone number, if it has read it before."""
    site = current_app.extensions.get("site")
    page = current_app.jinja_env.get_template("errors/broken.html")
    return page.render(lang=str(current_app.config["LANGUAGE"]).replace("_", "-"), site=site and site[1], kept=kept)


def _typed() -> list[str]:
    """What somebody typed into the form that failed: the longer words, for copying."""
    values = [value for name, value in request.form.items() if name not in SECRET_FIELDS]
    return [value.strip()[:20_000] for value in values if len(value.strip()) > 20]
