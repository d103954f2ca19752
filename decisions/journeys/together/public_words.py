"""Put into words, for the public log, that issues are decided together, or not any more."""

from collections.abc import Mapping, Sequence

from decisions.journeys.together.actions import APART, TOGETHER
from forum.history.models import Event
from forum.history.public_log import Entry
from forum.say import N_
from forum.threads.public_words import of_pairs

SAID = {
    TOGETHER: N_("“%(one)s” is decided together with another issue: %(other)s"),
    APART: N_("“%(one)s” is not decided together with this one any more: %(other)s"),
}


def entries(events: Sequence[Event]) -> Mapping[int, Entry]:
    """Put events of both verbs into words, by the id of the event; of issues that all can see."""
    return of_pairs(events, SAID)
