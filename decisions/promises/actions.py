"""Write down a promise, say what became of it, check it. Each is one act with the issue's own entry. Callers commit."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select

from decisions.journeys.signing import recorder
from decisions.journeys.sources import is_link
from decisions.promises import along, rules
from decisions.promises.keeping import keep
from decisions.promises.kinds import CheckWord, Happening, Stage, Voice
from decisions.promises.models import Promise, PromiseCheck, PromiseEvent, PromiseIssue
from decisions.promises.owners import Owner, is_concerned
from decisions.promises.queries import of_owner, thread_ids
from decisions.promises.rules import Saying
from decisions.promises.states import can_check
from forum import clock
from forum.access import Shown, Standing
from forum.db import db
from forum.history.actions import record
from forum.people.models import Byline
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.threads.models import Thread
from forum.threads.signing import own

CHANGED = N_("Somebody wrote something here while you were writing. Look at what is new, then send yours again.")
NOT_A_LINK = N_("Copy the whole address. It starts with https://")


@dataclass(frozen=True, slots=True)
class NewPromise:
    """A promise to be written down. It belongs to issues, or comes from a decision, or both."""

    body_id: int
    words: str
    made_on: date
    post: str = ""
    due_on: date | None = None
    basis: str = "promise"
    reply_id: int | None = None
    decision_id: int | None = None
    source: str = ""
    source_name: str = ""
    thread_ids: Sequence[int] = field(default_factory=tuple)


def promise(new: NewPromise, *, by: Standing, on: datetime) -> Promise:
    """Write down a promise. One that a member writes down waits until it is checked. Raises Refusal.

    At each issue the entry "Promise made" is recorded in the same act, so that where the issue is stays computed.
    """
    saying = _first(new, by)
    raise_if(rules.may_say(by, None, new.body_id, saying, today=clock.local_day(on)))
    if not new.thread_ids and new.decision_id is None:
        raise Refusal(N_("Say which issue it belongs to."), field="issue")
    threads = along.held(new.thread_ids)
    signed = _signed(by, threads, new.body_id)
    made = Promise(
        body_id=new.body_id, words=new.words, post=new.post, made_on=new.made_on, basis=new.basis,
        reply_id=new.reply_id, decision_id=new.decision_id, source=new.source, source_name=new.source_name,
        byline_id=signed.id, created_at=on, stage=Stage.PROPOSED,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    db.session.add_all(PromiseIssue(promise_id=made.id, thread_id=one.id) for one in threads)
    _add(made, saying, by=by, signed=signed, on=on)
    return made


def say(of: Promise, saying: Saying, *, seen: int | None, by: Standing, on: datetime) -> PromiseEvent:
    """Say what became of a promise. `seen` is the number of the last thing that the form showed. Raises Refusal."""
    threads = along.held(thread_ids(of.id))
    db.session.refresh(of, with_for_update={"of": Promise, "key_share": True})
    if seen is not None and seen != of.last_number:
        raise Refusal(CHANGED)
    stage = keep(of).stage
    raise_if(rules.may_say(by, stage, of.body_id, saying, today=clock.local_day(on)))
    return _add(of, saying, by=by, signed=_signed(by, threads, of.body_id), on=on)


def check(of: Promise, owner: Owner, *, word: CheckWord, words: str = "", on: datetime) -> PromiseCheck:
    """Keep what somebody affected says of a promise; said again, it takes the place of what they said before.
    Raises Refusal."""
    db.session.refresh(of, with_for_update={"of": Promise, "key_share": True})
    if not can_check(of.stage, of.due_on, today=clock.local_day(on)):
        raise Refusal(N_("It is too early to say. They have not said yet that it is done."))
    if not is_concerned(owner, thread_ids(of.id)):
        raise Refusal(N_("This is for people affected. Say on the issue’s page that it affects you too."))
    row = of_owner(of.id, owner)
    if row is None:
        row = PromiseCheck(promise_id=of.id, person_id=owner.person_id, follow_id=owner.follow_id, created_at=on)
        db.session.add(row)
    row.word, row.words, row.changed_at = str(word), words, on
    db.session.flush()
    before, after = of.stage, keep(of).stage
    record("checked_promise", ("promise", of.id), by=None, on=on, parents=_parents(of))
    if before != after:
        record("people_decided_promise", ("promise", of.id), by=None, on=on, stage=str(after))
    return row


def add_issue(of: Promise, thread: Thread, *, by: Standing, on: datetime) -> None:
    """Let a promise belong to one more issue. Doing so again changes nothing. Raises Refusal."""
    along.held([thread.id])
    if db.session.get(PromiseIssue, (of.id, thread.id)) is not None:
        return
    db.session.add(PromiseIssue(promise_id=of.id, thread_id=thread.id))
    db.session.flush()
    first = db.session.scalar(select(PromiseEvent).filter_by(promise_id=of.id, kind=Happening.MADE))
    if first is not None:
        along.recorded(of, first, [thread], by=by, signed=own(by), on=on)
    record("added_issue_to_promise", ("promise", of.id), by=by.person_id, on=on, parents=(("thread", thread.id),))


def set_state(promise_id: int, state: str, *, by: int | None, on: datetime) -> None:
    """Show or hide the words of a promise. `by` is the moderator's id."""
    of = db.session.get_one(Promise, promise_id, with_for_update={"of": Promise, "key_share": True})
    of.state = Shown(state)
    db.session.flush()
    record("set_state", ("promise", of.id), by=by, on=on, parents=_parents(of), state=str(state))


def _first(new: NewPromise, by: Standing) -> Saying:
    """What begins a promise: that it was made or, of a member, that somebody says so."""
    cites = new.reply_id is not None or new.decision_id is not None
    kind = rules.may_begin(by, new.body_id)
    return Saying(kind, new.made_on, new.words, new.due_on, "", new.source, new.source_name, cites=cites)


def _add(of: Promise, saying: Saying, *, by: Standing, signed: Byline, on: datetime) -> PromiseEvent:
    """Add what happened, keep what the fold makes of it, and record the entry in each issue's story."""
    if saying.source and not is_link(saying.source):
        raise Refusal(NOT_A_LINK, field="source")
    voice = rules.voice(by, of.body_id)
    made = PromiseEvent(
        promise_id=of.id, number=of.last_number + 1, kind=saying.kind, voice=voice,
        happened_on=saying.happened_on, recorded_at=on, byline_id=signed.id, plain=saying.plain,
        reason=saying.reason, source=saying.source, source_name=saying.source_name, planned_on=saying.planned_on,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    keep(of)
    who = by.person_id if signed.thread_id is None else None  # another name on an issue is theirs alone
    verb = "turned_down_promise" if saying.kind == Happening.TURNED_DOWN else "promise_news"
    values = {"number": made.number, "happening": str(saying.kind)}
    record(verb, ("promise", of.id), by=who, on=on, parents=_parents(of), **values)
    if saying.kind not in (Happening.PROPOSED, Happening.TURNED_DOWN):
        along.recorded(of, made, along.threads(thread_ids(of.id)), by=by, signed=signed, on=on)
    return made


def _signed(by: Standing, threads: Sequence[Thread], body_id: int) -> Byline:
    if not threads or rules.voice(by, body_id) == Voice.FACILITATOR:
        return own(by)
    return recorder(by, thread_id=threads[0].id, body_id=body_id)


def _parents(of: Promise) -> tuple[tuple[str, int], ...]:
    return (("body", of.body_id), *(("thread", one) for one in thread_ids(of.id)))
