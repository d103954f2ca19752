"""Puts the features of this room into an app, in their order."""

from flask import Flask

from forum import cli, say, templating, web
from forum.about import models as _about  # noqa: F401 - so that every table is known
from forum.about import routes as about
from forum.about.site import site
from forum.history import models as _history  # noqa: F401
from forum.moderation import feature as moderation
from forum.notifications import models as _notifications  # noqa: F401
from forum.notifications import setup as notifications
from forum.outbox import jobs, letters, sender
from forum.outbox import models as _outbox  # noqa: F401
from forum.people import models as _people  # noqa: F401
from forum.people import routes as people
from forum.people import subjects as people_subjects
from forum.people import sweeping
from forum.reading import routes as reading
from forum.search import actions as search_actions
from forum.search import routes as search
from forum.threads import models as _threads  # noqa: F401
from forum.threads import setup as threads
from forum.words import routes as words
from forum.words import showing


def init_app(app: Flask) -> None:
    """Register routes, kinds and commands, and what every template may use."""
    jobs.init_app(app)
    letters.init_app(app, lambda: {"site": site()})
    notifications.init_app(app)
    jobs.each_minute(app, sender.sweep)
    jobs.each_day(app, sender.prune, sweeping.sweep)
    app.register_blueprint(about.pages)
    reading.init_app(app)
    app.register_blueprint(people.pages)
    app.extensions.setdefault("reserved_names", []).append(lambda: [site().place, site().run_by, site().council_name])
    people_subjects.init_app(app)
    app.register_blueprint(words.pages)
    showing.init_app(app)
    app.register_blueprint(search.pages)
    search_actions.init_app(app)
    threads.init_app(app, site)
    moderation.init_app(app)
    app.cli.add_command(cli.forum)
    say.init_app(app)
    templating.init_app(app)
    app.context_processor(web.for_templates)
    app.context_processor(lambda: {"site": site(), "lang": str(app.config["LANGUAGE"]).replace("_", "-")})
