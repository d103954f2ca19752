"""Read HTML as a browser does, and say what in it no post may hold.

It asks the tree that html5lib builds, never the text: escaped code such as `&lt;script&gt;` looks bad to a
pattern and is harmless, and the other way round.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib

TAGS = {
    *("a", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol"),
    *("p", "pre", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
ATTRIBUTES = {"a": {"href", "rel"}, "ol": {"start"}, "th": {"scope"}}
SCHEMES = {"http", "https", "mailto"}
REL = {"nofollow", "ugc", "noopener"}


def tree(html: str) -> Element:
    """Build the tree of a piece of HTML, as within a page's `div`."""
    fragment: Element = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return fragment


def tags(html: str) -> list[str]:
    """Name the elements of `html` in order."""
    return [element.tag for element in tree(html).iter()][1:]


def words(html: str) -> str:
    """Give the text that a reader of `html` meets."""
    return "".join(tree(html).itertext())


def faults(html: str) -> list[str]:
    """Name everything in `html` that a post may not hold; an empty list is a safe post."""
    return [fault for element in tree(html).iter() for fault in _faults_of(element)]


def _faults_of(element: Element) -> Iterator[str]:
    if element.tag == "DOCUMENT_FRAGMENT":
        return
    # A comment has a function for a tag, an SVG element a tag with its namespace.
    if element.tag not in TAGS:
        yield f"element {element.tag}"
    for name, value in element.attrib.items():
        if name not in ATTRIBUTES.get(element.tag, set()):
            yield f"attribute {name} on {element.tag}"
        if name == "href" and not _is_safe(value):
            yield f"address {value!r}"
    if element.tag == "a" and "href" in element.attrib and set(element.get("rel", "").split()) != REL:
        yield "link without rel"


def _is_safe(address: str) -> bool:
    # A browser drops these before it looks for the scheme.
    address = address.strip().translate({ord(character): None for character in "\t\r\n"})
    if any(character < " " for character in address):
        return False
    try:
        return urlsplit(address).scheme in SCHEMES
    except ValueError:  # a host that no browser opens: `http://[`
        return address.lower().startswith(("http://", "https://", "mailto:"))
