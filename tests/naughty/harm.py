"""What a page may not hold, whatever was typed: read in the tree that a browser builds, never in the text."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib
from markupsafe import escape

NEVER = frozenset(
    """iframe frame frameset object embed applet base style math img image video audio source template marquee portal
    isindex bgsound layer xml plaintext""".split()  # noqa: SIM905
)
OUR_PICTURES = {"sprite", "door", "picture"}
ADDRESSES = ("href", "action", "formaction", "src", "data", "poster", "background", "cite", "xlink:href")
SCHEMES = {"", "http", "https", "mailto", "tel"}
TYPED = "\ue000"  # stands for what was typed
CHANGING = re.compile(r'value="[^"]*"|\d+')  # tokens, keys and numbers
ACTS = re.compile(rf"""\b(?:{"|".join(ADDRESSES)}|style|srcdoc|content|on\w+)\s*=\s*["'][^"'>]*{TYPED}""")


def harm(html: str) -> list[str]:
    """Name everything in a page that somebody else could have put there to act on its reader."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree = parser.parse(html)
    return [fault for one in tree.iter() if isinstance(one.tag, str) for fault in _of(one)]


class Known:
    """Pages that differ from one that was read already in nothing but words that cannot act."""

    def __init__(self) -> None:
        self.shapes: set[str] = set()

    def harm(self, html: str, typed: str) -> list[str]:
        """Name the harm in a page, and read it only if it is a new one.

        Without what was typed, where it stands escaped, a page is as it would be for anybody. Escaped words end no
        attribute and begin no tag, so a page with the same rest says the same; unless they stand in an address.
        """
        shape = CHANGING.sub("", html.replace(str(escape(typed)), TYPED) if typed else html)
        if shape in self.shapes and not ACTS.search(shape):
            return []
        found = harm(html)
        if not found:
            self.shapes.add(shape)
        return found


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
