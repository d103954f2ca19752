"""Begin a round, and keep what somebody says in it. Callers commit."""

from datetime import date, datetime, timedelta

from decisions.journeys.kinds import VerdictWord
from decisions.journeys.models import Journey, Verdict
from decisions.journeys.queries import issues_of
from decisions.promises.models import Unasked
from decisions.promises.owners import Owner, is_concerned
from decisions.promises.verdicts import queries, rules
from decisions.promises.verdicts.models import VerdictRound
from decisions.promises.verdicts.rules import Ending
from forum import clock
from forum.db import db
from forum.history.actions import record
from forum.refusal import raise_if


def begin(of: Journey, ending: Ending, months: int, *, open_days: int, on: datetime) -> VerdictRound:
    """Begin to ask what changed."""
    today = clock.local_day(on)
    made = VerdictRound(
        journey_id=of.id,
        ending=ending.number,
        months=months,
        ended_on=ending.day,
        opens_on=today,
        closes_on=today + timedelta(days=open_days),
        created_at=on,
    )
    db.session.add(made)
    db.session.flush()
    about = ("journey", of.id)
    record("asked_what_changed", about, by=None, on=on, parents=(("thread", of.thread_id),), months=months)
    return made


def is_open(one: VerdictRound, today: date) -> bool:
    """Whether people can answer in a round today."""
    return one.opens_on <= today <= one.closes_on


def answer(
    one: VerdictRound, of: Journey, owner: Owner, *, word: VerdictWord, words: str = "", on: datetime
) -> Verdict:
    """Keep what somebody says in a round; said again, it takes the place of what they said before. Raises Refusal."""
    db.session.refresh(one, with_for_update=True)  # so that the same person, twice at once, counts once
    concerned, today = is_concerned(owner, issues_of(of.id), before=one.created_at), clock.local_day(on)
    raise_if(rules.may_say(concerned=concerned, is_open=is_open(one, today)))
    row = queries.of_owner(one.id, owner)
    if row is None:
        row = Verdict(journey_id=of.id, round_id=one.id, person_id=owner.person_id, follow_id=owner.follow_id)
        row.browser, row.created_at = owner.browser, on
        db.session.add(row)
    row.word, row.words, row.changed_at = str(word), words, on
    db.session.flush()
    record("said_what_changed", ("journey", of.id), by=None, on=on, parents=(("thread", of.thread_id),))
    return row


def ask_no_more(thread_id: int, owner: Owner, *, on: datetime) -> None:
    """Remember that somebody does not want to be asked about an issue. Doing so again changes nothing."""
    mine = {"thread_id": thread_id, "person_id": owner.person_id, "follow_id": owner.follow_id}
    if db.session.scalar(db.select(Unasked.id).filter_by(**mine)) is None:
        db.session.add(Unasked(**mine, created_at=on))
        db.session.flush()
