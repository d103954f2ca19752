"""Tell those who follow an issue of each entry, in the transaction that records it."""

from datetime import datetime

from decisions.journeys.models import Journey, Move
from decisions.journeys.queries import issues_of
from forum.access import Standing
from forum.notifications.actions import tell
from forum.people.models import Byline


def told(of: Journey, move: Move, *, by: Standing, signed: Byline, on: datetime) -> None:
    """Have the followers hear of an entry, but for whoever recorded it. Under another name nobody is left out: that
    would tell who it is."""
    not_to = by.person_id if signed.thread_id is None else None
    tell_followers(of, move, f"move:{move.id}", not_to=not_to, on=on)


def tell_followers(of: Journey, move: Move, key: str, *, not_to: int | None, on: datetime) -> None:
    """Have those hear of an entry who follow the issue of its journey, or one that is decided together with it. Who
    follows both hears of it once."""
    tell(followed=("thread", of.thread_id), about=("move", move.id), not_to=not_to, key=key, on=on)
    for one in issues_of(of.id):
        if one != of.thread_id:
            tell(followed=("thread", one), about=("move", move.id), not_to=not_to, key=f"{key}:{one}", on=on)
