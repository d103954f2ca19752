"""How each stop looks on a given day: the door, and the words on it. Pure.

What the fold cannot know is what day it is. A consultation is open between its days by itself; a planned day that
passes with no news turns into "We have not heard"; a step that a later one overtook was passed over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from decisions.journeys.fold import Now, StopFact, StopState
from decisions.journeys.kinds import ADVISING, ENDED, Door, MoveKind, StopRole
from forum.say import N_, Sentence

K = MoveKind
DAY = timedelta(days=1)
ASKED_TO_ANSWER = (StopRole.REPLY,)


@dataclass(frozen=True, slots=True)
class StopToday:
    """A stop as it is today: what was planned, what became of it, how it is drawn."""

    fact: StopFact
    state: StopState
    door: Door
    passed_over: bool = False

    @property
    def open(self) -> bool:
        """Whether somebody has the issue here today."""
        return self.door in (Door.NOW, Door.UNHEARD) and (self.state.open or self.consulting)

    @property
    def consulting(self) -> bool:
        """Whether people can answer here today."""
        return self.fact.role == StopRole.CONSULT and self.door == Door.NOW

    @property
    def ahead(self) -> bool:
        """Whether this is still to come."""
        return self.door == Door.AHEAD and not self.passed_over


def today_stops(stops: Sequence[StopFact], now: Now, *, today: date) -> list[StopToday]:
    """Return each stop as it is today, in the order of the route."""
    ended = now.stage in ENDED
    found = [_look(fact, now.stops[fact.id], today, ended=ended) for fact in stops]
    found = [_overtaken(one, found[place + 1 :], today, ended=ended) for place, one in enumerate(found)]
    return [_waits_its_turn(one, found[:place], found[place + 1 :]) for place, one in enumerate(found)]


def _look(fact: StopFact, state: StopState, today: date, *, ended: bool) -> StopToday:
    door = state.door
    if fact.role == StopRole.CONSULT and door == Door.AHEAD and not ended:
        door = _window(fact, today)
    elif _unheard(fact, state, today, ended=ended):
        door = Door.UNHEARD
    return StopToday(fact, state, door)


def _window(fact: StopFact, today: date) -> Door:
    """A consultation's door, by its days."""
    if fact.planned_on is not None and today > fact.planned_on:
        return Door.DONE
    if fact.opens_on is not None and today >= fact.opens_on:
        return Door.NOW
    return Door.AHEAD


def _unheard(fact: StopFact, state: StopState, today: date, *, ended: bool) -> bool:
    """Whether a planned day passed and nobody said what happened. An answer that is awaited and a consultation have
    words of their own for that, unless they were put off to a new day."""
    own_words = fact.role in (StopRole.REPLY, StopRole.CONSULT) and state.door != Door.OFF
    if ended or own_words or fact.role == StopRole.HERE:
        return False
    planned = state.planned_on
    return planned is not None and planned < today and state.door in (Door.AHEAD, Door.NOW, Door.OFF)


def _overtaken(one: StopToday, later: Sequence[StopToday], today: date, *, ended: bool) -> StopToday:
    """A step that nothing happened at, while a later one has begun or all is over, was passed over. One whose day is
    still to come was not, and to stand on a list for later is not to begin."""
    untouched = one.door in (Door.AHEAD, Door.UNHEARD) and not one.state.touched
    to_come = one.fact.planned_on is not None and one.fact.planned_on >= today
    begun = any(other.state.touched and not _only_listed(other.state) for other in later)
    if untouched and (ended or (begun and not to_come)):
        return StopToday(one.fact, one.state, Door.AHEAD, passed_over=True)
    return one


def _only_listed(state: StopState) -> bool:
    """Whether all that happened at a step is that it stands on a list of decisions to come."""
    return state.open and state.listed and not state.on_agenda and not state.waiting


def _waits_its_turn(one: StopToday, before: Sequence[StopToday], after: Sequence[StopToday]) -> StopToday:
    """A step that is only on a list of decisions to come is ahead while another has the issue. Of two that are only
    listed, the first has it."""
    if one.door != Door.NOW or not _only_listed(one.state):
        return one
    others = any(other.open for other in before) or any(other.open and not _only_listed(other.state) for other in after)
    return StopToday(one.fact, one.state, Door.AHEAD) if others else one


def since(stops: Sequence[StopFact], now: Now) -> dict[int, date]:
    """Return from when each step has the issue, as far as that is known, whatever the day: one that is only on a list
    of decisions to come has it once the others are done, or once its own day has passed with no news."""
    found = {}
    for one in today_stops(stops, now, today=date.min):
        begun = one.state.since if one.state.open else None
        if one.door == Door.AHEAD and one.state.open:  # it waits its turn
            begun = one.state.planned_on + DAY if one.state.planned_on else None
        elif begun is not None and _only_listed(one.state):
            begun = _after_windows(stops, begun, now)
        elif one.fact.role == StopRole.CONSULT and one.door == Door.AHEAD:
            begun = one.fact.opens_on
        if begun is not None:
            found[one.fact.id] = begun
    return found


def _after_windows(stops: Sequence[StopFact], begun: date, now: Now) -> date:
    """The day after the last consultation that had not ended by then; nobody has to say that one is over."""
    asked = [one for one in stops if one.role == StopRole.CONSULT and now.stops[one.id].door == Door.AHEAD]
    ends = [one.planned_on + DAY for one in asked if one.opens_on is not None and one.planned_on is not None]
    return max([begun, *ends])


def due(stops: Sequence[StopFact], now: Now) -> tuple[int, date] | None:
    """Return the first step, with its planned day, that readers will be asked about once the day has passed; none when
    no day is planned, or what happened is known."""
    asked = [one for one in today_stops(stops, now, today=date.max) if one.door == Door.UNHEARD]
    days = [(one.state.planned_on, one.fact.id) for one in asked if one.state.planned_on is not None]
    if not days:
        return None
    day, stop_id = min(days)
    return stop_id, day


def said(one: StopToday, *, joined: bool = True) -> Sentence:
    """Return the words on a door: what became of it and when."""
    state, role = one.state, one.fact.role
    if one.passed_over:
        return Sentence(N_("Passed over"))
    match one.door:
        case Door.UNHEARD:
            return Sentence(N_("Was due %(day)s. We have not heard"), {"day": state.planned_on})
        case Door.OFF if state.planned_on is None:
            return Sentence(N_("Put off. No new date"))
        case Door.OFF:
            return Sentence(N_("Put off until %(day)s"), {"day": state.planned_on})
        case Door.NOW:
            return _open_words(one)
        case Door.AHEAD:
            return _ahead_words(one, joined=joined)
        case Door.TALKED:
            return Sentence(N_("No decision, %(day)s"), {"day": state.ended_on})
        case Door.NO:
            return Sentence(_no_words(state, role), {"day": state.ended_on})
        case _:
            return _done_words(one)


def _open_words(one: StopToday) -> Sentence:
    state = one.state
    if state.waiting and state.sent_on is not None:
        return Sentence(N_("Asked %(day)s. No answer yet"), {"day": state.sent_on})
    if state.listed and state.planned_on is not None:
        return Sentence(N_("Planned for %(day)s"), {"day": state.planned_on})
    if state.sent_back and state.last is not None:
        return Sentence(N_("Passed on to them, %(day)s"), {"day": state.last.happened_on})
    return Sentence(N_("Open now"))


def _ahead_words(one: StopToday, *, joined: bool) -> Sentence:
    planned = one.state.planned_on
    if one.fact.role == StopRole.REPLY and not one.state.touched:
        return Sentence(N_("Not sent yet"))
    if planned is not None:
        return Sentence(N_("Planned for %(day)s"), {"day": planned})
    return Sentence(N_("No date yet"))


def _no_words(state: StopState, role: str) -> str:
    kind = state.ended_by
    if kind == K.WITHDRAWN:
        return N_("Taken off, %(day)s")
    if kind == K.OUTSIDE_POWER:
        return N_("Not theirs to decide, %(day)s")
    return N_("Advised no, %(day)s") if role in ADVISING else N_("Refused, %(day)s")


DONE_WORDS = {
    K.AGREED: N_("Agreed, %(day)s"),
    K.AGREED_CHANGED: N_("Agreed with changes, %(day)s"),
    K.RECOMMENDED: N_("Advised yes, %(day)s"),
    K.REPLY_RECEIVED: N_("Answered, %(day)s"),
    K.REFERRED: N_("Passed on, %(day)s"),
    K.TAKES_EFFECT: N_("In force, %(day)s"),
}


def _done_words(one: StopToday) -> Sentence:
    day = one.state.ended_on
    if day is None:  # a consultation whose last day has passed
        return Sentence(N_("Closed %(day)s"), {"day": one.fact.planned_on})
    kind = "" if one.fact.role == StopRole.INFORM else one.state.ended_by  # nobody was asked, so nobody answered
    return Sentence(DONE_WORDS.get(MoveKind(kind), N_("Done, %(day)s")) if kind else N_("Done, %(day)s"), {"day": day})
