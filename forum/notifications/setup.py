"""Puts following into an app: its pages, its kind, its parts of somebody's own page, and its jobs."""

from flask import Flask

from forum import subjects
from forum.notifications import actions, fan_out, routes, sections
from forum.notifications.subjects import FOLLOW
from forum.outbox import jobs, letters
from forum.threads.actions.joining import carries_over


def init_app(app: Flask) -> None:
    """Register everything of this feature. Comes before the outbox's own jobs: news is written, then sent."""
    app.register_blueprint(routes.pages)
    subjects.register(app, FOLLOW)
    sections.register(app)
    letters.still_wanted(app, "news", fan_out.still_wanted)
    carries_over(app, actions.carry_over)
    jobs.each_minute(app, fan_out.fan_out)
    jobs.each_day(app, actions.prune)
