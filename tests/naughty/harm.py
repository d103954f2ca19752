"""What a page may not hold, whatever was typed: read in the tree that a browser builds, never in the text."""

from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib

NEVER = frozenset(
    """iframe frame frameset object embed applet base style math img image video audio source template marquee portal
    isindex bgsound layer xml plaintext""".split()  # noqa: SIM905
)
OUR_PICTURES = {"sprite", "door"}
ADDRESSES = ("href", "action", "formaction", "src", "data", "poster", "background", "cite", "xlink:href")
SCHEMES = {"", "http", "https", "mailto", "tel"}


def harm(html: str) -> list[str]:
    """Name everything in a page that somebody else could have put there to act on its reader."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree = parser.parse(html)
    return [fault for one in tree.iter() if isinstance(one.tag, str) for fault in _of(one)]


def _of(one: Element) -> Iterator[str]:
    tag = one.tag.rpartition("}")[2]
    if tag in NEVER:
        yield f"<{tag}>"
    if tag == "script" and (not one.get("src", "").startswith("/static/") or (one.text or "").strip()):
        yield "a script"
    if tag == "svg" and one.get("class") not in OUR_PICTURES:
        yield f"a picture {one.attrib}"
    if tag == "meta" and "http-equiv" in one.attrib:
        yield "<meta http-equiv>"
    if tag == "link" and not one.get("href", "").startswith("/"):
        yield f"a link to {one.get('href')}"
    for name, value in one.attrib.items():
        if name.startswith("on") or name in ("style", "srcdoc"):
            yield f"{name} on <{tag}>"
        if name in ADDRESSES and not _is_safe(value):
            yield f"{name}={value[:60]!r}"


def _is_safe(address: str) -> bool:
    seen = "".join(letter for letter in address if letter > " ")  # a browser drops these before it reads the scheme
    try:
        return urlsplit(seen).scheme.lower() in SCHEMES
    except ValueError:
        return seen.lower().startswith(("http://", "https://", "/"))
