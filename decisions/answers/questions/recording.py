"""Add what happened to a question: the one way in. It asks the rules, keeps what the fold makes of it, and tells."""

from dataclasses import dataclass
from datetime import date, datetime

from decisions.answers.questions import rules
from decisions.answers.questions.due import Due
from decisions.answers.questions.keeping import keep, now_of
from decisions.answers.questions.kinds import PRIVATE, Happening, Voice
from decisions.answers.questions.models import Question, QuestionEvent
from decisions.answers.questions.states import Now
from forum import clock
from forum.access import Standing
from forum.db import db
from forum.history.actions import record
from forum.notifications.actions import tell
from forum.people.models import Byline
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.threads.queries import is_mine

CHANGED = N_("Somebody did something here while you were writing. Look at what is new, then send yours again.")


@dataclass(frozen=True, slots=True)
class New:
    """Something that happened. `signed`: the name that stands beside it, none for what this site did, or what is a
    body's own business."""

    kind: Happening
    voice: Voice
    words: str = ""
    word: str = ""
    signed: Byline | None = None
    body_id: int | None = None
    joined: bool = False
    reply_id: int | None = None
    source: str = ""
    source_name: str = ""
    due: Due | None = None
    happened_on: date | None = None
    quiet: bool = False  # followers hear of it in another way


def hold(of: Question, *, seen: int | None = None) -> Now:
    """Hold a question until the transaction ends, and return where it stands. `seen` is the number of the last thing
    that a form showed. Raises Refusal when something happened since."""
    db.session.refresh(of, with_for_update={"of": Question, "key_share": True})
    if seen is not None and seen != of.last_number:
        raise Refusal(CHANGED)
    return now_of(of)


def add(of: Question, new: New, *, by: Standing | None, on: datetime) -> QuestionEvent:
    """Add what happened to a question that is held. Raises Refusal for what can't happen to it now."""
    if of.last_number:
        now = now_of(of)
        mine = by is not None and is_mine(by, of.byline_id)
        if by is None or new.voice in (Voice.SITE, Voice.LINK) or new.kind in OTHERWISE:
            raise_if(rules.may_be(now, new.kind))
        else:
            raise_if(rules.may_do(by, now, new.kind, mine=mine))
    made = QuestionEvent(
        question_id=of.id, number=of.last_number + 1, kind=new.kind, voice=new.voice, word=new.word, words=new.words,
        happened_on=new.happened_on or clock.local_day(on), recorded_at=on, body_id=new.body_id, joined=new.joined,
        byline_id=new.signed.id if new.signed is not None else None, reply_id=new.reply_id,
        source=new.source, source_name=new.source_name,
    )  # fmt: skip
    if new.due is not None:
        made.due_on, made.basis, made.rule = new.due.due_on, new.due.basis, new.due.rule
    db.session.add(made)
    db.session.flush()
    if new.kind in ANEW:
        of.letter_id = None
    keep(of)
    _told(of, made, new, by, on)
    return made


ANEW = (Happening.AGAIN, Happening.SEND_AGAIN)  # another letter is to be written
OTHERWISE = (Happening.SAID, Happening.CONFIRMED)  # their own rules are asked before
NEWS = (*map(Happening, ("asked", "published", "confirmed", "passed-on", "put-off", "holding")),)


def _told(of: Question, made: QuestionEvent, new: New, by: Standing | None, on: datetime) -> None:
    """Keep it in the account, and have followers of the issue hear of what is news to them."""
    own = new.signed is not None and new.signed.thread_id is None and new.kind not in PRIVATE
    who = by.person_id if own and by is not None and new.voice != Voice.BODY else None
    parents = (("thread", of.thread_id), ("body", of.body_id))
    record("question_news", ("question", of.id), by=who, on=on, parents=parents, happening=str(new.kind))
    if new.kind in NEWS and not new.quiet:
        key = f"question:{of.id}:{made.number}"
        hidden = new.signed is not None and new.signed.thread_id is not None  # to leave one out would tell who it is
        not_to = by.person_id if by is not None and by.person_id and not hidden else None
        tell(followed=("thread", of.thread_id), about=("question", of.id), not_to=not_to, key=key, on=on)
