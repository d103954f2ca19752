"""Put into words, for the public log, what helpers wrote about meetings and decisions that readers should know."""

from collections.abc import Mapping, Sequence

from decisions.meetings import queries
from forum.history.models import Event
from forum.history.public_log import Entry
from forum.say import N_, Link, Sentence

SAID = {
    "cancelled_meeting": N_("We wrote that a meeting is cancelled: %(where)s"),
    "put_off_meeting": N_("We wrote that a meeting is put off: %(where)s"),
    "changed_decision": N_("We changed what we say about a decision: %(where)s"),
}
OF_MEETINGS = ("cancelled_meeting", "put_off_meeting")
OF_DECISIONS = ("changed_decision",)
WHY = N_("Why: %(reason)s")


def meetings(events: Sequence[Event]) -> Mapping[int, Entry]:
    """Put events of meetings into words, by the id of the event."""
    found = queries.by_ids([event.subject_id for event in events])
    entries = {}
    for event in events:
        if (one := found.get(event.subject_id)) is not None:
            where = Link(one.title, "meetings.short", {"id": one.id})
            why = Sentence(WHY, {"reason": one.why}) if one.why else None
            entries[event.id] = Entry(event.at, Sentence(SAID[event.verb], {"where": where}), why)
    return entries


def decisions(events: Sequence[Event]) -> Mapping[int, Entry]:
    """Put events of decisions into words, by the id of the event."""
    found = queries.decisions_by_ids([event.subject_id for event in events])
    entries = {}
    for event in events:
        if (one := found.get(event.subject_id)) is not None:
            where = Link(one.title, "meetings.decision", {"id": one.id})
            why = Sentence(WHY, {"reason": str(event.values.get("reason", ""))})
            entries[event.id] = Entry(event.at, Sentence(SAID[event.verb], {"where": where}), why)
    return entries
