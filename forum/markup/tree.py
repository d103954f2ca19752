"""Our own steps inside Python-Markdown, on the tree of a post before it becomes HTML."""

from collections.abc import Container, Iterator, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import NBSP_PLACEHOLDER, FootnoteExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from forum.markup.clean import Marks
from forum.markup.inline import tame
from forum.markup.stand_ins import BREAK

_FIRST_HEADING = 3
_LAST_HEADING = 6
_HEADINGS = frozenset(f"h{level}" for level in range(1, _LAST_HEADING + 1))
_CODE = frozenset({"code", "pre"})
_INLINE = frozenset({"a", "code", "em", "strong", "sup", "span"})
# Not allowed in a post, so the sanitiser takes the tag away and leaves its words.
_NOTHING = "span"


class Notes(FootnoteExtension):
    """Footnotes that are numbers and a list, and no links.

    A link to a footnote needs an id, and two posts on a page may both have a footnote 1.
    """

    def __init__(self) -> None:
        super().__init__(PLACE_MARKER="\x02never\x03")

    def unique_ref(self, reference: str, found: bool = False) -> str:
        """Give every mention the same name: names are dropped, and making them unique takes ever longer."""
        return reference


class PostSteps(Extension):
    """Run our steps around the one that reads the words of each block.

    Arguments:
        defined: addresses by key, for links that are written apart from their words.
        notes: the footnotes of the post.
    """

    def __init__(self, defined: Mapping[str, str], notes: Notes) -> None:
        super().__init__()
        self.defined = defined
        self.notes = notes

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the steps: between footnotes (50) and words (20), and between words and tidying (10)."""
        md.treeprocessors.register(_TameWords(md, self.defined, self.notes), "tame_words", 30)
        md.treeprocessors.register(_Finish(md), "finish", 12)


class _TameWords(Treeprocessor):
    """Leave only whole orders in the words of each block."""

    def __init__(self, md: Markdown, defined: Mapping[str, str], notes: Notes) -> None:
        super().__init__(md)
        self.defined = defined
        self.notes = notes

    def run(self, root: Element) -> None:
        names = self.notes.footnotes
        for element in root.iter():
            element.text = self._tame(element.text, names)
            element.tail = self._tame(element.tail, names)

    def _tame(self, text: str | None, names: Container[str]) -> str | None:
        return tame(text, self.defined, names) if text and not isinstance(text, AtomicString) else text


class _Finish(Treeprocessor):
    """Make what is left of a tree into what a post may hold."""

    def run(self, root: Element) -> None:
        _order_headings(root)
        _finish_links(root)
        for cell in root.iter("th"):
            cell.set("scope", "col")
        for paragraph in root.iter("p"):
            if not len(paragraph) and not (paragraph.text or "").strip():
                paragraph.tag = _NOTHING  # it held a picture without words
        _finish_text(root, Marks())


def _order_headings(root: Element) -> None:
    """Start headings at h3, below the page's own, and leave no level out on the way down."""
    above: list[str] = []
    for heading in _among(root, _HEADINGS):
        while above and above[-1] >= heading.tag:
            above.pop()
        above.append(heading.tag)
        heading.tag = f"h{min(_FIRST_HEADING + len(above) - 1, _LAST_HEADING)}"


def _among(root: Element, tags: Container[str]) -> Iterator[Element]:
    return (element for element in root.iter() if element.tag in tags)


def _finish_links(root: Element) -> None:
    """Show a footnote's number without its link, and give a link without words its address as words."""
    for link in root.iter("a"):
        if link.get("class") == "footnote-backref":
            link.text, link.tag = "", _NOTHING
        elif link.get("class") == "footnote-ref":
            link.tag = _NOTHING
        elif not "".join(link.itertext()).strip():
            link.text = link.get("href")


def _finish_text(element: Element, marks: Marks) -> None:
    """Keep the ends of lines, as `nl2br` does, and cap accents again: an entity may have stood for one."""
    in_code = element.tag in _CODE
    element.text = _finish_words(element.text, marks, in_code)
    for child in element:
        _finish_text(child, marks)
        if child.tail and child.tag not in _INLINE:
            child.tail = child.tail.lstrip("\n")
        child.tail = _finish_words(child.tail, marks, in_code)


def _finish_words(text: str | None, marks: Marks, in_code: bool) -> str | None:
    if not text:
        return text
    capped = marks.cap(text.replace(NBSP_PLACEHOLDER, ""))
    return AtomicString(capped) if in_code else capped.replace("\n", BREAK)
