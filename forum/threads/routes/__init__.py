"""Pages to raise something, to reply, to look after a thread, and to join those that say the same."""

from forum.threads.routes import joining, keeping, posts, raising, replying
from forum.threads.routes.pages import pages

__all__ = ["joining", "keeping", "pages", "posts", "raising", "replying"]
