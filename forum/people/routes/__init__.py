"""Pages of joining and signing in, of one's own account, and of people."""

from forum.people.routes import entry, links, mine, others, settings
from forum.people.routes.blueprint import pages

__all__ = ["entry", "links", "mine", "others", "pages", "settings"]
