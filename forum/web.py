"""The glue between requests and everything else: who is asking, may they, one write, one answer.

Every route declares a policy with `@allow(...)`; a route without one is closed. A request that writes starts its
transaction as a writing one before anything is read. A page for someone signed out holds no token and sets no
cookie: its forms are accepted by where they were sent from.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar
from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, g, redirect, request
from flask import render_template as flask_render
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFProtect, generate_csrf
from markupsafe import Markup
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from werkzeug.routing import IntegerConverter

from forum import clock, markup
from forum.access import GUEST, SIGN_IN_FIRST, Policy, Standing
from forum.db import begin_write, db
from forum.form import Form
from forum.people.models import FormKey
from forum.refusal import Refusal
from forum.say import N_

LARGEST_ID = 2**31 - 1
TWO_AT_ONCE = N_("Somebody changed this just now. Look at the page again, then send yours.")
SAFE = ("GET", "HEAD", "OPTIONS")
csrf = CSRFProtect()
View = TypeVar("View", bound=Callable[..., Any])


def allow(
    policy: Policy,
    *,
    renders: tuple[str, ...] = (),
    slow: bool = False,
    by_token: bool = False,
    largest: int | None = None,
) -> Callable[[View], View]:
    """Declare who may use a route.

    Arguments: the policy; `renders`, the form fields whose Markdown is made into HTML before the database is
    locked; `slow` when the view does slow work (a password hash) and calls `begin_write()` itself after it;
    `by_token` when the token in the address is the whole authority, so that a mail program, which says nothing of
    where it sends from, may press the button too (RFC 8058); `largest`, how many bytes may be sent, where that is
    more than elsewhere: a file.
    """

    def mark(view: View) -> View:
        view.policy = policy  # type: ignore[attr-defined]
        view.renders = renders  # type: ignore[attr-defined]
        view.slow = slow  # type: ignore[attr-defined]
        view.by_token = by_token  # type: ignore[attr-defined]
        view.largest = largest  # type: ignore[attr-defined]
        return view

    return mark


@lru_cache(maxsize=64)
def rendered(text: str) -> str:
    """Render Markdown; the request that writes it asks twice and pays once."""
    return markup.render(text)


def standing() -> Standing:
    """Return who is asking in this request."""
    who: Standing = g.get("standing", GUEST)
    return who


class Number(IntegerConverter):
    """A number in an address: none larger than the database can hold, so that a longer one is a missing page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max": LARGEST_ID, **kwargs})


def init_app(app: Flask, load_standing: Callable[[], Standing]) -> None:
    """Guard every request of an app. `load_standing` finds out who is asking."""
    csrf.init_app(app)
    app.url_map.converters["int"] = Number

    @app.before_request
    def guard() -> ResponseReturnValue | None:
        view = app.view_functions.get(request.endpoint or "")
        if view is None or request.endpoint == "static":
            return None
        if request.method not in SAFE:
            if largest := getattr(view, "largest", None):
                request.max_content_length = largest
            if _sent_from() == "elsewhere":
                abort(400, "This form was sent from another site.")
            _warm(view)
            if not getattr(view, "slow", False):
                begin_write()
        g.standing = load_standing()
        if request.method not in SAFE:
            _check_sender(g.standing, view)
        return _permitted(view)

    app.after_request(_headers)
    app.jinja_env.globals["csrf_field"] = csrf_field


@dataclass(frozen=True, slots=True)
class Me:
    """What the frame of a page shows of somebody signed in."""

    name: str
    to_do_count: int


def for_templates() -> dict[str, Any]:
    """Return what every template may use about who is asking: `me` (none when signed out) and `standing`."""
    who = standing()
    waiting = current_app.extensions.get("to_do_count")
    me = Me(who.name, waiting(who) if waiting else 0) if who.signed_in else None
    return {"me": me, "standing": who}


def csrf_field() -> Markup:
    """Return the hidden token for a form of somebody signed in; nothing for someone signed out, so that no cookie
    is set for reading."""
    if not standing().signed_in:
        return Markup("")
    return Markup('<input type="hidden" name="csrf_token" value="{}">').format(generate_csrf())


def _permitted(view: Callable[..., Any]) -> ResponseReturnValue | None:
    """Ask the route's policy. A guest is taken to sign in, and back; what was typed is shown again."""
    policy: Policy | None = getattr(view, "policy", None)
    if policy is None:
        current_app.logger.error("route without a policy", extra={"endpoint": request.endpoint})
        abort(403)
    refusal = policy.check(g.standing)
    if refusal is not None and not g.standing.signed_in and refusal.args[0] == SIGN_IN_FIRST and request.method in SAFE:
        from flask import url_for  # noqa: PLC0415

        return redirect(url_for("people.sign_in", next=local_path(request.full_path.rstrip("?"))))
    stop_if(refusal)
    return None


def stop_if(refusal: Refusal | None) -> None:
    """Answer 403, in the words of a refusal, if there is one."""
    if refusal is not None:
        g.refused = refusal
        abort(403)


def _sent_from() -> str:
    """Say where a form was sent from, as the browser tells it: `here`, `elsewhere` or `unsaid`."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return "here" if site == "same-origin" else "elsewhere"
    origin = request.headers.get("Origin") or request.headers.get("Referer")
    if not origin:
        return "unsaid"
    return "here" if urlsplit(origin).netloc == request.host else "elsewhere"


def _check_sender(who: Standing, view: Callable[..., Any]) -> None:
    """Refuse a form of another site. Someone signed in must hold a token as well; someone signed out has no
    authority to lend, so their browser's word is enough, but it must give one."""
    if who.signed_in:
        csrf.protect()
    elif _sent_from() == "unsaid" and not getattr(view, "by_token", False):
        abort(400, "Your browser did not say where this form came from.")


def _warm(view: Callable[..., Any]) -> None:
    for name in getattr(view, "renders", ()):
        text = markup.clean(request.form.get(name, ""))
        try:
            rendered(text)
        except markup.TooHard:
            continue  # the form says so beside the field


def submit(form: Form, act: Callable[[], str]) -> Response | None:
    """Carry out a form: check it, do the act once for its key, commit, and go to the address that `act` returns.

    Returns the redirect, or `None` when the form has to be shown again: `status(form)` then says with what status.
    """
    if not form.validate():
        db.session.rollback()
        return None
    owner = f"person:{standing().person_id}" if standing().signed_in else f"guest:{request.path}"[:60]
    key = _key(form)
    same = (FormKey.key == key) & (FormKey.owner == owner)
    if (before := db.session.scalar(select(FormKey.address).where(same))) is not None:
        return _go(before)
    try:
        address = act()
        db.session.add(FormKey(key=key, owner=owner, address=address[:500], created_at=clock.now()))
        db.session.commit()
    except Refusal as refusal:
        db.session.rollback()
        form.refuse(refusal)
        return None
    except IntegrityError:
        db.session.rollback()
        if (before := db.session.scalar(select(FormKey.address).where(same))) is not None:
            return _go(before)
        current_app.logger.warning("two at once", exc_info=True)
        form.refuse(Refusal(TWO_AT_ONCE))
        return None
    return _go(address)


def _key(form: Form) -> str:
    """The key of a form and of what was typed into it: a second press is the same, a changed text is not."""
    typed = sorted((name, value) for name, value in request.form.items(multi=True) if name != "csrf_token")
    digest = hashlib.sha256(repr(typed).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{str(form.key.data)[:24]}:{digest[:15]}"


def status(form: Form) -> int:
    """Return the status of a page that shows a form: 200 at first, 400 with faults, 409 when a rule said no."""
    if form.refused is not None:
        return 409
    return 400 if form.errors else 200


def render(template: str, *, form: Form | None = None, **values: Any) -> tuple[str, int]:
    """Render a page, with the status that its form calls for."""
    return flask_render(template, form=form, **values), status(form) if form is not None else 200


def _go(address: str) -> Response:
    return redirect(address, 303)  # type: ignore[return-value]


def local_path(address: str | None) -> str:
    """Return an address of this site, or `/`. Anything that a browser might take for another site is `/`."""
    if not address or not address.startswith("/") or address[1:2] in ("/", "\\"):
        return "/"
    if any(ord(letter) < 0x20 or letter == "\\" for letter in address):
        return "/"
    return "/" if urlsplit(address).netloc or urlsplit(address).scheme else address


def page_number(name: str) -> int | None:
    """Read a whole number from the query string; anything else, and more than the database can hold, is `None`."""
    given = request.args.get(name, "")
    number = int(given) if given.isascii() and given.isdigit() and len(given) <= 12 else None
    return number if number is not None and number <= LARGEST_ID else None


POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def _headers(response: Response) -> Response:
    """Headers of every answer. Ours rather than a library's: the one we knew is no longer kept."""
    headers = response.headers
    there = {name.lower() for name, _value in headers}
    headers.extend([(name, value) for name, value in HEADERS.items() if name.lower() not in there])
    if current_app.config["SESSION_COOKIE_SECURE"]:
        headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
    if "cache-control" not in there and request.endpoint != "static":
        headers["Cache-Control"] = "no-store" if standing().signed_in else "no-cache"
        headers["Vary"] = "Cookie, Accept-Encoding"
    return response
