"""The cookie of the browser that a code opened the set-up for. It is sent once, when the code is typed."""

from datetime import timedelta

from flask import current_app, request
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.wrappers import Response

from forum.signed import read

LASTS = timedelta(days=14)  # so that it can be left, and gone on with


def token() -> str | None:
    """Return the token of this browser, or `None`."""
    signed = request.cookies.get(name())
    try:
        return str(read(_signer(), signed, lasts=LASTS)) if signed else None
    except BadSignature:
        return None


def give(response: Response, value: str) -> Response:
    """Give this browser its token. Strict: no other site can send it along."""
    secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
    lasts = int(LASTS.total_seconds())
    response.set_cookie(name(), _signer().dumps(value), lasts, secure=secure, httponly=True, samesite="Strict")
    return response


def forget(response: Response) -> Response:
    """Take the token away."""
    response.delete_cookie(name())
    return response


def name() -> str:
    """Return the name of the cookie."""
    return f"{current_app.config['SESSION_COOKIE_NAME']}-set-up"


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="cookie-set-up")
