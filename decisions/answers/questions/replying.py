"""What a body does with a question: takes it, writes, has it checked, publishes, passes it on. Callers commit."""

from datetime import date, datetime

from sqlalchemy import delete

from decisions.answers.actions import Signed, publish
from decisions.answers.models import OfficialReply
from decisions.answers.questions import queries, ready, rules
from decisions.answers.questions.asking import begins
from decisions.answers.questions.due import REQUEST, Due, due
from decisions.answers.questions.keeping import now_of
from decisions.answers.questions.kinds import Happening, Stage, Voice
from decisions.answers.questions.models import Question, QuestionDraft, QuestionEvent
from decisions.answers.questions.recording import New, add, hold
from decisions.answers.questions.telling import tell_asker
from decisions.bodies.models import Body
from forum import clock
from forum.access import Standing
from forum.db import db
from forum.people.models import Byline
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.threads.signing import person_id

H = Happening


def save(of: Question, text: str, *, by: Standing, on: datetime, kind: Happening = H.CLAIMED) -> None:
    """Keep what was written so far. Whoever begins has it in hand. `kind`: `CHECKING` hands it to somebody there to
    check, `LET_GO` gives it back, so that anybody there can take it. Raises Refusal."""
    now = hold(of)
    raise_if(rules.may_do(by, now, kind, mine=False))
    row = queries.draft(of.id) or QuestionDraft(question_id=of.id, text="", changed_at=on)
    row.text, row.changed_at = text, on
    row.person_id = None if kind == H.LET_GO else row.person_id or person_id(by)
    db.session.add(row)
    db.session.flush()
    if now.stage != {H.CLAIMED: Stage.WRITING, H.CHECKING: Stage.CHECKING, H.LET_GO: Stage.WAITING}[kind]:
        add(of, New(kind, Voice.BODY, due=_first(of, on)), by=by, on=on)


def answer(of: Question, text: str, signed: Signed, *, voice: Voice, seen: int | None, on: datetime) -> OfficialReply:
    """Publish an answer to a question, or put an earlier one right: the first version stays. Raises Refusal."""
    now = hold(of, seen=seen)
    kind = H.CORRECTED if now.stage == Stage.ANSWERED else H.PUBLISHED
    raise_if(rules.may_be(now, kind))
    raise_if(ready.may_publish(text))
    before = last_reply(of.id) if kind == H.CORRECTED else None
    made = publish(of.thread, text, signed, replaces_id=before, on=on)
    quiet = made.move_id is not None
    add(
        of, New(kind, voice, signed=signed.byline, reply_id=made.post_id, quiet=quiet), by=_by(signed, voice), on=on
    )  # fmt: skip
    db.session.execute(delete(QuestionDraft).where(QuestionDraft.question_id == of.id))
    tell_asker(of, "answered", on=on)
    return made


def hold_reply(of: Question, words: str, signed: Signed, *, voice: Voice, on: datetime) -> QuestionEvent:
    """Say something that is not an answer yet. The time goes on. Raises Refusal."""
    hold(of)
    new = New(H.HOLDING, voice, signed=signed.byline, words=words, due=_first(of, on))
    return add(of, new, by=_by(signed, voice), on=on)


def put_off(
    of: Question, words: str, signed: Signed, *, until: date | None, voice: Voice, on: datetime
) -> QuestionEvent:
    """Say that there is no answer before a day, as before an election. From then on it is owed by that day. Raises
    Refusal."""
    hold(of)
    refusal = rules.may_put_off(until, today=clock.local_day(on))
    raise_if(refusal)
    later = Due(until, "promise") if until is not None else None
    new = New(H.PUT_OFF, voice, signed=signed.byline, words=words, due=later)
    return add(of, new, by=_by(signed, voice), on=on)


def as_request(of: Question, words: str, signed: Signed, *, on: datetime) -> QuestionEvent:
    """Treat it as a request for information: from the day on which they got it, the time of the law runs. Raises
    Refusal."""
    now = hold(of)
    start = now.since or clock.local_day(on)
    new = New(H.REQUEST, Voice.BODY, signed=signed.byline, words=words, due=due(of.body, start, ident=REQUEST))
    return add(of, new, by=signed.by, on=on)


def pass_on(
    of: Question, to: Body, reason: str, *, signed: Byline | None, by: Standing | None, voice: Voice, on: datetime
) -> QuestionEvent:
    """Pass a question on to the body that it belongs to, with a reason that all see. Its time begins anew there, and
    the private link of the first body opens nothing any more. Raises Refusal."""
    hold(of)
    if to.id == of.body_id:
        raise Refusal(N_("That body has this question already. Choose another one."), field="body")
    if to.has_ended(clock.local_day(on)):
        raise Refusal(N_("This body has ended. Choose the one that took over."), field="body")
    joined, first = begins(to, on)
    new = New(H.PASSED_ON, voice, signed=signed, words=reason, body_id=to.id, joined=joined, due=first)
    made = add(of, new, by=by, on=on)
    of.link += 1
    of.letter_id = None
    db.session.execute(delete(QuestionDraft).where(QuestionDraft.question_id == of.id))
    db.session.flush()
    tell_asker(of, "passed-on", on=on)
    return made


def last_reply(question_id: int) -> int | None:
    """Return the post of the last answer to a question."""
    given = [one.reply_id for one in queries.events(question_id) if one.reply_id is not None]
    return given[-1] if given else None


def _first(of: Question, on: datetime) -> Due | None:
    """By when it is owed, if its time has not begun: the body joined after it was asked."""
    return due(of.body, clock.local_day(on)) if now_of(of).since is None else None


def _by(signed: Signed, voice: Voice) -> Standing | None:
    return signed.by if voice == Voice.BODY else None
