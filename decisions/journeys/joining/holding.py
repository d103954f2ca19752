"""Hold a join while it is changed, and read anew what its record says."""

from decisions.journeys.joining.models import Joined
from decisions.meetings.models import AgendaItem, Decision, Meeting
from forum.db import db


def hold(joined: Joined) -> None:
    """Keep others from changing a join until the transaction ends, and read anew what its record was known to say: an
    import writes rows past the session."""
    db.session.flush()
    for row in list(db.session):
        if isinstance(row, AgendaItem | Decision | Meeting):
            db.session.expire(row)
    db.session.refresh(joined, with_for_update={"of": Joined})
