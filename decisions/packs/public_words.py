"""Put into words, for the public log, what people who help run this changed about who decides what."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from decisions.packs import queries
from decisions.packs.models import Entry as Row
from decisions.packs.models import EntryVersion
from decisions.packs.titles import KIND_WORDS
from forum.db import db
from forum.history.models import Event
from forum.history.public_log import Entry
from forum.say import N_, Link, Sentence

FIGURES = ("added", "changed", "ended")
WHY = N_("Why: %(reason)s")
LOADED = "pack_loaded"
DONE = {
    "entry_edited": N_("We changed what we say about who decides. %(kind)s: %(what)s"),
    "entry_taken": N_("We took back what we had changed. %(kind)s: %(what)s"),
    "entry_ended": N_("We said that this has ended. %(kind)s: %(what)s"),
    LOADED: N_(
        "We loaded what is known about who decides: %(added)s new, %(changed)s changed, %(ended)s ended. %(what)s"
    ),
    "entry_added": N_("We added something about who decides. %(kind)s: %(what)s"),
}


def entries(events: Sequence[Event]) -> Mapping[int, Entry]:
    """Put events of these verbs into words, by the id of the event: three queries at most."""
    rows = queries.by_ids({event.subject_id for event in events})
    reasons = _reasons(rows)
    found = {}
    for event in events:
        if (row := rows.get(event.subject_id)) is not None:
            what = Link(row.title, "packs.history", {"kind": row.kind, "ident": row.ident})
            figures = {name: event.values.get(name, 0) for name in FIGURES} if event.verb == LOADED else {}
            words = Sentence(DONE[event.verb], {"kind": Sentence(KIND_WORDS[row.kind]), "what": what, **figures})
            reason = reasons.get((row.id, int(event.values.get("number", 0))), "")
            found[event.id] = Entry(event.at, words, Sentence(WHY, {"reason": reason}) if reason else None)
    return found


def _reasons(rows: Mapping[int, Row]) -> dict[tuple[int, int], str]:
    columns = (EntryVersion.entry_id, EntryVersion.number, EntryVersion.reason)
    wanted = select(*columns).where(EntryVersion.entry_id.in_(list(rows)), EntryVersion.reason != "")
    return {(entry_id, number): reason for entry_id, number, reason in db.session.execute(wanted)}
