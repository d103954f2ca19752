"""Turn a post into plain words, for e-mail, search and excerpts."""

import re
from html.parser import HTMLParser
from unicodedata import category

from forum.markup.clean import clean
from forum.markup.render import render
from forum.markup.sanitise import sanitise
from forum.markup.too_hard import TooHard

_OUR_HTML = re.compile(r"<(?:p|h[3-6]|[uod]l|pre|blockquote|table|hr)\b[^<>]*>(?:.*>)?", re.DOTALL)
_GAPS = re.compile(r"[ \t\r\n\f]+")
_BLOCKS = frozenset({"p", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "blockquote", "table"})
_LINES = frozenset({"br", "dd", "dt", "hr", "li", "tr"})
_CELLS = frozenset({"td", "th"})
_WITHIN = {"blockquote": "> ", "dd": "  "}
_MORE = "…"


def plain(text_or_html: str) -> str:
    """Write a post as plain words: lists with their marks, quotes with `>`, and where each link leads.

    Arguments:
        text_or_html: what `render` gave, or what a member typed. What `render` refuses is only cleaned.

    The result is text, not HTML: it must be escaped like any other text.
    """
    return _write(text_or_html, with_marks=True)


def excerpt(text: str, limit: int) -> str:
    """Give the first words of a post in one line of at most `limit` characters, cut between words.

    Arguments:
        text: what `render` gave, or what a member typed.
    """
    words = " ".join(_write(text, with_marks=False).split())
    if len(words) <= limit:
        return words
    end = max(limit - len(_MORE), 0)
    whole = end if words[end] == " " else words.rfind(" ", 0, end)
    if whole <= 0:
        # One long word: cut it, but not between a letter and its accents.
        whole = end
        while whole and category(words[whole]) in ("Mn", "Me", "Mc", "Cf"):
            whole -= 1
    return words[:whole].rstrip(" ,;:-\u2013") + _MORE[:limit]


def _write(text: str, with_marks: bool) -> str:
    try:
        html = sanitise(text) if _OUR_HTML.fullmatch(text.strip()) else render(text)
    except TooHard:
        return clean(text)
    writer = _Writer(with_marks)
    writer.feed(html)
    writer.close()
    return writer.written()


class _Writer(HTMLParser):
    """Write sanitised HTML as lines of text.

    Arguments:
        with_marks: whether to show lists, quotes and the addresses of links.
    """

    def __init__(self, with_marks: bool) -> None:
        super().__init__()
        self.with_marks = with_marks
        self.lines: list[str] = []
        self.words: list[str] = []
        self.gap = False
        self.start = ""  # what the next line starts with
        self.within: list[str] = []  # what each line starts with in the quotes and lists around it
        self.numbers: list[int | None] = []  # of each list around: the next number
        self.link: tuple[str, int] | None = None
        self.in_code_block = False

    def written(self) -> str:
        """Give the lines so far."""
        self._end_line()
        return "\n".join(self.lines).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Start the line, list, quote or link that `tag` starts."""
        values = dict(attrs)
        if tag in _BLOCKS or tag in _LINES:
            self._end_line(gap=tag in _BLOCKS and not self.numbers)
        if tag in _WITHIN:
            self._enter(_WITHIN[tag])
        elif tag in ("ol", "ul"):
            self.numbers.append(int(values.get("start") or 1) if tag == "ol" else None)
        elif tag == "li":
            self._start_item()
        elif tag == "a":
            self.link = (values.get("href") or "", len(self.words))
        elif tag == "sup":
            self.words.append("[")
        elif tag in _CELLS and "".join(self.words).strip():
            self.words.append(" | " if self.with_marks else " ")
        elif tag == "pre":
            self.in_code_block = True

    def handle_endtag(self, tag: str) -> None:
        """End what `tag` ends."""
        if tag in _BLOCKS or tag in _LINES:
            self._end_line(gap=tag in _BLOCKS and not self.numbers)
        if tag in _WITHIN or tag == "li":
            self._leave()
        elif tag in ("ol", "ul"):
            self.numbers.pop()
            self.gap = self.gap or not self.numbers
        elif tag == "sup":
            self.words.append("]")
        elif tag == "a" and self.link:
            self._end_link(*self.link)
        elif tag == "pre":
            self.in_code_block = False

    def handle_data(self, data: str) -> None:
        """Write words; in a code block, with its lines."""
        if not self.in_code_block:
            self.words.append(data)
            return
        for line in data.rstrip("\n").split("\n"):
            self._write_line(line)

    def _enter(self, mark: str) -> None:
        self.within.append(mark if self.with_marks else "")
        self.start = "".join(self.within)

    def _leave(self) -> None:
        self.within.pop()
        self.start = "".join(self.within)

    def _start_item(self) -> None:
        number = self.numbers[-1] if self.numbers else None
        mark = "- " if number is None else f"{number}. "
        if number is not None:
            self.numbers[-1] = number + 1
        before = self.start
        self._enter(" " * len(mark))
        self.start = before + mark if self.with_marks else ""

    def _end_link(self, address: str, first: int) -> None:
        words = "".join(self.words[first:]).strip()
        if self.with_marks and address not in ("", words, f"mailto:{words}"):
            self.words.append(f" ({address})")
        self.link = None

    def _end_line(self, gap: bool = False) -> None:
        words = _GAPS.sub(" ", "".join(self.words)).strip(" ")
        self.words.clear()
        if words:
            self._write_line(words)
        self.gap = self.gap or gap

    def _write_line(self, words: str) -> None:
        if self.gap and self.lines:
            self.lines.append("")
        self.gap = False
        self.lines.append((self.start + words).rstrip())
        self.start = "".join(self.within)
