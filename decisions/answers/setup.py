"""Puts answers and questions into an app: their pages, kinds, letters and jobs."""

from flask import Flask

from decisions.answers import routes as answers
from decisions.answers.questions import posting, reminding, subjects, telling
from decisions.answers.questions.routes import blueprint
from forum import subjects as kinds
from forum.outbox import jobs, letters


def init_app(app: Flask) -> None:
    """Register everything of this feature."""
    app.register_blueprint(answers.pages)
    app.register_blueprint(blueprint)
    kinds.register(app, subjects.QUESTION)
    letters.still_wanted(app, posting.LETTER, posting.still_wanted)
    letters.still_wanted(app, reminding.LETTER, reminding.still_wanted)
    letters.still_wanted(app, telling.LETTER, telling.still_wanted)
    jobs.each_minute(app, posting.post)
    jobs.each_day(app, reminding.remind)
