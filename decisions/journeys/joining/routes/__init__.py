"""Pages to join what was published with an issue, from either side, and to approve what it says."""

from decisions.journeys.joining.routes import choose, draft, issue, joined

ROUTES = (choose, draft, issue, joined)

__all__ = ["ROUTES"]
