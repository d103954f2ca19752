"""Meetings and decisions: pages to read, and forms to keep them."""

from decisions.who_decides.meetings.routes import agenda, changing, deciding, decision, listing, meeting, people, series
from decisions.who_decides.meetings.routes.pages import pages

__all__ = ["agenda", "changing", "deciding", "decision", "listing", "meeting", "pages", "people", "series"]
