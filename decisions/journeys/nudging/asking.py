"""The night's work: find issues with no news, and ask some of the people who could know."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, func, or_, select

from decisions.bodies.models import Affiliation
from decisions.journeys.kinds import ENDED
from decisions.journeys.models import Journey, JourneyNow, Nudge, StopNow
from decisions.journeys.nudging import rules
from decisions.journeys.nudging.rules import Could, Silence
from decisions.journeys.queries import issues_of
from forum import clock
from forum.access import Shown
from forum.db import begin_write, db
from forum.history.actions import record
from forum.notifications.models import Follow
from forum.outbox import actions as outbox
from forum.outbox.models import Delivery
from forum.people.models import Person
from forum.threads.models import Keeper, Thread

LETTER = "nudge"
AT_ONCE = 50  # issues in a night


def ask(on: datetime) -> int:
    """Ask about every issue whose turn it is and return how many letters were written. Owns its transaction."""
    begin_write()
    today = clock.local_day(on)
    written = sum(_ask_about(one, row, today, on) for one, row in _silent(today))
    db.session.commit()
    return written


def still_wanted(row: Delivery) -> bool:
    """Whether nothing has happened since we wrote, and the person still wants letters."""
    person = db.session.get(Person, row.person_id or 0)
    now = db.session.get(JourneyNow, int(row.values["journey"]))
    return bool(person and person.mail_moves and now and now.last_number == row.values["last"])


def _silent(today: date) -> list[tuple[Journey, JourneyNow]]:
    """The issues that all can see and that have not ended, with no news for long or a day that passed."""
    passed = JourneyNow.due_on <= today - rules.AFTER_A_DAY
    quiet = JourneyNow.news_on <= today - rules.AFTER_NEWS
    query = (
        select(Journey, JourneyNow)
        .join(JourneyNow, JourneyNow.journey_id == Journey.id)
        .join(Thread, Thread.id == Journey.thread_id)
        .where(Thread.state == Shown.SHOWN, JourneyNow.stage.not_in(ENDED), or_(passed, quiet))
        .order_by(JourneyNow.news_on, Journey.id)
    )
    asked = _asked(row.id for row, _now in db.session.execute(query))
    found = []
    for journey, now in db.session.execute(query):
        since = tuple(day for day in asked.get(journey.id, ()) if day >= now.news_on)
        if rules.is_time(Silence(now.news_on, now.due_on, since), today):
            found.append((journey, now))
    return found[:AT_ONCE]


def _asked(journey_ids: Iterable[int]) -> dict[int, list[date]]:
    found: dict[int, list[date]] = {}
    rows = db.session.execute(select(Nudge.journey_id, Nudge.day).where(Nudge.journey_id.in_(list(journey_ids))))
    for journey_id, day in rows:
        found.setdefault(journey_id, []).append(day)
    return found


def _ask_about(of: Journey, now: JourneyNow, today: date, on: datetime) -> int:
    chosen = rules.turn(_could(of), today)
    for person_id in chosen:
        db.session.add(Nudge(journey_id=of.id, person_id=person_id, day=today))
        values: dict[str, Any] = {"journey": of.id, "last": now.last_number, "thread": of.thread_id}
        key = f"nudge:{of.id}:{person_id}:{today:%Y%m%d}"
        outbox.put(LETTER, key=key, on=on, person_id=person_id, about=("thread", of.thread_id), **values)
    if chosen:
        db.session.flush()
        record("asked_for_news", ("journey", of.id), by=None, on=on, people=len(chosen))
    return len(chosen)


def _could(of: Journey) -> list[Could]:
    """Who keeps the issue, who speaks for the bodies that have it, and who follows it; all of them with an address
    and the wish for letters."""
    issues = issues_of(of.id)
    keepers = select(Keeper.person_id).where(Keeper.thread_id.in_(issues), Keeper.until.is_(None))
    holders = select(StopNow.body_id).where(StopNow.journey_id == of.id)
    confirmed = and_(Affiliation.confirmed_at.is_not(None), Affiliation.until.is_(None))
    speakers = select(Affiliation.person_id).where(Affiliation.body_id.in_(holders), confirmed)
    followers = select(Follow.person_id).where(
        Follow.kind == "thread", Follow.subject_id.in_(issues), Follow.confirmed_at.is_not(None)
    )
    near = or_(Person.id.in_(keepers), Person.id.in_(speakers))
    reached = and_(Person.mail_moves, Person.email.is_not(None), Person.erased_at.is_(None))
    knows_us = and_(reached, Person.trusted_at.is_not(None))
    query = (
        select(Person.id, near, func.max(Nudge.day), func.count(Nudge.id))
        .outerjoin(Nudge, Nudge.person_id == Person.id)
        .where(knows_us, or_(near, Person.id.in_(followers)))
        .group_by(Person.id)
        .order_by(Person.id)
    )
    return [Could(row[0], bool(row[1]), row[2], row[3]) for row in db.session.execute(query)]
