"""Pair the `*` and `_` of a paragraph, so that only pairs reach Python-Markdown.

The rules are CommonMark's (section 6.2, with its rule of three), and a stack that is never deep keeps them
linear.
"""

from collections.abc import Iterable

from forum.markup.pieces import Kind, Piece, Run
from forum.markup.stand_ins import hide

DEEPEST = 4
LONGEST_RUN = 3


def make_run(text: str, start: int, end: int) -> Run:
    """Describe the row of signs in `text` from `start` to `end` by the characters beside it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    opens, closes = bool(after.strip()), bool(before.strip())
    if text[start] == "_":
        # `snake_case_name` is a word, not stress.
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    typed = text[start:end]
    left = len(typed) if len(typed) <= LONGEST_RUN else 0
    return Run(hide(typed), Kind.STRESS, typed, opens, closes, left)


def pair(pieces: Iterable[Piece], most: int) -> None:
    """Let the signs stand that pair in the same words; the words of a link are a room of their own.

    Arguments:
        pieces: the paragraph; the text of each `Run` in it is set.
        most: how many pairs at most.
    """
    rooms: list[list[Run]] = [[]]
    for piece in pieces:
        if isinstance(piece, Run):
            if piece.closes and most > 0:
                most -= _close(piece, rooms[-1])
            if piece.opens and piece.left and piece.left == len(piece.typed) and len(rooms[-1]) < DEEPEST:
                rooms[-1].append(piece)
        elif piece.kind is Kind.LINK_STARTS:
            rooms.append([])
        elif piece.kind is Kind.LINK_ENDS:
            rooms.pop()


def _close(run: Run, room: list[Run]) -> int:
    pairs = 0
    while run.left and (opener := _opener(run, room)):
        used = min(run.left, opener.left)
        run.left -= used
        opener.left -= used
        opener.text = hide(opener.typed[: opener.left]) + opener.typed[opener.left :]
        if not opener.left:
            room.pop()
        pairs += 1
    if pairs:
        kept = len(run.typed) - run.left
        run.text = run.typed[:kept] + hide(run.typed[kept:])
    return pairs


def _opener(run: Run, room: list[Run]) -> Run | None:
    """Find the nearest row that `run` may close, and forget the unpaired rows after it."""
    for place in range(len(room) - 1, -1, -1):
        if room[place].typed[0] == run.typed[0] and _fit(room[place], run):
            del room[place + 1 :]
            return room[place]
    return None


def _fit(opener: Run, closer: Run) -> bool:
    """Keep the rule of three: a row that may open and close pairs only where the lengths can't be misread."""
    one, two = len(opener.typed), len(closer.typed)
    unclear = opener.closes or closer.opens
    return not unclear or (one + two) % 3 != 0 or (one % 3 == 0 and two % 3 == 0)
