"""Puts promises into an app: their pages, kinds, letters and jobs."""

from flask import Flask

from decisions.promises import public_words, reminding, settings, subjects
from decisions.promises.involvement import routes as involvement
from decisions.promises.involvement import subjects as involvement_subjects
from decisions.promises.routes import pages
from decisions.promises.verdicts import asking
from decisions.promises.verdicts import routes as verdicts
from forum import subjects as kinds
from forum.history import public_log
from forum.outbox import jobs, letters

ROUTES = (verdicts, involvement)  # their routes stand on the one blueprint


def init_app(app: Flask) -> None:
    """Register everything of this feature. Raises ValueError for a setting that can't be read."""
    settings.read(app.config)
    app.register_blueprint(pages)
    kinds.register(app, subjects.PROMISE, involvement_subjects.PARAGRAPH)
    public_log.tell(app, public_words.entries, public_words.TURNED_DOWN)
    public_log.tell(app, involvement_subjects.entries, involvement_subjects.WROTE)
    letters.still_wanted(app, asking.LETTER, asking.still_wanted)
    letters.still_wanted(app, reminding.LETTER, reminding.still_wanted)
    jobs.each_day(app, asking.ask, reminding.remind)
