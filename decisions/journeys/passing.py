"""What the panel says of an issue that was passed on, put off or opened again: who did it, and why. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from decisions.journeys.bodies import BodyFact
from decisions.journeys.doors import StopToday
from decisions.journeys.facts import MoveFact, Now
from decisions.journeys.kinds import MoveKind
from forum.say import N_, Sentence

Whys = Mapping[int, str]  # the reason that was written, by the number of the entry


def was_passed_here(one: StopToday) -> bool:
    """Whether the last thing that happened at a step is that another body passed the issue on to it."""
    last = one.state.last
    return last is not None and last.kind == MoveKind.REFERRED and last.to_stop_id == one.fact.id


def passed_on(
    one: StopToday, stops: Sequence[StopToday], bodies: Mapping[int, BodyFact], whys: Whys
) -> Iterator[Sentence]:
    """Say who passed an issue on to the body that has it, or back to it, and why. Until that body says that it has it,
    say so."""
    last, body = one.state.last, bodies.get(one.fact.body_id or 0)
    order = [other.fact.id for other in stops]
    if last is None or body is None or last.stop_id not in order or not was_passed_here(one):
        return
    giver = bodies.get(stops[order.index(last.stop_id)].fact.body_id or 0)
    if giver in (None, body):  # from one step of a body to another
        if not one.state.listed:
            yield Sentence(N_("%(body)s has it now."), {"body": body.start()})
        return
    text = N_("%(giver)s passed this on to %(body)s on %(day)s.")
    if order.index(one.fact.id) < order.index(last.stop_id):
        text = N_("%(giver)s passed this back to %(body)s on %(day)s.")
    yield Sentence(text, {"giver": (giver or body).start(), "body": body.link(), "day": last.happened_on})
    yield said_why(last, whys)
    if not one.state.listed:
        yield Sentence(N_("They have not said that they have it."))


def said_why(move: MoveFact | None, whys: Whys) -> Sentence:
    """Say why a body did something, or that it has not said."""
    reason = whys.get(move.number, "") if move is not None else ""
    if not reason:
        return Sentence(N_("They have not said why."))
    return Sentence(N_("They said why: %(reason)s"), {"reason": reason})


def opened_again(now: Now, whys: Whys) -> Iterator[Sentence]:
    """Say that an issue was opened again, and why."""
    if now.reopened is None:
        return
    yield Sentence(N_("It was opened again on %(day)s."), {"day": now.reopened.happened_on})
    if reason := whys.get(now.reopened.number, ""):
        yield Sentence(N_("Why: %(reason)s"), {"reason": reason})
