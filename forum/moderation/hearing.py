"""Ask again: the author asks for a second look, and another moderator takes it. Callers commit."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError

from forum.access import Shown, Standing
from forum.db import db
from forum.history.actions import record
from forum.moderation import actions, cases, rules, stopping
from forum.moderation.models import Appeal, Ruling
from forum.moderation.reasons import Deed
from forum.outbox import actions as outbox
from forum.refusal import Refusal, raise_if
from forum.say import N_


def ask_again(ruling: Ruling, *, words: str, by: Standing, on: datetime) -> Appeal:
    """Ask for a second look at what was decided about one's words or account; once. Raises Refusal."""
    author_id = cases.author_of(ruling.kind, ruling.subject_id)
    asked = cases.appeal_on(ruling.id) is not None
    raise_if(rules.may_ask_again(by, author_id=author_id, deed=ruling.deed, asked=asked))
    appeal = Appeal(ruling_id=ruling.id, person_id=by.person_id, words=words, created_at=on)
    try:
        with db.session.begin_nested():
            db.session.add(appeal)
    except IntegrityError as error:  # asked at the same moment in another window
        raise Refusal(rules.ASKED_ALREADY) from error
    record("asked_again", ("appeal", appeal.id), by=by.person_id, on=on, parents=(("ruling", ruling.id),))
    return appeal


def answer(appeal: Appeal, *, agree: bool, words: str, by: Standing, on: datetime) -> Ruling:
    """Take the second look: agree with the author (words are shown, a person may write again), or keep it as it is.

    Arguments: `words`, what the author is told. Raises Refusal.
    """
    db.session.refresh(appeal, with_for_update=True)
    first = db.session.get_one(Ruling, appeal.ruling_id)
    done = appeal.answer_id is not None
    raise_if(rules.may_answer(by, first_by=first.by_id, asked_by=appeal.person_id, answered=done))
    ruling = _again(first, agree=agree, words=words, by=by, on=on)
    appeal.answer_id = ruling.id
    db.session.flush()
    record("answered_again", ("appeal", appeal.id), by=by.person_id, on=on, agree=agree)
    if appeal.person_id is not None:
        outbox.put(
            "second_look",
            key=f"appeal:{appeal.id}",
            on=on,
            person_id=appeal.person_id,
            about=("ruling", first.id),
            agree=agree,
        )
    return ruling


def _again(first: Ruling, *, agree: bool, words: str, by: Standing, on: datetime) -> Ruling:
    if first.kind == cases.PERSON:
        deed = Deed.RESTORE if agree else Deed.LEAVE
        return stopping.rule_on_person(
            first.subject_id, deed, reason=first.reason, words=words, by=by, on=on, again=True
        )
    case = cases.load(first.kind, first.subject_id, by)
    if case is None:
        raise Refusal(N_("The words are not here any more."))
    if agree and case.state != Shown.HIDDEN:
        raise Refusal(N_("These words are not hidden any more. Keep it as it is, and say so."))
    deed = Deed.SHOW if agree else Deed.LEAVE
    return actions.rule(case, deed, reason=first.reason, words=words, seen=case.seen, by=by, on=on, again=True)
