"""Write what a record says into a draft, in words that a person may change."""

from datetime import datetime

from decisions.journeys.doors import today_stops
from decisions.journeys.joining.models import DraftMove
from decisions.journeys.joining.published import Record
from decisions.journeys.joining.rules import Saying
from decisions.journeys.kinds import MoveKind
from decisions.journeys.matching import stop_of
from decisions.journeys.queries import Route, stop_facts
from decisions.journeys.table import RULES
from forum import clock
from forum.say import say

LONGEST_PLAIN, LONGEST_OFFICIAL = 1_000, 10_000


def write(row: DraftMove, new: Saying, about: Record, on: datetime) -> bool:
    """Write what a record says into a draft. Returns whether anything differs. The day on which we learned of it
    stays that day."""
    best, _stop = best_route(about, new.kind, on)
    words = " ".join([*(say(one) for one in new.plain), *([new.words] if new.words else [])])
    values = {
        "journey_id": best.journey.id if best else None,
        "kind": str(new.kind),
        "happened_on": new.happened_on if row.said != new.said else row.happened_on,
        "said": new.said,
        "planned_on": new.planned_on,
        "published_on": new.published_on,
        "plain": _cut(words, LONGEST_PLAIN),
        "official": _cut(new.official, LONGEST_OFFICIAL),
        "reason": _cut(say(new.reason), LONGEST_PLAIN),
        "source": about.source,
        "source_name": about.source_name,
    }
    if all(getattr(row, name) == value for name, value in values.items()):
        return False
    for name, value in values.items():
        setattr(row, name, value)
    row.changed_at = on
    return True


def best_route(about: Record, kind: str, today_is: datetime) -> tuple[Route | None, int | None]:
    """Return the journey and the step that something most likely happened at: one that has it or is to come, else the
    last one of the body. The first journey when none has a step of the body; none at all before one is started."""
    today = clock.local_day(today_is)
    for one in about.routes:
        stops = today_stops(stop_facts(one.stops), one.now, today=today)
        if (stop := stop_of(stops, kind=kind, body_id=about.body_id)) is not None:
            return one, stop
    over = [(one, stop.id) for one, stop in about.stops() if stop.role in RULES[MoveKind(kind)].roles]
    return over[-1] if over else (next(iter(about.routes), None), None)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 2].rstrip()} …"
