"""Read web pages and the bits of HTML inside other answers, as plain text and tables (pure). Every piece goes through
a real HTML parser first (nh3): what it gives back is well-formed, so that nothing hostile makes the rest slow."""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

import nh3

from forum.markup import clean

MOST_HTML = 400_000  # characters of one bit of HTML
BLOCKS = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "table", "ul", "ol", "caption"}
KEPT = BLOCKS | {"span", "a", "td", "th", "thead", "tbody"}
HIDDEN = ("mgHide", "mgHideImage", "sr-only", "visually-hidden")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
ANY_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,30})")
DEEPEST = 400
CLOSED_BY_OTHERS = {  # these end by themselves where another begins, or hold nothing
    *("p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot", "html", "body", "head", "a", "b"),
    *("i", "em", "strong", "font", "u", "s", "small", "big", "code", "tt", "nobr", "br", "img", "input", "hr", "meta"),
    *("link", "col", "colgroup", "wbr", "area", "base", "embed", "source", "track", "param"),
}
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});")
GAPS = re.compile(r"[ \t\r\f\v\xa0]+")
LINES = re.compile(r"\n{3,}")


def well_formed(html: str) -> str:
    """Return HTML with nothing in it but text, blocks, tables and links."""
    kept = {"*": {"class"}, "a": {"href", "class"}}
    return nh3.clean(html, tags=KEPT, attributes=kept, link_rel=None, clean_content_tags={"script", "style", "head"})


def is_deep(html: str) -> bool:
    """Whether HTML is nested deeper than any real page. The parser's time grows with the square of the depth, so
    this is asked before: one pass over the tags."""
    depth = 0
    for found in ANY_TAG.finditer(html):
        if found[2].lower() not in CLOSED_BY_OTHERS:
            depth = max(0, depth - 1) if found[1] else depth + 1
            if depth > DEEPEST:
                return True
    return False


def plain(text: str) -> str:
    """Return the text of a bit of HTML that may be encoded once, twice or not at all."""
    text = text[:MOST_HTML]
    for _turn in range(3):
        before = text
        if TAG.search(text):
            text = TAG.sub("\n", text) if is_deep(text) else _text_of(text)
        elif ENTITY.search(text):
            text = unescape(text)
        if text == before:
            break
    return clean(LINES.sub("\n\n", text))


@dataclass
class Cell:
    """One cell of a table: its text without what is hidden, and its first link."""

    text: str = ""
    link: str = ""
    head: bool = False


@dataclass
class Row:
    """One row of a table."""

    cells: list[Cell] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects the text, the links and the rows of well-formed HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.rows: list[Row] = []
        self.links: list[str] = []
        self.cell: Cell | None = None
        self.hidden = 0  # how many elements deep inside something hidden

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag != "br" and (self.hidden or any(one in HIDDEN for one in given.get("class", "").split())):
            self.hidden += 1
            return
        if tag in BLOCKS:
            self.handle_data("\n")
        if tag == "tr":
            self.rows.append(Row())
        elif tag in ("td", "th"):
            self.cell = Cell(head=tag == "th")
            (self.rows or [Row()])[-1].cells.append(self.cell)
            self.handle_data(" ")
        elif tag == "a" and given.get("href"):
            self.links.append(given["href"])
            if self.cell is not None and not self.cell.link:
                self.cell.link = given["href"]

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            self.hidden -= tag != "br"
            return
        if tag in BLOCKS:
            self.handle_data("\n")
        if tag in ("td", "th"):
            self.cell = None

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        self.parts.append(data)
        if self.cell is not None:
            self.cell.text += data


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page says: its lines, its links, the rows of its tables."""

    lines: list[str]
    links: list[str]
    rows: list[Row]


def read_page(html: str) -> Page:
    """Read a whole page."""
    reader = _read(html)
    lines = [GAPS.sub(" ", line).strip() for line in "".join(reader.parts).split("\n")]
    return Page([line for line in lines if line], reader.links, reader.rows)


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(well_formed(html))
    reader.close()
    return reader


def _text_of(html: str) -> str:
    """The text of HTML: a line break inside a paragraph is a space, each block a line of its own."""
    flat = GAPS.sub(" ", html.replace("\n", " "))
    text = "".join(_read(flat).parts)
    return "\n".join(GAPS.sub(" ", line).strip() for line in text.split("\n"))
