"""The short version of where an issue is: who has it, who decides, when. One short sentence each. Pure.

It says nothing that the panel (panel.py) does not say too; it says less.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from decisions.journeys.bodies import BodyFact
from decisions.journeys.doors import StopToday
from decisions.journeys.facts import AGREED, Now
from decisions.journeys.kinds import ADVISING, ENDED, Door, MoveKind, Stage, StopRole
from forum.say import N_, Sentence, Strong

DECIDED = AGREED | {MoveKind.REFUSED}


@dataclass(frozen=True, slots=True)
class Short:
    """Three of the four sentences; the fourth, what a reader can do, is one of the ways of the issue's page."""

    who: Sentence
    decides: Sentence
    when: Sentence


def short(stops: Sequence[StopToday], now: Now, bodies: Mapping[int, BodyFact]) -> Short:
    """Compose the short version for the day that `stops` are of. `bodies` by id."""
    known = [one for one in stops if one.fact.body_id in bodies]
    return Short(_who(known, now, bodies), _decides(known, now, bodies), _when(known, now))


def _who(stops: Sequence[StopToday], now: Now, bodies: Mapping[int, BodyFact]) -> Sentence:
    """Who has it today."""
    if now.stage == Stage.FINISHED:
        return Sentence(N_("This is finished, so nobody has it now."))
    if now.stage == Stage.NOT_TAKEN:
        return Sentence(N_("Nobody has it now. It was not taken forward."))
    here = [one for one in stops if one.open]
    holders = list({one.fact.body_id: bodies[one.fact.body_id or 0] for one in here}.values())
    if len(holders) > 1:
        return Sentence(
            N_("%(one)s and %(other)s have it now."), {"one": holders[0].start(), "other": holders[1].link()}
        )
    if here:
        return _has_it(here[0], holders[0])
    if (off := next((one for one in stops if one.door == Door.OFF), None)) is not None:
        return Sentence(N_("%(body)s put it off."), {"body": _body(off, bodies).start()})
    if (due := next((one for one in stops if one.door == Door.UNHEARD), None)) is not None:
        return Sentence(N_("%(body)s was due to have it."), {"body": _body(due, bodies).start()})
    if now.stage == Stage.TALKING:
        return Sentence(N_("It has not been sent to anyone yet."))
    return Sentence(N_("Nobody has it just now."))


def _has_it(one: StopToday, body: BodyFact) -> Sentence:
    if one.consulting:
        return Sentence(N_("%(body)s is asking people what they think."), {"body": body.start()})
    if one.state.waiting and not body.joined:
        return Sentence(N_("We wrote to %(body)s. They have not joined this site."), {"body": body.link()})
    return Sentence(N_("%(body)s has it now."), {"body": body.start()})


def _decides(stops: Sequence[StopToday], now: Now, bodies: Mapping[int, BodyFact]) -> Sentence:
    """Who decides in the end, or decided."""
    move = now.outcome_move
    if move is not None and now.outcome in DECIDED and not now.in_principle:
        body = bodies.get(now.stops_body.get(move.stop_id or 0, 0))
        if body is not None:
            return Sentence(N_("%(body)s decided this."), {"body": body.start()})
    if now.stage in ENDED:
        return Sentence(N_("No decision is written down here."))
    decider = _decider(stops)
    if decider is None:
        return Sentence(N_("We do not know yet who decides."))
    return Sentence(N_("%(body)s decides."), {"body": _body(decider, bodies).start()})


def _when(stops: Sequence[StopToday], now: Now) -> Sentence:
    """When it was decided, or is to be; else the next day that is planned."""
    move = now.outcome_move
    if move is not None and now.outcome in DECIDED:
        return Sentence(_decided(now), {"day": Strong(move.happened_on)})
    if now.closed is not None:
        return Sentence(N_("It was closed on %(day)s."), {"day": Strong(now.closed.happened_on)})
    decider = _decider(stops)
    if decider is not None and decider.state.planned_on is not None:
        text = N_("The decision is planned for %(day)s.")
        if decider.door == Door.UNHEARD:
            text = N_("It was due on %(day)s. We have not heard what happened.")
        return Sentence(text, {"day": Strong(decider.state.planned_on)})
    return _next_day(stops)


def _decided(now: Now) -> str:
    if now.called_in:
        return N_("The decision of %(day)s waits for another look.")
    if now.in_principle:
        return N_("It was agreed in principle on %(day)s. It is not final yet.")
    return N_("It was decided on %(day)s.")


def _next_day(stops: Sequence[StopToday]) -> Sentence:
    """The first planned day still to come, of a step that is open or ahead."""
    for one in stops:
        day = one.state.planned_on
        if day is None or one.door == Door.UNHEARD or not (one.open or one.ahead):
            continue
        if one.consulting:
            return Sentence(N_("People can answer until %(day)s."), {"day": Strong(day)})
        if one.fact.role in ADVISING:
            return Sentence(N_("The next look at it is on %(day)s."), {"day": Strong(day)})
        if one.fact.role == StopRole.CARRY_OUT:
            return Sentence(N_("It is to be done by %(day)s."), {"day": Strong(day)})
    return Sentence(N_("There is no date yet."))


def _decider(stops: Sequence[StopToday]) -> StopToday | None:
    """The step that decides in the end, among those still to come."""
    for one in reversed(stops):
        if one.fact.role == StopRole.DECIDE and (one.open or one.ahead or one.door in (Door.OFF, Door.UNHEARD)):
            return one
    return None


def _body(one: StopToday, bodies: Mapping[int, BodyFact]) -> BodyFact:
    return bodies[one.fact.body_id or 0]
