"""The pages of the set-up, and of what is still to find out."""

from decisions.set_up.routes import facts as _facts  # noqa: F401 - its routes
from decisions.set_up.routes import last as _last  # noqa: F401
from decisions.set_up.routes import opening as _opening  # noqa: F401
from decisions.set_up.routes import steps as _steps  # noqa: F401
from decisions.set_up.routes.pages import pages

__all__ = ["pages"]
