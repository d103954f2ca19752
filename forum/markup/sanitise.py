"""The allow-list of a post: what is not named here does not reach a page."""

import nh3

from forum.markup.links import safe_link

_TAGS = {
    *("p", "br", "hr", "h3", "h4", "h5", "h6", "blockquote", "pre"),
    *("ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "thead", "tbody", "tr", "th", "td"),
    *("a", "code", "em", "strong", "sup"),
}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "th": {"scope"}}
_SCHEMES = {"http", "https", "mailto"}
_REL = "nofollow ugc noopener"
_LONGEST_NUMBER = 6

_cleaner = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    attribute_filter=lambda tag, name, value: _keep(name, value),
    url_schemes=_SCHEMES,
    link_rel=_REL,
)


def sanitise(html: str) -> str:
    """Keep only the tags, attributes and addresses of the allow-list, and write well-formed HTML."""
    return _cleaner.clean(html)


def _keep(name: str, value: str) -> str | None:
    """Give the value to write for an attribute of the allow-list, or None to leave the attribute out."""
    if name == "href":
        return value if safe_link(value) == value else None
    if name == "start":
        return value if value.isascii() and value.isdigit() and len(value) <= _LONGEST_NUMBER else None
    if name == "scope":
        return value if value == "col" else None
    # Only nh3 itself writes `rel`: it is not on the list, so a member's own is gone before.
    return value if value == _REL else None
