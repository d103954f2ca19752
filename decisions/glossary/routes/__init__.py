"""The pages of hard words."""

from decisions.glossary.routes import answering as _answering  # noqa: F401 - their routes
from decisions.glossary.routes import looking as _looking  # noqa: F401
from decisions.glossary.routes import suggesting as _suggesting  # noqa: F401
from decisions.glossary.routes.pages import pages

__all__ = ["pages"]
