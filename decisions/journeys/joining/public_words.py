"""Put into words, for the public log, that helpers joined an issue with a record or took them apart."""

from collections.abc import Mapping, Sequence

from decisions.journeys.joining import queries
from decisions.journeys.joining.naming import record_link
from forum.access import Shown
from forum.history.models import Event
from forum.history.public_log import Entry
from forum.say import N_, Link, Sentence

SAID = {
    "joined_record": N_("We joined “%(issue)s” with what a body published: %(record)s"),
    "parted_record": N_("We took “%(issue)s” and what a body published apart: %(record)s"),
}


def entries(events: Sequence[Event]) -> Mapping[int, Entry]:
    """Put what people joined or took apart into words, by the id of the event; of issues that all can see."""
    rows = queries.by_ids({one.subject_id for one in events})
    found = {}
    for one in events:
        row = rows.get(one.subject_id)
        if row is None or row.thread.state != Shown.SHOWN:
            continue
        issue = Link(row.thread.title, "issues.page", {"id": row.thread_id, "slug": row.thread.slug})
        found[one.id] = Entry(one.at, Sentence(SAID[one.verb], {"issue": issue, "record": record_link(row)}))
    return found
