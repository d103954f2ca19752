"""The night's work: begin the rounds that are due, and put one message for each person into the outbox."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from decisions.journeys.kinds import ENDED
from decisions.journeys.models import Journey, JourneyNow
from decisions.journeys.queries import issues_of, route
from decisions.promises import owners, tokens
from decisions.promises.owners import Owner
from decisions.promises.settings import times
from decisions.promises.verdicts import actions, rules
from decisions.promises.verdicts.models import VerdictRound
from forum import clock
from forum.access import Shown
from forum.db import begin_write, db
from forum.outbox import actions as outbox
from forum.outbox.models import Delivery
from forum.people.models import Person
from forum.threads.models import Thread

LETTER = "what_changed"
AT_ONCE = 200


def ask(on: datetime) -> int:
    """Begin each round that is due, and write its messages. Returns how many were written. Owns its transactions."""
    for journey_id in _ended(clock.local_day(on)):
        _begin_one(journey_id, on)
    rounds = list(db.session.scalars(select(VerdictRound.id).where(VerdictRound.asked_at.is_(None))))
    db.session.rollback()
    return sum(_tell(round_id, on) for round_id in rounds)


def _ended(today: date) -> list[int]:
    """The issues to be looked at: they ended, with news not too long ago, and people are not being asked just now."""
    months = times().months
    if not months:
        return []
    since = rules.add_months(today, -months[-1]) - rules.LATEST
    last = select(func.max(VerdictRound.closes_on)).where(VerdictRound.journey_id == Journey.id).scalar_subquery()
    found = select(Journey.id).join(JourneyNow, JourneyNow.journey_id == Journey.id).join(Thread)
    here = JourneyNow.stage.in_(ENDED) & (JourneyNow.news_on >= since) & (Thread.state == Shown.SHOWN)
    rows = list(db.session.scalars(found.where(here, last.is_(None) | (last < today)).order_by(Journey.id)))
    db.session.rollback()
    return rows


def _begin_one(journey_id: int, on: datetime) -> None:
    """Begin a round of one issue, if one is due. Held, so that two machines begin it once."""
    begin_write()
    of = db.session.scalar(select(Journey).where(Journey.id == journey_id).with_for_update(key_share=True))
    ending = rules.ending_of(route(of).now) if of is not None else None
    if of is not None and ending is not None:
        here = (VerdictRound.journey_id == of.id) & (VerdictRound.ending == ending.number)
        known = list(db.session.scalars(select(VerdictRound.months).where(here)))
        today, wanted = clock.local_day(on), times()
        months = rules.due(ending.day, wanted.months, known, today=today)
        if months is not None:
            actions.begin(of, ending, months, open_days=wanted.open_days, on=on)
    db.session.commit()


def _tell(round_id: int, on: datetime) -> int:
    """Put the messages of a round into the outbox, some at a time, so that nobody else who writes has to wait long."""
    found = db.session.execute(_with_journey(round_id)).one()
    everybody = owners.to_ask(issues_of(found.journey_id))
    db.session.rollback()
    written = 0
    for start in range(0, len(everybody), AT_ONCE):
        begin_write()
        written += sum(_write(round_id, found.thread_id, one, on) for one in everybody[start : start + AT_ONCE])
        db.session.commit()
    begin_write()
    db.session.get_one(VerdictRound, round_id).asked_at = on
    db.session.commit()
    return written


def _write(round_id: int, thread_id: int, owner: Owner, on: datetime) -> bool:
    row = outbox.put(
        LETTER,
        key=f"{LETTER}:{round_id}:{owner.key}",
        on=on,
        person_id=owner.person_id,
        email=owner.email,
        about=("thread", thread_id),
        round=round_id,
        follow=owner.follow_id or 0,
        token=tokens.make(tokens.ROUND, round_id, owner),
        stop="promises.ask_no_more",
        stop_token=tokens.make(tokens.STOP, thread_id, owner),
    )
    return row is not None


def still_wanted(row: Delivery) -> bool:
    """Whether a message is still to be sent: the round is open, and its reader still follows or is affected, and did
    not say that we shall ask no more."""
    found = db.session.execute(_with_journey(int(row.values["round"]))).first()
    if found is None or not actions.is_open(found.VerdictRound, clock.today()):
        return False
    owner = Owner(person_id=row.person_id, follow_id=int(row.values["follow"]) or None)
    person = db.session.get(Person, row.person_id) if row.person_id is not None else None
    if person is not None and not person.mail_moves:
        return False
    issues = issues_of(found.journey_id)
    return owners.is_concerned(owner, issues) and not owners.refuses(owner, issues)


def _with_journey(round_id: int) -> Any:
    joined = select(VerdictRound, Journey.thread_id, Journey.id.label("journey_id")).join(
        Journey, Journey.id == VerdictRound.journey_id
    )
    return joined.where(VerdictRound.id == round_id)
