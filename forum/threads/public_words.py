"""Put into words, for the public log, that helpers joined issues or took them apart."""

from collections.abc import Mapping, Sequence

from forum.access import Shown
from forum.history.models import Event
from forum.history.public_log import Entry
from forum.say import N_, Link, Sentence
from forum.threads import queries
from forum.threads.models import Thread

JOINED, PARTED = "joined_issue", "parted_issue"
SAID = {
    JOINED: N_("We joined “%(one)s” with an issue that says the same: %(other)s"),
    PARTED: N_("We took “%(one)s” and another issue apart: %(other)s"),
}
WHY = N_("Why: %(reason)s")


def entries(events: Sequence[Event]) -> Mapping[int, Entry]:
    """Put events of both verbs into words, by the id of the event; of issues that all can see."""
    return of_pairs(events, SAID)


def of_pairs(events: Sequence[Event], said: Mapping[str, str]) -> Mapping[int, Entry]:
    """Put events of one issue and an `other` into words, by the id of the event; `said` is what to say, by verb."""
    pairs = {event.id: (event.subject_id, int(event.values["other"])) for event in events}
    threads = queries.threads({ident for pair in pairs.values() for ident in pair})
    found = {}
    for event in events:
        one, other = (threads.get(ident) for ident in pairs[event.id])
        if one is None or other is None or {one.state, other.state} != {Shown.SHOWN}:
            continue
        words = Sentence(said[event.verb], {"one": _place(one), "other": _place(other)})
        found[event.id] = Entry(event.at, words, Sentence(WHY, {"reason": str(event.values.get("reason", ""))}))
    return found


def _place(thread: Thread) -> Link:
    return Link(thread.title, "issues.page", {"id": thread.id, "slug": thread.slug})
