"""Keep lines from nesting too deep, and blocks from holding too many orders."""

import re
from collections.abc import Iterator, Sequence

from forum.markup.stand_ins import SPACE, hide_at

DEEPEST = 5
WIDEST_INDENT = 4 * DEEPEST
MOST_ORDERS = 20

_MARKER = re.compile(rf"( {{0,{WIDEST_INDENT}}})(>|[:*+-](?= )|\d+\.(?= ))")
_RULE = re.compile(r" {0,3}([-_*]) *(?:\1 *){2,}")
_SHORT_RULE = re.compile("[-=]{1,2}")
_EXPLAINS = re.compile(" {0,3}: ")
_ORDER = re.compile(r"#|=+ *$|-+ *$|(?:[-_*] ?){2,}$")
_STARTS_A_BLOCK = re.compile(r"#|\[\^[^\[\]]+\]:")
_LINE_BELOW = re.compile("-{3,}|={3,}")
_ENDS_A_BLOCK = re.compile(rf"#.*|={{3,}}|{_RULE.pattern}")


def past_markers(line: str, place: int = 0) -> int:
    """Find where words start in `line`, after the signs of at most five quotes, lists and meanings."""
    for _ in range(DEEPEST):
        marker = _MARKER.match(line, place)
        if not marker:
            break
        place = marker.end()
    return place + len(line[place:]) - len(line[place:].lstrip(" "))


def tame_line(line: str) -> str:
    """Show two signs alone (`--`, as above a name in a letter), which would make the line above a heading."""
    if _RULE.fullmatch(line):
        return "* * *" if " " in line.strip() else line
    return hide_at(line, 0, len(line)) if _SHORT_RULE.fullmatch(line) else tame_depth(line)


def tame_depth(line: str, start: int = 0) -> str:
    """Show the sign of a sixth quote or list inside one another, and spaces that would nest more."""
    place = past_markers(line, start)
    if marker := _MARKER.match(line, place):
        return hide_at(line, marker.start(2), len(marker[2]))
    before = line[:place].rstrip(" ")
    indent = place - len(before)
    return before + " " * min(indent, WIDEST_INDENT) + SPACE * (indent - WIDEST_INDENT) + line[place:]


def spread(lines: Sequence[str]) -> Iterator[str]:
    """Put an empty line beside each order that makes a block, and show those that are too many for one block.

    Python-Markdown takes one heading off a block and reads the rest of the block anew: 6,000 headings
    without empty lines cost 6,000 readings. Between empty lines they cost one each.

    Arguments:
        lines: lines with no empty one between them.
    """
    orders, explained = 0, False
    for number, line in enumerate(lines):
        if _starts_a_block(lines, number, explained):
            yield ""
            orders, explained = 0, False
        explained = explained or bool(_EXPLAINS.match(line))
        order = _find_order(line)
        orders += order is not None
        yield line if order is None or orders <= MOST_ORDERS else hide_at(line, order)
        if _ENDS_A_BLOCK.fullmatch(line):
            yield ""
            orders, explained = 0, False


def _find_order(line: str) -> int | None:
    """Find the sign that makes `line` a heading, a rule or a meaning, within quotes and lists too."""
    place = past_markers(line)
    meaning = line.find(":", 0, place)
    if meaning >= 0:
        return meaning
    return place if _ORDER.match(line, place) else None


def _starts_a_block(lines: Sequence[str], number: int, explained: bool) -> bool:
    """Say whether a line is a heading, a footnote, or a second `Word` / `: what it means`.

    A line below an item or a quote is a rule too: Python-Markdown would make a heading of `- item`.
    """
    line = lines[number]
    if _LINE_BELOW.fullmatch(line) and number:
        return bool(_MARKER.match(lines[number - 1]))
    following = lines[number + 1] if number + 1 < len(lines) else ""
    is_word = not line.startswith(" ") and bool(_EXPLAINS.match(following))
    second = explained and (is_word or bool(_EXPLAINS.match(line)))
    return second or bool(_STARTS_A_BLOCK.match(line))
