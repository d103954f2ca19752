"""A reply that came another way, in the story of its issue: as an entry, at the step where the body has the issue."""

from datetime import datetime

from flask import url_for

from decisions.answers.actions import answered_stop
from decisions.answers.questions.models import Question, QuestionEvent
from decisions.journeys import queries
from decisions.journeys.actions import NewMove, record_move
from decisions.journeys.actions.changing import hold
from decisions.journeys.kinds import Evidence, MoveKind
from forum.access import Standing, is_facilitator
from forum.people.models import Byline
from forum.say import _


def entry(of: Question, said: QuestionEvent, *, signed: Byline | None, by: Standing, on: datetime) -> None:
    """Record that the reply came, when who helps run this says so. No entry where the body has no open step."""
    journey = queries.of_thread(of.thread_id)
    if journey is None or signed is None or not is_facilitator(by):
        return
    hold(journey)
    stop_id = answered_stop(queries.route(journey), of.body_id)
    if stop_id is None:
        return
    new = NewMove(
        kind=MoveKind.REPLY_RECEIVED,
        happened_on=said.happened_on,
        evidence=Evidence.THEIR_REPLY,
        plain=_("%(body)s replied.", body=of.body.short[:1].upper() + of.body.short[1:]),
        stop_id=stop_id,
        source=said.source or url_for("questions.page", id=of.id),
        source_name=said.source_name or _("Their reply on this site"),
        official=said.words,
    )
    record_move(journey, new, seen=None, by=by, signed=signed, on=on)
