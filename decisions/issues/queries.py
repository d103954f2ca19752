"""A page of the issue list."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import and_, or_

from decisions.issues.choosing import Chosen
from decisions.issues.filters import narrowed
from decisions.journeys.card import Card
from decisions.journeys.cards import active_at, cards, shown
from forum.threads.models import Thread

PAGE = 20
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def page(wanted: Chosen, *, after: str | None, today: date) -> tuple[list[Card], str | None]:
    """Return up to 20 issues, the last active first, and where the next page begins (or `None`)."""
    query = narrowed(shown(), wanted, today=today)
    if (position := read_cursor(after)) is not None:
        moment, issue_id = position
        active = active_at()
        query = query.where(or_(active < moment, and_(active == moment, Thread.id < issue_id)))
    found = cards(query.limit(PAGE + 1), today=today)
    return found[:PAGE], write_cursor(found[PAGE - 1]) if len(found) > PAGE else None


def write_cursor(card: Card) -> str:
    """Say where an issue stands in the list."""
    return f"{(card.active_at - EPOCH) // MICROSECOND}~{card.id}"


def read_cursor(given: str | None) -> tuple[datetime, int] | None:
    """Read where a page ended; anything that we did not write ourselves is `None`."""
    moment, _sign, issue_id = (given or "")[:40].partition("~")
    if not all(part.isascii() and part.isdigit() for part in (moment, issue_id)) or len(issue_id) > 9:
        return None
    try:
        return EPOCH + int(moment) * MICROSECOND, int(issue_id)
    except OverflowError:
        return None
