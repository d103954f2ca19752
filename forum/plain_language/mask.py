"""Put blanks in the place of what is not read as words: addresses, tags, marks of Markdown. RA-1, rule 1 (pure).

The text keeps its length, so a place in it is the same place in what somebody typed. No pattern here can run wild:
each repeat is bounded or gives nothing back.
"""

import re

from forum.plain_language.lines import Span, find

GLUE = "\x01"  # stands for marks that part no words: **bold**, _stress_, a backslash
GLUED = str.maketrans(dict.fromkeys("*_`~", GLUE))
ADDRESS = r"(?:[^()\s\\]|\\.|\([^()\s]{0,500}+\)){0,2000}+"
TARGET = r"\([ \t]*+" + ADDRESS + r"""(?:\s{1,9}+(?:"[^"\n]{0,500}+"|'[^'\n]{0,500}+'))?+[ \t]*+\)"""
PICTURE = re.compile(r"!\[[^\[\]]{0,1000}+\](?:" + TARGET + r"|\[[^\[\]]{0,200}+\])")
LINKED = re.compile(r"\](?:" + TARGET + r"|\[[^\[\]]{0,200}+\])")
NOTE = re.compile(r"\[\^[^\[\]\s]{1,50}+\]")
TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}+>")
QUIET_TAG = re.compile(r"<(script|style)\b[^<>]{0,500}+>[^<]{0,20000}+</\1>", re.IGNORECASE)
URL = re.compile(r"(?<![^\W_])(?:https?://|ftp://|www\.|mailto:|tel:)[^\s<>]{1,2000}+", re.IGNORECASE)
SITE = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9-]{1,63}+\.){1,6}(?:uk|com|org|net|info|scot|wales|london|eu)(?![\w@-]|\.\w)(?:/[^\s<>]{0,2000}+)?"
)
MAILBOX = re.compile(r"[\w.+'-]{1,64}\Z")
DOMAIN = re.compile(r"@[A-Za-z0-9-]{1,63}+(?:\.[A-Za-z0-9-]{1,63}+){1,8}+")
ENTITY = re.compile(r"&(?:amp;|(?:[A-Za-z]{2,10}|#\d{1,6}|#x[0-9a-fA-F]{1,6});)")
ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
TRAILING = ".,;:!?'\"”’)]}*_…"


def mask(text: str) -> tuple[str, list[Span]]:
    """Return the text with blanks for what is not read, as long as it was, and where its blocks are."""
    found = find(text)
    shown = _blank(text, found.hidden)
    if "<!--" in shown:
        shown = _blank(shown, _comments(shown))
    if "<" in shown:
        shown = _hide(shown, QUIET_TAG)
    if "]" in shown:
        for pattern in (PICTURE, LINKED, NOTE):
            shown = _hide(shown, pattern)
    shown = _blank(shown, [_without_end(match) for match in URL.finditer(shown)])
    if "@" in shown:
        shown = _blank(shown, _mailboxes(shown))
    shown = _blank(shown, [_without_end(match) for match in SITE.finditer(shown)])
    if "<" in shown:
        shown = _hide(shown, TAG)
    if "&" in shown:
        shown = ENTITY.sub(_entity, shown)
    if "\\" in shown:
        shown = ESCAPE.sub(GLUE, shown)
    return shown.translate(GLUED), found.blocks


def _blank(text: str, spans: list[Span]) -> str:
    """Put blanks over some spans; the ends of lines stay."""
    if not spans:
        return text
    parts, at = [], 0
    for start, end in sorted(spans):
        if end > at:
            parts += [text[at:start], _blanks(text[max(start, at) : end])]
            at = end
    return "".join([*parts, text[at:]])


def _blanks(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))


def _hide(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda match: _blanks(match.group()), text)


def _comments(text: str) -> list[Span]:
    spans: list[Span] = []
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start)) >= 0:
        spans.append((start, end + 3))
        start = text.find("<!--", end)
    return spans


def _without_end(match: re.Match[str]) -> Span:
    """An address without the full stop, bracket or mark after it; a bracket that it opened itself stays."""
    address = match.group()
    while address and address[-1] in TRAILING and not (address[-1] == ")" and "(" in address):
        address = address[:-1]
    return match.start(), match.start() + len(address)


def _mailboxes(text: str) -> list[Span]:
    spans: list[Span] = []
    for match in DOMAIN.finditer(text):
        if name := MAILBOX.search(text[max(0, match.start() - 64) : match.start()]):
            spans.append((match.start() - len(name.group()), match.end()))
    return spans


def _entity(match: re.Match[str]) -> str:
    """“A&amp;E” stays one word; any other entity is a blank."""
    return "&" + GLUE * 4 if match.group() == "&amp;" else " " * len(match.group())
