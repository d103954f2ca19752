"""What people can usually do at the steps where an issue is now, and until when, as far as a clock says (pure)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time

from decisions.journeys.ways import WayFact
from decisions.pathways.fitting import Fitted
from decisions.pathways.shapes import Say, Step

MOST_TITLE = 160


@dataclass(frozen=True, slots=True)
class Last:
    """The last day that a clock gives. `sure`: the body's own page says so, or a second person checked it."""

    day: date
    at: time | None = None
    sure: bool = True


Lasts = Mapping[tuple[int, str], Last]  # by stop and clock


def usual_ways(of: Fitted, current: Iterable[tuple[int, str]], lasts: Lasts) -> list[WayFact]:
    """Return what people can usually do at some stops, in the order given.

    Arguments: the usual steps; the stops where the issue is, each with the id of its usual step; the last days that
    clocks give there. What has a last day that nobody has worked out says so.
    """
    steps = {one.id: one for one in of.steps}
    return [
        _way(one, lasts.get((stop_id, one.until)))
        for stop_id, step_id in current
        if step_id in steps
        for one in steps[step_id].say
    ]


def where_most(of: Fitted, current: Iterable[tuple[int, str]]) -> list[str]:
    """Return what is said of where people can change most, at the steps where the issue is."""
    here = {step for _stop, step in current if step}
    return [one.plain for one in of.pathway.influence if one.when in here]


def step_of(of: Fitted | None, ident: str) -> Step | None:
    """Return a usual step by its id."""
    return next((one for one in of.steps if one.id == ident), None) if of else None


def _way(one: Say, last: Last | None) -> WayFact:
    text, dot, rest = one.plain.partition(". ")
    return WayFact(
        text=text if dot else text.rstrip("."),
        detail=rest,
        until=last.day if last else None,
        at=last.at if last else None,
        speaking=one.speaking,
        guide=one.guide,
        usual=True,
        limited=bool(one.until) and last is None,
        sure=last is None or last.sure,
    )
