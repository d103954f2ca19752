"""Write down who was at a meeting, and how each voted: people in public office alone."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from decisions.meetings import queries
from decisions.meetings.actions.holding import changed, hold
from decisions.meetings.kinds import Vote
from decisions.meetings.models import Attendance, Decision, Meeting, RecordedVote
from decisions.meetings.named import Named, once
from forum.access import Standing
from forum.db import db
from forum.refusal import Refusal
from forum.say import N_

Given = Mapping[str, Iterable[Named]]
MORE_NAMES = N_("These are more names than votes. The decision says how many there were.")


def write_attendance(meeting: Meeting, given: Given, *, seen: str | None, by: Standing, on: datetime) -> None:
    """Say who was at a meeting; `given` by the words of `Attended`. Whoever is not named is taken off. Raises
    Refusal."""
    hold(meeting, seen=seen, by=by)
    wanted = once(given)
    for row in queries.attendance(meeting.id):
        if row.name not in wanted:
            db.session.delete(row)
            continue
        word, one = wanted.pop(row.name)
        row.attended, row.role, row.party = word, one.role, one.party
    for word, one in wanted.values():
        made = Attendance(meeting_id=meeting.id, name=one.name, role=one.role, party=one.party, attended=word)
        db.session.add(made)
    changed("wrote_attendance", meeting, by=by, on=on)


def write_votes(decision: Decision, given: Given, *, seen: str | None, by: Standing, on: datetime) -> None:
    """Say how each member voted on a decision; `given` by the words of `Vote`. Raises Refusal, also for more names than
    the decision counts votes."""
    hold(decision, seen=seen, by=by)
    wanted = once(given)
    for vote, most in ((Vote.FOR, decision.votes_for), (Vote.AGAINST, decision.votes_against)):
        if most is not None and sum(word == vote for word, _one in wanted.values()) > most:
            raise Refusal(MORE_NAMES, field=str(vote))
    for row in queries.votes(decision.id):
        if row.name not in wanted:
            db.session.delete(row)
        else:
            row.vote = wanted.pop(row.name)[0]
    db.session.add_all(
        RecordedVote(decision_id=decision.id, name=name, vote=word) for name, (word, _) in wanted.items()
    )
    changed("wrote_votes", decision, by=by, on=on)
