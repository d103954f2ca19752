"""The two cookies of a browser that is not signed in, each made when a button is pressed and never before.

`draft` says which draft is this browser's; `browser` lets "this affects me too" and "was this clear?" count once a
browser.
"""

import hashlib
from datetime import datetime, timedelta
from typing import Any

from flask import current_app, request
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.wrappers import Response

from forum import clock, web
from forum.people.signing_in import new_token
from forum.signed import read
from forum.threads import drafts

DRAFT, BROWSER = "draft", "browser"
SECONDS = {DRAFT: int(drafts.LASTS.total_seconds()), BROWSER: 365 * 24 * 3600}


def kept(part: str) -> dict[str, Any]:
    """Return what this browser, or the person signed in, kept of a form."""
    token, who = _read(DRAFT), web.standing()
    if token is None and not who.signed_in:
        return {}
    return drafts.read(token, part, person_id=who.person_id, on=clock.now())


def keep(part: str, values: dict[str, Any], response: Response) -> Response:
    """Keep a form for this browser, and give it the cookie; the caller commits."""
    token = drafts.keep(_read(DRAFT), part, values, person_id=web.standing().person_id, on=clock.now())
    return _send(response, DRAFT, token)


def forget(part: str) -> None:
    """Throw away what this browser kept of a form; the caller commits."""
    drafts.forget(_read(DRAFT), part, person_id=web.standing().person_id)


def pack(on: datetime) -> str | None:
    """Name what this browser keeps, to travel with a link that we mail."""
    return drafts.pack(_read(DRAFT), on=on)


def mark(about: int | str, browser: str | None = None) -> str | None:
    """Return what stands for this browser on one thread (its id), or on another thing ("clear:7"): not the same
    elsewhere, so that nothing joins them."""
    token = browser or _read(BROWSER)
    return hashlib.sha256(f"{token}:{about}".encode()).hexdigest() if token else None


def known() -> str:
    """Return this browser's token, a new one when it has none."""
    return _read(BROWSER) or new_token()


def remember(response: Response, token: str) -> Response:
    """Give the browser its token."""
    return _send(response, BROWSER, token)


def _name(purpose: str) -> str:
    return f"{current_app.config['SESSION_COOKIE_NAME']}-{purpose}"


def _signer(purpose: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt=f"cookie-{purpose}")


def _read(purpose: str) -> str | None:
    signed = request.cookies.get(_name(purpose))
    if not signed:
        return None
    try:
        return str(read(_signer(purpose), signed, lasts=timedelta(seconds=SECONDS[purpose])))
    except BadSignature:
        return None


def _send(response: Response, purpose: str, token: str) -> Response:
    response.set_cookie(
        _name(purpose),
        _signer(purpose).dumps(token),
        max_age=SECONDS[purpose],
        secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
        httponly=True,
        samesite="Lax",
    )
    return response
