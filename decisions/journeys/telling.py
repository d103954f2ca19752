"""Tell those who follow an issue of each entry, in the transaction that records it."""

from datetime import datetime

from decisions.journeys.models import Journey, Move
from forum.access import Standing
from forum.notifications.actions import tell
from forum.people.models import Byline


def told(of: Journey, move: Move, *, by: Standing, signed: Byline, on: datetime) -> None:
    """Have the followers hear of an entry, but for whoever recorded it. Under another name nobody is left out: that
    would tell who it is."""
    not_to = by.person_id if signed.thread_id is None else None
    tell(followed=("thread", of.thread_id), about=("move", move.id), not_to=not_to, key=f"move:{move.id}", on=on)
