"""Ready replies: words that a body often needs, with [gaps] that have to be filled before they are published. The rule
is pure."""

import re
from datetime import datetime

from decisions.access import may_speak_for
from decisions.answers.questions.models import ReadyReply
from forum.access import Standing
from forum.db import db
from forum.history.actions import record
from forum.refusal import Refusal, raise_if
from forum.say import N_

GAP = re.compile(r"\[([^\[\]\n]{1,80})\](?!\()")  # a link in our markup has its address right after it


def gaps(text: str) -> list[str]:
    """Return the gaps of a text that nobody has filled, in their order."""
    return [found.group(1).strip() for found in GAP.finditer(text)]


def may_publish(text: str) -> Refusal | None:
    """Whether a text can be published: no gap of a ready reply is left in it."""
    if left := gaps(text):
        return Refusal(N_("Fill the gap first: [%(gap)s]."), field="text", gap=left[0])
    return None


def keep(body_id: int, title: str, text: str, *, by: Standing, on: datetime) -> ReadyReply:
    """Keep a ready reply for a body. Raises Refusal."""
    raise_if(may_speak_for(by, body_id))
    made = ReadyReply(body_id=body_id, title=title, text=text, created_at=on)
    db.session.add(made)
    db.session.flush()
    record("kept_ready_reply", ("body", body_id), by=by.person_id, on=on, reply=made.id)
    return made


def drop(of: ReadyReply, *, by: Standing, on: datetime) -> None:
    """Drop a ready reply: it is offered no more. Doing so again changes nothing. Raises Refusal."""
    raise_if(may_speak_for(by, of.body_id))
    if of.dropped_at is None:
        of.dropped_at = on
        db.session.flush()
        record("dropped_ready_reply", ("body", of.body_id), by=by.person_id, on=on, reply=of.id)
