"""The pages of promises: each module adds its routes to the one blueprint."""

from decisions.promises.routes import looking, making, saying
from decisions.promises.routes.pages import pages

__all__ = ["looking", "making", "pages", "saying"]
