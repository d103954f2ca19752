"""Words as HTML. One cache for all: `forum.web.rendered`, which a route fills before the database is locked."""

from forum import web
from forum.markup import TooHard
from forum.refusal import Refusal


def html_of(text: str) -> str:
    """Return the HTML of Markdown. Raises Refusal for a text that is too hard to lay out, or too long."""
    try:
        return web.rendered(text)
    except TooHard as fault:
        raise Refusal(str(fault), field="text") from fault
