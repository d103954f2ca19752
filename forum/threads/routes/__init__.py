"""Pages to raise something, to reply, and to look after a thread."""

from forum.threads.routes import keeping, posts, raising, replying
from forum.threads.routes.pages import pages

__all__ = ["keeping", "pages", "posts", "raising", "replying"]
