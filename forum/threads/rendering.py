"""Words as HTML. One cache for all: `forum.web.rendered`, which a route fills before the database is locked."""

from markupsafe import Markup

from forum import web
from forum.markup import TooHard
from forum.refusal import Refusal


def html_of(text: str) -> str:
    """Return the HTML of Markdown. Raises Refusal for a text that is too hard to lay out, or too long."""
    try:
        return web.rendered(text)
    except TooHard as fault:
        raise Refusal(str(fault), field="text") from fault


def trusted(html: str) -> Markup:
    """Let HTML that `forum.markup` made stand on a page as it is. The one place that does so."""
    return Markup(html)  # noqa: S704 - `forum.markup` made it
