"""Puts this feature into an app: its pages, its kinds, its lines in the public log."""

from flask import Flask

from forum.moderation import desk, forgetting, models, routes, subjects
from forum.moderation.worries import routes as worries_routes
from forum.moderation.worries import subjects as worries_subjects
from forum.outbox import jobs

__all__ = ["desk", "init_app", "models"]  # imported so that their pages and tables are known


def init_app(app: Flask) -> None:
    """Register pages and kinds."""
    app.register_blueprint(routes.pages)
    app.register_blueprint(worries_routes.pages)
    subjects.init_app(app)
    worries_subjects.init_app(app)
    jobs.each_day(app, forgetting.forget_old_reports)
