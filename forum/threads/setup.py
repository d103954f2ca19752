"""Puts threads into an app: their pages, their kinds, and the night's work."""

from collections.abc import Callable
from datetime import datetime

from flask import Flask

from forum.db import begin_write, db
from forum.outbox import jobs
from forum.people.carrying import carries
from forum.threads import browser, drafts, routes, subjects
from forum.threads.place import Place, set_place


def init_app(app: Flask, place: Callable[[], Place]) -> None:
    """Register everything of this feature. `place` finds the settings of the place."""
    set_place(app, place)
    app.register_blueprint(routes.pages)
    subjects.init_app(app)
    carries(app, browser.pack, drafts.hand_over)
    jobs.each_day(app, forget_old_drafts)


def forget_old_drafts(on: datetime) -> None:
    """Remove drafts that are too old, in a transaction of its own."""
    begin_write()
    drafts.sweep_drafts(on)
    db.session.commit()
