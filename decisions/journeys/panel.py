"""Where this is now, in sentences: who has it, who decides in the end, can it still change. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from decisions.journeys.bodies import BodyFact
from decisions.journeys.doors import StopToday
from decisions.journeys.fold import AGREED, Now
from decisions.journeys.kinds import ADVISING, ENDED, Door, MoveKind, Stage, StopRole
from decisions.journeys.passing import Whys, opened_again, passed_on, said_why, was_passed_here
from forum.say import N_, Link, Sentence, Strong

K = MoveKind


@dataclass(frozen=True, slots=True)
class Panel:
    """The panel's words. `asks`: a planned day has passed, and readers are asked what happened at these stops."""

    lead: list[Sentence]
    change: list[Sentence]
    unheard: list[StopToday] = field(default_factory=list)


def panel(
    stops: Sequence[StopToday],
    now: Now,
    bodies: Mapping[int, BodyFact],
    *,
    limits: str,
    today: date,
    whys: Whys = MappingProxyType({}),
) -> Panel:
    """Compose the panel for a day. `bodies` by id; `limits` is what a facilitator typed of what can't change; `whys`
    the reasons that were written, by the number of the entry."""
    unheard = [one for one in stops if one.door == Door.UNHEARD]
    lead = [
        *_outcome(now, bodies, unknown=_decision_unheard(stops)),
        *opened_again(now, whys),
        *_holders(stops, bodies, today, whys),
        *_to_come(stops, now, bodies),
    ]
    if now.stage == Stage.TALKING and not unheard and not any(one.open or one.ahead for one in stops):
        lead.append(Sentence(N_("It has not been sent to anyone yet.")))
    if (silent := _silence(now, stops, today)) is not None:
        lead.append(silent)
    return Panel(
        lead, [*_can_change(now, stops, bodies), *([Sentence("%(w)s", {"w": limits})] if limits else [])], unheard
    )


def _body(one: StopToday, bodies: Mapping[int, BodyFact]) -> BodyFact | None:
    return bodies.get(one.fact.body_id or 0)


def _decision_unheard(stops: Sequence[StopToday]) -> bool:
    """Whether the day of a decision has passed without news: then nobody here knows if it is decided."""
    return any(one.door == Door.UNHEARD and one.fact.role == StopRole.DECIDE for one in stops)


def _outcome(now: Now, bodies: Mapping[int, BodyFact], *, unknown: bool) -> Iterator[Sentence]:
    """What was decided, in its shades; or that nothing is; or that we have not heard."""
    move = now.outcome_move
    if move is None:
        if now.stage == Stage.FINISHED:
            yield Sentence(N_("This is finished."))
        elif now.stage == Stage.NOT_TAKEN:
            yield Sentence(N_("This was not taken forward. No decision was made."))
        elif not unknown:
            yield Sentence(N_("Nothing is decided yet."))
        return
    values = {"body": _who(now, bodies), "day": Strong(move.happened_on)}
    yield Sentence(_shade(now), values)
    if now.called_in:
        yield Sentence(N_("Other councillors asked for another look. So the decision waits."))
    elif now.in_force_on is not None:
        yield Sentence(N_("It started on %(day)s."), {"day": now.in_force_on})
    if now.stage == Stage.FINISHED:
        yield Sentence(N_("This is finished."))
    elif now.stage == Stage.NOT_TAKEN:
        yield Sentence(N_("So this was not taken forward."))


def _who(now: Now, bodies: Mapping[int, BodyFact]) -> Link | Sentence:
    body = bodies.get(now.stops_body.get(now.outcome_move.stop_id or 0, 0)) if now.outcome_move else None
    return body.start() if body else Sentence(N_("The body"))


def _shade(now: Now) -> str:
    if now.in_principle:
        return N_("%(body)s agreed in principle on %(day)s. It is not final yet.")
    return {
        K.AGREED: N_("%(body)s agreed to this on %(day)s."),
        K.AGREED_CHANGED: N_("%(body)s agreed, with changes, on %(day)s."),
        K.REFUSED: N_("%(body)s said no on %(day)s."),
        K.WITHDRAWN: N_("%(body)s took this off its list on %(day)s."),
        K.OUTSIDE_POWER: N_("%(body)s said on %(day)s that it does not have the power to decide this."),
    }[MoveKind(now.outcome)]


def _holders(stops: Sequence[StopToday], bodies: Mapping[int, BodyFact], today: date, whys: Whys) -> Iterator[Sentence]:
    """Who has it today, one sentence for each open stop; and what was put off or not heard of."""
    for one in stops:
        body = _body(one, bodies)
        if body is None:
            continue
        if one.door == Door.UNHEARD:
            due = N_("%(body)s was due to look at this on %(day)s. We have not heard what happened.")
            if one.fact.role == StopRole.DECIDE:
                due = N_("%(body)s was due to decide on %(day)s. We have not heard what happened.")
            elif one.fact.role == StopRole.CARRY_OUT:
                due = N_("%(body)s was due to do this by %(day)s. We have not heard if it is done.")
            yield Sentence(due, {"body": body.start(), "day": Strong(one.state.planned_on or date.max)})
        elif one.door == Door.OFF:
            yield _put_off(one, body)
            yield said_why(one.state.last, whys)
        elif one.open:
            yield from passed_on(one, stops, bodies, whys)
            yield from _has_it(one, body)
        if one.open or one.door in (Door.OFF, Door.UNHEARD):
            yield from _taken_over(body, today)


def _taken_over(body: BodyFact, today: date) -> Iterator[Sentence]:
    """That a body is no more, and which does its work now."""
    if body.ended_on is None or body.ended_on >= today:
        return
    values: dict[str, object] = {"body": body.start(), "day": body.ended_on}
    if body.successor is None:
        yield Sentence(N_("%(body)s ended on %(day)s. We do not know yet who does its work now."), values)
    else:
        text = N_("%(body)s ended on %(day)s. %(new)s does its work now.")
        yield Sentence(text, values | {"new": body.successor.start()})


def _put_off(one: StopToday, body: BodyFact) -> Sentence:
    if one.state.planned_on is None:
        return Sentence(N_("%(body)s put this off. There is no new date."), {"body": body.start()})
    return Sentence(
        N_("%(body)s put this off until %(day)s."), {"body": body.start(), "day": Strong(one.state.planned_on)}
    )


def _has_it(one: StopToday, body: BodyFact) -> Iterator[Sentence]:
    role, state = one.fact.role, one.state
    values: dict[str, object] = {"body": body.start()}
    if one.consulting and one.fact.planned_on:
        values["day"] = Strong(one.fact.planned_on)
        yield Sentence(N_("%(body)s is asking people what they think until %(day)s."), values)
    elif one.consulting:
        yield Sentence(N_("%(body)s is asking people what they think."), values)
    elif state.listed:
        yield from _on_a_list(one, values)
    elif state.waiting and state.sent_on and not body.joined:
        values["day"] = state.sent_on
        yield Sentence(N_("%(body)s has not joined this site. We wrote to them on %(day)s."), values)
        yield Sentence(N_("We have no answer yet."))
    elif state.acknowledged and state.last is not None and state.last.happened_on == state.sent_on:
        values["day"] = state.sent_on
        yield Sentence(N_("%(body)s said on %(day)s that they have this. We are waiting for an answer."), values)
    elif state.waiting and state.sent_on:
        values["day"] = state.sent_on
        yield Sentence(N_("%(body)s was asked on %(day)s. We are waiting for an answer."), values)
    elif role == StopRole.CARRY_OUT:
        yield Sentence(N_("%(body)s is carrying this out."), values)
    elif not was_passed_here(one):
        yield Sentence(N_("%(body)s has it now."), values)


def _on_a_list(one: StopToday, values: dict[str, object]) -> Iterator[Sentence]:
    """A meeting has it: what it will do and when."""
    role, planned = one.fact.role, one.state.planned_on
    if planned is not None:
        values["day"] = Strong(planned)
    texts = {
        StopRole.DECIDE: (N_("%(body)s decides, planned for %(day)s."), N_("%(body)s decides. There is no date yet.")),
        StopRole.CARRY_OUT: (N_("%(body)s plans to do it by %(day)s."), N_("%(body)s is carrying this out.")),
    }
    dated, undated = texts.get(
        StopRole(role), (N_("%(body)s looks at it on %(day)s."), N_("%(body)s looks at it. There is no date yet."))
    )
    yield Sentence(dated if planned else undated, values)
    if role in ADVISING:
        yield Sentence(N_("It gives advice. %(strong)s"), {"strong": Strong(Sentence(N_("It does not decide.")))})


def _to_come(stops: Sequence[StopToday], now: Now, bodies: Mapping[int, BodyFact]) -> Iterator[Sentence]:
    """The next step, and who decides in the end."""
    if now.stage in ENDED:
        return
    ahead = [one for one in stops if one.ahead and _body(one, bodies)]
    last = next((one for one in reversed(ahead) if one.fact.role == StopRole.DECIDE), None)
    shown = [one for one in ahead[:1] if one is not last] + ([last] if last else [])
    for one in shown:
        body = _body(one, bodies)
        if body is not None:
            yield from _next(one, body, agreed=now.outcome in AGREED)


def _next(one: StopToday, body: BodyFact, *, agreed: bool) -> Iterator[Sentence]:
    role, planned = one.fact.role, one.state.planned_on
    values: dict[str, object] = {"body": body.link()}
    if role == StopRole.DECIDE:
        if planned is not None:
            yield Sentence(N_("Then %(body)s decides, planned for %(day)s."), values | {"day": planned})
        else:
            yield Sentence(N_("Then %(body)s decides. There is no date yet."), values)
    elif role in ADVISING:
        yield Sentence(
            N_("Then %(body)s gives advice. %(strong)s"),
            values | {"strong": Strong(Sentence(N_("They do not decide.")))},
        )
    elif role == StopRole.REPLY and not body.joined:
        yield Sentence(N_("Next: ask %(body)s. They have not joined this site. It is not sent yet."), values)
    elif role == StopRole.REPLY:
        yield Sentence(N_("Next: ask %(body)s. It is not sent yet."), values)
    elif role == StopRole.CONSULT and one.fact.opens_on is not None:
        yield Sentence(N_("Then %(body)s asks people, from %(day)s."), values | {"day": one.fact.opens_on})
    elif role == StopRole.CONSULT:
        yield Sentence(N_("Then %(body)s asks people what they think."), values)
    elif role == StopRole.CARRY_OUT and agreed and planned is not None:
        yield Sentence(N_("Then %(body)s carries it out, planned for %(day)s."), values | {"day": planned})
    elif role == StopRole.CARRY_OUT and agreed:
        yield Sentence(N_("Then %(body)s carries it out. There is no date yet."), values)
    elif role == StopRole.CARRY_OUT:
        yield Sentence(N_("If it is agreed, %(body)s carries it out."), values)


SILENT_DAYS = 42


def _silence(now: Now, stops: Sequence[StopToday], today: date) -> Sentence | None:
    """Say that there is no news, after six weeks; never guess why."""
    if now.stage in ENDED or now.news_on is None or (today - now.news_on).days < SILENT_DAYS:
        return None
    if any(one.consulting for one in stops):
        return None
    return Sentence(N_("There is no news since %(day)s."), {"day": now.news_on})


def _can_change(now: Now, stops: Sequence[StopToday], bodies: Mapping[int, BodyFact]) -> Iterator[Sentence]:
    """Can it still change? Yes until…, only parts, or no."""
    if now.called_in:
        yield Sentence(N_("Perhaps. The decision waits until it has been looked at again."))
    elif now.in_principle:
        yield Sentence(N_("Yes, in part. The last decision is still to come."))
    elif now.outcome in AGREED:
        yield Sentence(N_("No, it is decided. You can still say if it is done as agreed."))
    elif now.outcome == K.REFUSED and now.stage == Stage.NOT_TAKEN:
        yield Sentence(N_("Not now. It is decided. You can ask to open it again with new facts."))
    elif now.stage == Stage.FINISHED:
        yield Sentence(N_("It is finished. You can say what came of it."))
    elif now.stage == Stage.NOT_TAKEN:
        yield Sentence(N_("It was not decided. You can ask to open it again and say why."))
    elif _decision_unheard(stops):
        yield Sentence(N_("We do not know. The day for the decision has passed."))
    elif (decider := _decider(stops, bodies)) is not None:
        yield Sentence(N_("Yes, until %(body)s decides."), {"body": decider.link()})
    elif now.promised:
        yield Sentence(N_("The promise is made. You can say if it is kept."))
    else:
        yield Sentence(N_("Yes. Nothing is decided."))


def _decider(stops: Sequence[StopToday], bodies: Mapping[int, BodyFact]) -> BodyFact | None:
    """The body that decides in the end, among the steps still to come."""
    for one in reversed(stops):
        if one.fact.role == StopRole.DECIDE and (one.open or one.ahead or one.door in (Door.OFF, Door.UNHEARD)):
            return _body(one, bodies)
    return None
