"""The links in the letters that ask: each signed for one purpose, one thing and one reader."""

from datetime import timedelta

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from decisions.promises.owners import Owner
from forum import signed
from forum.db import db
from forum.notifications.models import Follow
from forum.notifications.tokens import stamp
from forum.people.models import Person

ROUND, CHECK, STOP = "what-changed", "was-it-kept", "ask-no-more"
LASTS = {ROUND: timedelta(days=366), CHECK: timedelta(days=366), STOP: None}  # the round itself ends sooner


def make(purpose: str, thing_id: int, owner: Owner) -> str:
    """Make the token of a link. Of a follow its moment is in it as well: ids may be given out again."""
    if owner.person_id is not None:
        return _signer(purpose).dumps([thing_id, "p", owner.person_id, 0])
    row = db.session.get_one(Follow, owner.follow_id)
    return _signer(purpose).dumps([thing_id, "f", row.id, stamp(row)])


def read(purpose: str, token: str) -> tuple[int, Owner] | None:
    """Return the thing and the reader that a token stands for; `None` when it is not ours, too old, for something
    else, or its reader has left."""
    try:
        thing_id, kind, own_id, moment = signed.read(_signer(purpose), token, lasts=LASTS[purpose])
        owner = _owner(str(kind), int(own_id), int(moment))
        return (int(thing_id), owner) if owner is not None else None
    except (BadData, TypeError, ValueError):
        return None


def _owner(kind: str, own_id: int, moment: int) -> Owner | None:
    if kind == "p":
        person = db.session.get(Person, own_id)
        return Owner(person_id=own_id) if person is not None and person.erased_at is None else None
    row = db.session.get(Follow, own_id)
    return Owner(follow_id=own_id, email=row.email) if row is not None and stamp(row) == moment else None


def _signer(purpose: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt=purpose)
