"""Pages on which people who help run this bring in what councils publish."""

from decisions.imports.routes import bodies as _bodies  # noqa: F401 - its routes
from decisions.imports.routes import bringing as _bringing  # noqa: F401
from decisions.imports.routes import ending as _ending  # noqa: F401
from decisions.imports.routes import sources as _sources  # noqa: F401
from decisions.imports.routes.pages import pages

__all__ = ["pages"]
