"""The page of easy reading help, and the classes that it gives every page."""

from urllib.parse import urlsplit

from flask import Blueprint, Flask, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from forum import limits, web
from forum.access import EVERYONE
from forum.limits import limiter
from forum.reading import looks
from forum.reading.forms import ReadingForm
from forum.reading.looks import Look
from forum.web import allow

pages = Blueprint("reading", __name__)
ENDING = "-reading"
SECONDS = 365 * 24 * 3600


def init_app(app: Flask) -> None:
    """Register the page. Every template may use `reading`: the classes of the look that this browser asks for."""
    app.register_blueprint(pages)
    app.context_processor(lambda: {"reading": kept().classes})


def kept() -> Look:
    """Return the look that this browser keeps."""
    return looks.read(request.cookies.get(_name(), "")) if request else Look()


@pages.get("/reading")
@allow(EVERYONE)
def settings() -> ResponseReturnValue:
    """Show what can be chosen, as it is now."""
    now = kept()
    form = ReadingForm(data={"text": now.text, "space": now.space, "contrast": now.contrast, "back": _came_from()})
    return web.render("forum/reading/settings.html", form=form.offer(), back=_back(form))


@pages.post("/reading")
@limiter.limit(limits.POST)
@allow(EVERYONE, slow=True)  # nothing is written: the browser alone keeps it
def settings_sent() -> ResponseReturnValue:
    """Give the browser its note, or take it away when everything is usual, and go back to where the reader was."""
    form = ReadingForm(request.form).offer()
    return _remember(redirect(_back(form), 303), form.given())


def _remember(answer: Response, chosen: Look) -> Response:
    secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
    if chosen.usual:
        answer.delete_cookie(_name(), secure=secure, httponly=True, samesite="Lax")
    else:
        answer.set_cookie(_name(), chosen.note, SECONDS, secure=secure, httponly=True, samesite="Lax")
    return answer


def _name() -> str:
    return f"{current_app.config['SESSION_COOKIE_NAME']}{ENDING}"


def _came_from() -> str:
    """The page of ours that a reader comes from, as the browser says."""
    said = urlsplit(request.referrer or "")
    return said.path if said.netloc == request.host else ""


def _back(form: ReadingForm) -> str:
    """Where to go afterwards; without a page to go back to, this one."""
    return web.local_path(str(form.back.data or "")[:500] or url_for("reading.settings"))
