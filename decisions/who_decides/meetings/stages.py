"""Tell those who follow a decision when it has come a step further: by what somebody wrote, or because a day came."""

from datetime import datetime

from sqlalchemy import select

from decisions.meetings.models import Decision
from decisions.meetings.rules import Shade, shade_on
from decisions.who_decides.meetings import knowing, words
from forum import clock
from forum.db import begin_write, db
from forum.notifications.actions import know, tell
from forum.notifications.models import Follow, Notice

Step = tuple[Decision, Shade, int]  # a decision, how far it has come, and how many steps are known of it


def tell_of_decisions(on: datetime) -> int:
    """Tell of each followed decision that has come to another step. How far one had come when the first person followed
    it is no news. Returns how many were told of. Owns its transactions."""
    steps = _steps(on)
    db.session.rollback()
    if not steps:
        return 0
    begin_write()
    for row, shade, known in steps:
        key, thing = f"decision:{row.id}:{known}:{shade}", ("decision", row.id)
        if known:
            tell(followed=thing, about=thing, not_to=None, key=key, on=on)
        else:
            know(thing, key=key, since=row.changed_at, on=on)
    db.session.commit()
    return sum(1 for _row, _shade, known in steps if known)


def _steps(on: datetime) -> list[Step]:
    """The followed decisions that have come to a step that is not known yet."""
    followed = select(Follow.subject_id).where(Follow.kind == "decision", Follow.confirmed_at.is_not(None))
    rows = list(db.session.scalars(select(Decision).where(Decision.id.in_(followed)).order_by(Decision.id)))
    if not rows:
        return []
    here = (Notice.kind == "decision") & (Notice.about_kind == "decision")
    keys: dict[int, list[str]] = {}
    for number, key in db.session.execute(select(Notice.subject_id, Notice.key).where(here).order_by(Notice.id)):
        keys.setdefault(number, []).append(key)
    known, today = knowing.of_bodies(row.body for row in rows), clock.local_day(on)
    found = []
    for row in rows:
        window, told = known.of_decision(row, today), keys.get(row.id, [])
        shade = shade_on(words.facts(row, window.worked.day if window and window.worked else None), today)
        if not told or told[-1].rpartition(":")[2] != shade:
            found.append((row, shade, len(told)))
    return found
