"""Which addresses may be links, and where they stand in a text.

Every pattern here fails fast: no part of it can be matched in two ways, so that a text of broken links
costs no more to read than a text of whole ones.
"""

import re
from collections.abc import Mapping
from html import unescape

from forum.markup.clean import reveal

ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
MAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]+(?:\.[\w-]+)+")
LONGEST_LINK = 2_000
LONGEST_LABEL = 200

# No name before the host: `https://bank.example@elsewhere.example` looks like the bank.
_HOST = r"(?:[\w.-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?"
_SAFE = re.compile(rf"https?://{_HOST}(?:[/?#]\S*)?|mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TITLE = r"""(?:\s++(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*+"""
_PLACE = r"<(?P<inside>[^<>\n]*)>|(?P<bare>(?:[^\s()<>\\\x02]|\\.|\([^\s()<>]*\))*+)"
_AFTER_WORDS = re.compile(rf"\(\s*+(?:{_PLACE}){_TITLE}\)")
_LABEL = re.compile(rf"\[([^\[\]]{{0,{LONGEST_LABEL}}})\]")
_DEFINITION = re.compile(rf" {{0,3}}\[([^\[\]^][^\[\]]{{0,{LONGEST_LABEL}}})\]:\s*+<?([^\s<>]++)>?{_TITLE}$")


def decode(text: str) -> str:
    """Turn each whole entity (`&amp;`, `&#38;`) into its character, once; `&copy=2` in an address stays."""
    return ENTITY.sub(lambda found: reveal(unescape(found[0])), text)


def safe_link(typed: str) -> str | None:
    """Give the address that `typed` stands for, or None unless it is https, http or mailto.

    The scheme is looked at after escapes and entities are read and hidden characters are out, as a browser
    would. Source: Loomio CVE-2017-11594, `[x](javascript:alert(1&#41;)`.
    """
    link = reveal(decode(_ESCAPED.sub(r"\1", typed))).strip()
    return link if len(link) <= LONGEST_LINK and _SAFE.fullmatch(link) else None


def key(label: str) -> str:
    """Give the name under which a link that is written apart from its words is kept."""
    return " ".join(label.split()).casefold()


def definition(line: str) -> tuple[str, str] | None:
    """Read a line `[label]: https://example.org` and give its key and its address, or None for other lines.

    Only a safe address counts: `[Anna]: Hello` in a record of a talk stays text.
    """
    found = _DEFINITION.fullmatch(line)
    link = safe_link(found[2]) if found else None
    return (key(found[1]), link) if found and link else None


def destination(text: str, place: int, label: str, defined: Mapping[str, str]) -> tuple[str | None, int] | None:
    """Find where the words before `place` lead, and where what says so ends; None if they lead nowhere.

    An address that may not be a link comes back as None with its end: it counts for a picture, which is
    dropped.

    Arguments:
        text: the whole paragraph.
        place: just after the `]` of `[words]`.
        label: the words, which may themselves be a key.
        defined: addresses by key.
    """
    if found := _AFTER_WORDS.match(text, place):
        return safe_link(found["inside"] or found["bare"] or ""), found.end()
    if found := _LABEL.match(text, place):
        label, place = found[1] or label, found.end()
    link = defined.get(key(label)) if defined and len(label) <= LONGEST_LABEL else None
    return (link, place) if link else None


def trim(link: str) -> str:
    """Leave the end of a sentence out of an address that stands bare in it: `(see https://a.org/b_(c)).`"""
    spare = link.count(")") - link.count("(")
    end = len(link)
    while end and (link[end - 1] in "?!.,:;*_~'\"" or (link[end - 1] == ")" and spare > 0)):
        spare -= link[end - 1] == ")"
        end -= 1
    return link[:end]
