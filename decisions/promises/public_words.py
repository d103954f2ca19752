"""Put into words, for the public log, what helpers chose: a promise not taken as one, a paragraph of their own."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from decisions.promises.kinds import Happening
from decisions.promises.models import Promise, PromiseEvent
from forum.access import Shown
from forum.db import db
from forum.history.models import Event
from forum.history.public_log import Entry
from forum.say import N_, Sentence

TURNED_DOWN = "turned_down_promise"
WHY = N_("Why: %(reason)s")


def entries(events: Sequence[Event]) -> Mapping[int, Entry]:
    """Put events into words, by the id of the event: the body and why, never what somebody wrote down."""
    ids = [one.subject_id for one in events]
    bodies = {
        one.id: one.body.name
        for one in db.session.scalars(select(Promise).where(Promise.id.in_(ids), Promise.state == Shown.SHOWN))
    }
    here = select(PromiseEvent).where(PromiseEvent.promise_id.in_(ids), PromiseEvent.kind == Happening.TURNED_DOWN)
    whys = {one.promise_id: one.reason for one in db.session.scalars(here)}
    text = N_("We did not take something as a promise of %(body)s.")
    return {
        one.id: Entry(
            one.at,
            Sentence(text, {"body": bodies[one.subject_id]}),
            Sentence(WHY, {"reason": whys.get(one.subject_id, "")}),
        )
        for one in events
        if one.subject_id in bodies
    }
