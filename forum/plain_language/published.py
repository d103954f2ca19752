"""Read published HTML as sentences, each letter with its place in the HTML (pure).

The HTML is that of `forum.markup`: well formed, with few tags. Links and code keep their length and lose their words,
so that nothing is found in them; headings, quotations and blocks of code can be left out altogether.
"""

import html as entities
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from forum.plain_language.sentences import sentences

PIECE = re.compile(r'<(/?)([a-z0-9]+)(?:[^<>"]*+"[^"]*+")*+[^<>"]*+>|&[#\w]{1,10}+;|[^<&]++|[<&]')
INLINE = frozenset({"a", "code", "em", "strong", "sup", "span", "b", "i"})
UNREAD = frozenset({"a", "code", "sup"})  # inside a sentence: their words stay, and are not looked at
QUIET = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "th"})
LETTER = re.compile(r"[^\W_]")


@dataclass(slots=True)
class Block:
    """A paragraph, an item or a cell: what it says, the same with nothing where nobody looks, and where each letter
    begins and ends in the HTML."""

    text: str = ""
    masked: str = ""
    begins: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield where its sentences begin and end."""
        return sentences(self.masked, (0, len(self.masked)))


def blocks(html: str, left_out: Collection[str] = QUIET) -> Iterator[Block]:
    """Yield the blocks of HTML that hold words, without those inside tags that are left out."""
    block, quiet, unread = Block(), 0, [0]
    for piece in PIECE.finditer(html):
        tag = piece[2]
        if tag is None:
            if not quiet:
                _add(block, piece, unread=len(unread) > 1)
        elif tag in INLINE:
            _inside(block, piece, unread)
        elif tag == "br":
            _put(block, "\n", "\n", piece)
        else:
            if block.masked.strip():
                yield block
            block = Block()
            quiet += (tag in left_out) * (-1 if piece[1] else 1)
    if block.masked.strip():
        yield block


def in_sentences(html: str) -> list[str]:
    """Return what HTML says, sentence by sentence, headings too; quotations and code are left out."""
    found = []
    for block in blocks(html, left_out=("pre", "blockquote")):
        found += [" ".join(block.text[start:end].split()) for start, end in block.sentences()]
    return [one for one in found if LETTER.search(one)]


def _inside(block: Block, piece: re.Match[str], unread: list[int]) -> None:
    """Go into what nobody looks at, or out of it: then its letters end where its tag does."""
    if piece[2] not in UNREAD:
        return
    if not piece[1]:
        unread.append(len(block.ends))
    elif len(unread) > 1:
        since = unread.pop()
        block.ends[since:] = [piece.end()] * (len(block.ends) - since)


def _add(block: Block, piece: re.Match[str], *, unread: bool) -> None:
    text = piece[0]
    if text.startswith("&") and len(text) > 1:
        text = entities.unescape(text)
    masked = LETTER.sub(lambda one: "X" if one[0].isupper() else "x", text) if unread else text.replace("_", " ")
    _put(block, text, masked, piece)


def _put(block: Block, text: str, masked: str, piece: re.Match[str]) -> None:
    block.text += text
    block.masked += masked
    start, end = piece.span()
    if end - start == len(text):  # as it stands
        block.begins += range(start, end)
        block.ends += range(start + 1, end + 1)
    else:
        block.begins += [start] * len(text)
        block.ends += [end] * len(text)
