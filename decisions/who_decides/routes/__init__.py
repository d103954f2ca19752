"""Home and the pages about who decides."""

from decisions.who_decides.routes import asking, bodies, clocks, helping, home, listing
from decisions.who_decides.routes.pages import pages

__all__ = ["asking", "bodies", "clocks", "helping", "home", "listing", "pages"]
