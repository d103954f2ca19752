"""The public log as a file: what people who help run this place did, and why. It names no writer."""

from decisions.data_out.file import File, Piece, made
from forum.history import public_log
from forum.say import N_, say

COLUMNS = ("id", "at", "kind", "about", "what", "why")


def piece(after: int, most: int) -> Piece:
    """Return some of what was done after an id, the oldest first."""
    events, last = public_log.since(after, most)
    rows = [
        made({
            "id": event.id,
            "at": entry.at,
            "kind": event.verb,
            "about": event.kind,
            "what": say(entry.what),
            "why": say(entry.why) if entry.why else None,
        })
        for event, entry in events
    ]  # fmt: skip
    return Piece(rows, last)


HOLDS = N_("What people who help run this place did, and why: the public log.")
FILE = File("events", N_("The public log"), HOLDS, COLUMNS, piece)
