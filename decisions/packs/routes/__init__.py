"""Pages on which people who help run this keep who decides what, and where anyone sees what was changed."""

from decisions.packs.routes import changing as _changing  # noqa: F401 - its routes
from decisions.packs.routes import listing as _listing  # noqa: F401
from decisions.packs.routes import looking as _looking  # noqa: F401
from decisions.packs.routes.pages import pages

__all__ = ["pages"]
