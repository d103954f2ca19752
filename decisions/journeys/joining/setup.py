"""Puts joins into an app: their kinds, what listens to changes, and what is done each minute and each night."""

from flask import Flask

from decisions.journeys.joining import following, public_words, subjects, suggesting
from decisions.journeys.joining.routes import ROUTES
from forum import subjects as kinds
from forum.history import public_log
from forum.history.actions import after_record
from forum.outbox import jobs

STANDING = ROUTES  # on the blueprint of journeys


def init_app(app: Flask) -> None:
    """Register everything of this feature."""
    kinds.register(app, subjects.JOINED, subjects.DRAFT)
    public_log.tell(app, public_words.entries, *public_words.SAID)
    after_record(app, suggesting.notice)
    after_record(app, following.follow)
    jobs.each_minute(app, suggesting.each_minute)
    jobs.each_day(app, suggesting.every_night)
