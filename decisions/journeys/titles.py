"""What an entry is called, in the words of the page."""

from decisions.journeys.kinds import MOVE_WORDS, MoveKind
from decisions.journeys.models import Move
from forum.say import _


def title_of(move: Move) -> str:
    """Name an entry: what happened, or what it was put right to."""
    kind = move.becomes if move.kind == MoveKind.CORRECTED else move.kind
    words = _(MOVE_WORDS[MoveKind(kind)]) if kind in set(MoveKind) else _("It did not happen")
    return _("Put right: %(what)s", what=words) if move.kind == MoveKind.CORRECTED else words
