"""Where to go once an issue and a record are joined."""

from flask import flash, url_for

from decisions.journeys.joining import queries
from forum.say import _


def after_join(joined_id: int) -> str:
    """Return where to go once two things are joined: to the draft that waits, or to both side by side."""
    waiting = queries.waiting(joined_id)
    if waiting is None:
        flash(_("They are joined. When the record says something new, it waits for you here."))
        return url_for("journeys.joined", id=joined_id)
    flash(_("They are joined. This is what the record says."))
    return url_for("journeys.draft", id=waiting.id)
