"""What a join is called: its issue and its record."""

from decisions.journeys.joining.models import Joined
from forum.say import Link, _


def title(joined: Joined) -> str:
    """Name a join: the issue and the record."""
    return _("%(issue)s, and %(record)s", issue=joined.thread.title, record=record_link(joined).text)


def record_link(joined: Joined) -> Link:
    """Return a link to the record of a join, by its title."""
    if joined.item is not None:
        return Link(joined.item.title, "meetings.short", {"id": joined.item.meeting_id})
    decision = joined.decision
    return Link(decision.title if decision else "", "meetings.decision", {"id": joined.decision_id})
