"""Write down what was decided, and change it: what its page said before is kept."""

from datetime import date, datetime
from typing import Any, TypedDict

from sqlalchemy import func, select

from decisions.access import may_keep_meetings
from decisions.meetings import rules
from decisions.meetings.actions.holding import changed, hold
from decisions.meetings.models import Decision, DecisionVersion
from forum import clock
from forum.access import Standing
from forum.db import db
from forum.refusal import Refusal, raise_if
from forum.say import N_


class GivenDecision(TypedDict):
    """What a facilitator types about a decision, by the names of its columns."""

    body_id: int
    meeting_id: int | None
    item_id: int | None
    title: str
    maker: str
    official: str
    plain: str
    result: str
    in_principle: bool
    decided_on: date | None
    published_on: date | None
    in_force_on: date | None
    carried_out_on: date | None
    key: bool | None
    call_in: str
    call_in_until: date | None
    votes_for: int | None
    votes_against: int | None
    abstained: int | None
    rests_on: str
    reason: str
    risk: str
    risk_owner: str
    for_a_yes: str
    url: str


WORDS = tuple(name for name in GivenDecision.__annotations__ if name not in ("body_id", "meeting_id", "item_id"))


def make_decision(given: GivenDecision, *, by: Standing, on: datetime) -> Decision:
    """Write down a decision: of a meeting, or of one officer outside one. Raises Refusal."""
    raise_if(may_keep_meetings(by))
    raise_if(rules.may_keep(facts_of(given), clock.local_day(on)))
    made = Decision(**given, changed_at=on)
    db.session.add(made)
    db.session.flush()
    changed("made_decision", made, by=by, on=on)
    return made


def change_decision(
    decision: Decision, given: GivenDecision, *, why: str, seen: str | None, by: Standing, on: datetime
) -> None:
    """Change what is said of a decision. What it said before stays for all to read, with the reason. Raises Refusal."""
    hold(decision, seen=seen, by=by)
    raise_if(rules.may_keep(facts_of(given), clock.local_day(on)))
    before = {name: getattr(decision, name) for name in WORDS}
    if not why.strip():
        raise Refusal(N_("Write in a few words why you change this."), field="why")
    if before != {name: given[name] for name in WORDS}:  # type: ignore[literal-required]
        last = select(func.max(DecisionVersion.number)).where(DecisionVersion.decision_id == decision.id)
        number = (db.session.scalar(last) or 0) + 1
        said = {name: _kept(value) for name, value in before.items()}
        db.session.add(DecisionVersion(decision_id=decision.id, number=number, said=said, why=why.strip(), until=on))
    for name, value in given.items():
        setattr(decision, name, value)
    changed("changed_decision", decision, by=by, on=on, reason=why.strip())


def facts_of(given: GivenDecision) -> rules.DecisionFacts:
    """Return what the rules want to know of a decision."""
    names = rules.DecisionFacts.__dataclass_fields__
    return rules.DecisionFacts(**{name: given[name] for name in names})  # type: ignore[literal-required]


def _kept(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
