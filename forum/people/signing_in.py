"""Signing in and out: a row of ours beneath Flask-Login, so that a cookie kept from before signing out is worthless."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from flask import Flask, Request, has_request_context, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from itsdangerous import BadSignature
from sqlalchemy import delete, select

from forum import clock, signed
from forum.access import GUEST, Standing
from forum.db import db
from forum.people.models import Person, SignInSession
from forum.people.queries import session_of

TOKEN_BYTES = 32
IDLE = timedelta(days=30)  # without sending a form: reading writes nothing, so it does not count
LONGEST = timedelta(days=90)
SEEN_EVERY = timedelta(hours=1)
FRESH = timedelta(hours=1)  # how long after signing in somebody may change what opens the account

login = LoginManager()
login.session_protection = None  # our row, not the browser's address, says whether a session holds


class SignedIn(UserMixin):  # type: ignore[misc]
    """Who is signed in, as Flask-Login wants to know it: by the token of the session, not by the account."""

    def __init__(self, token: str, person: Person) -> None:
        self.token = token
        self.person = person

    def get_id(self) -> str:
        """Return the session's token: what the cookie holds."""
        return self.token


class Cookies(SecureCookieSessionInterface):
    """Read the session's cookie also when the clock of the machine that signed it goes before ours."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """Return what the cookie holds; nothing when it is not ours or too old."""
        signer, token = self.get_signing_serializer(app), request.cookies.get(self.get_cookie_name(app))
        if signer is None:
            return None
        try:
            return self.session_class(signed.read(signer, token, lasts=LONGEST) if token else None)
        except BadSignature:
            return self.session_class()


def hashed(token: str) -> str:
    """Return what we keep of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_token() -> str:
    """Make a token that cannot be guessed (256 bits)."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def init_app(app: Flask) -> None:
    """Let Flask-Login find sessions in our table."""
    login.init_app(app)
    app.session_interface = Cookies()
    app.config["PERMANENT_SESSION_LIFETIME"] = LONGEST
    app.config["SESSION_REFRESH_EACH_REQUEST"] = False  # reading sets no cookie


@login.user_loader  # type: ignore[untyped-decorator]
def _load(token: str) -> SignedIn | None:
    row, on = session_of(hashed(token)), clock.now()
    if row is None or row.person.erased_at is not None or is_over(row, on):
        return None
    if on - row.seen_at > SEEN_EVERY and _writing():
        row.seen_at = on
    return SignedIn(token, row.person)


def is_over(row: SignInSession, on: datetime) -> bool:
    """Whether a session has ended by itself."""
    return on - row.seen_at > IDLE or on - row.created_at > LONGEST


def _writing() -> bool:
    """Whether this request's transaction is one that writes."""
    return bool(db.session.connection().get_execution_options().get("writes"))


def open_session(person: Person, *, on: datetime, stay: bool = False) -> None:
    """Sign a person in: a new row, a new token and a new form token, whatever the browser held before.

    `stay` keeps the cookie when the browser is closed.
    """
    close_session()
    token = new_token()
    db.session.add(SignInSession(token_hash=hashed(token), person_id=person.id, created_at=on, seen_at=on))
    db.session.flush()
    session.pop("csrf_token", None)
    session.permanent = stay
    login_user(SignedIn(token, person))


def close_session() -> None:
    """Sign this browser out and forget its session."""
    if token := current_token():
        db.session.execute(delete(SignInSession).where(SignInSession.token_hash == hashed(token)))
    logout_user()


def close_all_sessions(person_id: int) -> None:
    """Sign a person out everywhere."""
    db.session.execute(delete(SignInSession).where(SignInSession.person_id == person_id))


def close_other_sessions(person_id: int) -> None:
    """Sign a person out everywhere but in this browser: after a new password or address."""
    here = hashed(current_token() or "")
    theirs = (SignInSession.person_id == person_id) & (SignInSession.token_hash != here)
    db.session.execute(delete(SignInSession).where(theirs))


def current_token() -> str | None:
    """Return the token of this browser's session, or `None` when signed out or outside a request."""
    return current_user.token if has_request_context() and current_user.is_authenticated else None


def sessions_of(person_id: int, *, on: datetime) -> list[tuple[SignInSession, bool]]:
    """Return where a person is signed in, the last used first, and whether it is this browser."""
    here = hashed(current_token() or "")
    query = select(SignInSession).where(SignInSession.person_id == person_id)
    rows = db.session.scalars(query.order_by(SignInSession.seen_at.desc()))
    return [(row, row.token_hash == here) for row in rows if not is_over(row, on)]


def is_fresh(on: datetime) -> bool:
    """Whether this browser signed in a short time ago."""
    row = session_of(hashed(current_token() or ""))
    return row is not None and on - row.created_at <= FRESH


def me() -> Person | None:
    """Return the person of this request, or `None` when signed out."""
    return current_user.person if current_user.is_authenticated else None


def standing_of(person: Person) -> Standing:
    """Return how a person stands, without what a higher room knows."""
    return Standing(
        person_id=person.id,
        name=person.name,
        roles=frozenset(role.role for role in person.roles),
        suspended=person.suspended_at is not None,
        trusted=person.trusted_at is not None,
    )


def standing_loader(more: Callable[[Standing], Standing]) -> Callable[[], Standing]:
    """Return how a request finds out who is asking; `more` adds what a higher room knows (the bodies spoken for)."""

    def load() -> Standing:
        person = me()
        return GUEST if person is None else more(standing_of(person))

    return load
