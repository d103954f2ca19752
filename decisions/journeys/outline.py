"""A route as those who plan it see it: each step with its door, what people can do there, its dates."""

from dataclasses import dataclass
from datetime import date

from decisions.journeys import queries
from decisions.journeys.doors import said, today_stops
from decisions.journeys.entries import Entry, entries
from decisions.journeys.kinds import MOVE_WORDS, ROLE_WORDS, MoveKind, StopRole
from decisions.journeys.models import Stop, Way
from decisions.journeys.planning import may_remove
from decisions.journeys.queries import Route, move_facts, stop_facts
from forum.say import Sentence, _, say_day


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the route. `removable` when nothing names it yet."""

    stop: Stop
    state: str
    said: Sentence
    role: str
    ways: list[Way]
    removable: bool

    @property
    def here(self) -> bool:
        """Whether this is where it was raised."""
        return self.stop.role == StopRole.HERE


def outline(found: Route, *, today: date) -> list[Step]:
    """Return the steps of a route as they are on a day. One query more than the route's own."""
    rows = {stop.id: stop for stop in found.stops}
    ways: dict[int, list[Way]] = {}
    for way in queries.ways(found.journey.id):
        ways.setdefault(way.stop_id, []).append(way)
    named = {one.stop_id for one in found.moves} | {one.to_stop_id for one in found.moves}
    return [
        Step(
            stop=rows[one.fact.id],
            state=str(one.door),
            said=said(one, joined=body.joined if (body := rows[one.fact.id].body) else True),
            role=ROLE_WORDS[StopRole(one.fact.role)],
            ways=ways.get(one.fact.id, []),
            removable=may_remove(one.state, named=one.fact.id in named) is None,
        )
        for one in today_stops(stop_facts(found.stops), found.now, today=today)
    ]


def story(found: Route) -> list[tuple[int, str]]:
    """Return what happened, newest first, as (id of the first entry, its words), without what never happened."""
    ids = {move.number: move.id for move in found.moves}
    kept = [one for one in entries(move_facts(found.moves)) if one.happened]
    return [(ids[one.numbers[0]], _words(found, one)) for one in sorted(kept, key=_newest, reverse=True)]


def _newest(one: Entry) -> tuple[date, int]:
    return one.fact.happened_on, one.fact.number


def _words(found: Route, one: Entry) -> str:
    stop = found.stop(one.fact.stop_id)
    words = [say_day(one.fact.happened_on), _(MOVE_WORDS[MoveKind(one.fact.kind)]), stop.title if stop else ""]
    return ", ".join(part for part in words if part)


def place_choices(found: Route, stop: Stop | None) -> list[tuple[str, str]]:
    """Return where a step may stand: where it is (or at the end), or after another step."""
    first = _("Leave it where it is") if stop else _("At the end")
    others = [one for one in found.stops if stop is None or one.id != stop.id]
    return [("", first), *((str(one.id), _after(one)) for one in others)]


def _after(one: Stop) -> str:
    return _("After “%(step)s”", step=_(one.title) if one.role == StopRole.HERE else one.title)
