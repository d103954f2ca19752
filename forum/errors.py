"""Pages for what went wrong: what it is, in plain words, what to do, and what was typed, so that nothing is lost."""

from flask import Flask, current_app, g, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from forum.db import db
from forum.say import N_, Sentence

WORDS = {
    400: (N_("We could not read that"), N_("Go back, load the page again and send it once more.")),
    403: (N_("You can’t do that here"), N_("If you think you should be able to, please tell us.")),
    404: (
        N_("We can’t find that page"),
        N_("It may have moved. You can search, or start from the first page."),
    ),
    405: (N_("That page works another way"), N_("Go back and use the buttons on the page.")),
    409: (N_("Something changed in the meantime"), N_("Look at the page again. What you typed is below.")),
    413: (N_("That is too long to send"), N_("Make it shorter, or send it in two parts.")),
    429: (N_("That was a lot at once"), N_("Please wait a minute, then try again.")),
    500: (N_("Something broke on our side"), N_("It is not your fault. Please try again in a minute.")),
    503: (N_("We are busy just now"), N_("Please try again in a minute.")),
}
SECRET_FIELDS = ("csrf_token", "key", "password", "token")


def init_app(app: Flask) -> None:
    """Answer every fault with a page of ours."""
    app.register_error_handler(HTTPException, http_page)
    app.register_error_handler(Exception, broken_page)


def http_page(error: HTTPException) -> tuple[str, int, list[tuple[str, str]]]:
    """Answer an HTTP fault."""
    code = error.code or 500
    code = code if code in WORDS else (400 if code < 500 else 500)
    headers = [(name, value) for name, value in error.get_headers() if name in ("Retry-After", "Allow")]
    return _page(code, expired=isinstance(error, CSRFError)), code, headers


def broken_page(error: Exception) -> tuple[str, int]:
    """Answer what nobody expected: log it, undo what was begun, say sorry."""
    db.session.rollback()
    current_app.logger.error("unexpected", exc_info=error)
    if current_app.testing and current_app.config.get("PROPAGATE_EXCEPTIONS"):
        raise error
    return _page(500), 500


def _page(code: int, *, expired: bool = False) -> str:
    title, advice = WORDS[code]
    if expired:
        advice = N_("The page was open for a long time. Go back, load it again and send it once more.")
    refusal = g.get("refused")
    return render_template(
        "errors/page.html",
        code=code,
        title=Sentence(title),
        advice=refusal.sentence if refusal else Sentence(advice),
        kept=_typed() if request.method == "POST" and code != 413 else [],
    )


def _typed() -> list[str]:
    """What somebody typed into the form that failed: the longer words, for copying."""
    values = [value for name, value in request.form.items() if name not in SECRET_FIELDS]
    return [value.strip()[:20_000] for value in values if len(value.strip()) > 20]
