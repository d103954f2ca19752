"""Signing in and out: a row of ours beneath Flask-Login, so that a cookie kept from before signing out is worthless."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from flask import Flask
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy import delete

from forum import clock
from forum.access import GUEST, Standing
from forum.db import db
from forum.people.models import Person, SignInSession
from forum.people.queries import session_of

TOKEN_BYTES = 32
IDLE = timedelta(days=30)
LONGEST = timedelta(days=90)

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


def hashed(token: str) -> str:
    """Return what we keep of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_token() -> str:
    """Make a token that cannot be guessed (256 bits)."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def init_app(app: Flask) -> None:
    """Let Flask-Login find sessions in our table."""
    login.init_app(app)


@login.user_loader  # type: ignore[untyped-decorator]
def _load(token: str) -> SignedIn | None:
    row = session_of(hashed(token))
    if row is None or _over(row, clock.now()):
        return None
    return SignedIn(token, row.person)


def _over(row: SignInSession, on: datetime) -> bool:
    return on - row.seen_at > IDLE or on - row.created_at > LONGEST


def open_session(person: Person, *, on: datetime) -> None:
    """Sign a person in: a new row and a new token, whatever the browser held before."""
    close_session()
    token = new_token()
    db.session.add(SignInSession(token_hash=hashed(token), person_id=person.id, created_at=on, seen_at=on))
    db.session.flush()
    login_user(SignedIn(token, person))


def close_session() -> None:
    """Sign this browser out and forget its session."""
    if current_user.is_authenticated:
        db.session.execute(delete(SignInSession).where(SignInSession.token_hash == hashed(current_user.token)))
    logout_user()


def close_all_sessions(person_id: int) -> None:
    """Sign a person out everywhere: after a new password, a new address, a suspension."""
    db.session.execute(delete(SignInSession).where(SignInSession.person_id == person_id))


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
