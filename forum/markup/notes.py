"""Keep footnotes few, and out of one another."""

import re

from forum.markup.lines import past_markers, tame_depth
from forum.markup.stand_ins import hide_at

MOST_NOTES = 50

_NOTE = re.compile(r"\[\^([^\[\]\s]{1,50})\]:")
_MENTION = re.compile(r"\[\^[^\[\]]{1,50}\](?!:)")


def tame_note(line: str, names: set[str]) -> str:
    """Let `[^name]: words` stand at the very start of a line, fifty times in a text, and show it elsewhere.

    A footnote that is defined inside another changes the list of footnotes while Python-Markdown walks it,
    which ends in an error; one without its `]` is looked for to the end of the text.

    Arguments:
        names: the footnotes so far; this one's name is added.
    """
    start = 0
    note = _NOTE.match(line)
    if note and (note[1] in names or len(names) < MOST_NOTES):
        names.add(note[1])
        start = note.end()
        line = tame_depth(line, start)
    place = past_markers(line, start)
    is_definition = line.startswith("[^", place) and not _MENTION.match(line, place)
    return hide_at(line, place) if is_definition else line
