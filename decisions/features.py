"""Puts the features of this room into an app, in their order."""

from flask import Flask, request

from decisions import panels
from decisions.answers import setup as answers
from decisions.answers.clear import routes as clear
from decisions.answers.clear import subjects as clear_subjects
from decisions.bodies import models as _bodies  # noqa: F401 - so that every table is known
from decisions.bodies import subjects as bodies
from decisions.bodies.affiliations import setup as affiliations
from decisions.bodies.affiliations.queries import with_bodies
from decisions.cli import decisions as decisions_commands
from decisions.data_out import routes as data_out
from decisions.demo import loading
from decisions.demo.commands import demo
from decisions.doubts import routes as doubts
from decisions.doubts import subjects as doubts_subjects
from decisions.editions import routes as editions
from decisions.glossary import models as _glossary  # noqa: F401
from decisions.glossary import routes as glossary
from decisions.glossary import subjects as glossary_subjects
from decisions.imports import jobs as imports_jobs
from decisions.imports import routes as imports
from decisions.imports import subjects as imports_subjects
from decisions.issues import drawing
from decisions.issues import in_short as _in_short  # noqa: F401 - its routes
from decisions.issues import listing as _listing  # noqa: F401
from decisions.issues import page as _page  # noqa: F401
from decisions.issues import routes as issues
from decisions.issues.week import routes as _week  # noqa: F401
from decisions.journeys import routes as journeys
from decisions.journeys import subjects as journeys_subjects
from decisions.journeys.joining import setup as joining
from decisions.meetings import models as _meetings  # noqa: F401
from decisions.meetings import subjects as meetings_subjects
from decisions.meetings import there as meetings_there
from decisions.packs import models as _packs  # noqa: F401
from decisions.packs import routes as packs
from decisions.packs import subjects as packs_subjects
from decisions.packs import terms
from decisions.pathways import models as _pathways  # noqa: F401
from decisions.pathways import raised_from
from decisions.promises import setup as promises
from decisions.set_up import setup as set_up
from decisions.summaries import routes as summaries
from decisions.to_do import routes as to_do
from decisions.who_decides import routes as who_decides
from decisions.who_decides import subjects as who_decides_subjects
from decisions.who_decides.meetings import routes as meetings
from forum.access import Standing
from forum.cli import forum as forum_commands
from forum.say import N_, _
from forum.threads import origins


def more_standing(who: Standing) -> Standing:
    """Add the bodies that somebody speaks for today."""
    return with_bodies(who)


def init_app(app: Flask) -> None:
    """Register routes, kinds, commands and the menu."""
    packs_subjects.register(app)
    terms.init_app(app)
    app.register_blueprint(packs.pages)
    bodies.register(app)
    affiliations.init_app(app)
    app.register_blueprint(doubts.pages)
    doubts_subjects.init_app(app)
    origins.register(app, origins.Origin(raised_from.title, raised_from.keep))
    app.register_blueprint(glossary.pages)
    glossary_subjects.init_app(app)
    meetings_subjects.init_app(app)
    app.register_blueprint(who_decides.pages)
    who_decides_subjects.init_app(app)
    app.register_blueprint(meetings.pages)
    set_up.init_app(app)
    app.register_blueprint(issues.pages)
    drawing.init_app(app)
    app.register_blueprint(journeys.pages)
    answers.init_app(app)
    app.register_blueprint(clear.pages)
    clear_subjects.init_app(app)
    journeys_subjects.init_app(app)
    joining.init_app(app)
    promises.init_app(app)
    editions.init_app(app)
    summaries.init_app(app)
    app.register_blueprint(imports.pages)
    imports_subjects.init_app(app)
    imports_jobs.init_app(app)
    app.cli.add_command(decisions_commands)
    to_do.init_app(app)
    app.register_blueprint(data_out.pages)
    app.context_processor(lambda: {"menu": menu(app)})
    panels.init_app(app)
    loading.init_app(app)
    forum_commands.add_command(demo)


HOME = "who_decides.home"
MENU = (
    ("issues.listing", N_("Issues")),
    ("who_decides.index", N_("Who decides?")),
    ("meetings.listing", N_("Meetings")),
    ("issues.this_week", N_("This week")),
)
BELONGS = {"packs": "who_decides", "glossary": "who_decides"}  # these pages change what stands on those
WHEN_THERE = {"meetings.listing": meetings_there.some}


def menu(app: Flask) -> tuple[tuple[str, str, str], ...]:
    """Return the main menu: an entry appears when what it leads to is there. The last word of each says if it is
    the page itself (page) or the part of the site that the page belongs to (true)."""
    here = request.endpoint or ""
    entries = [endpoint for endpoint, _label in MENU]
    inside = BELONGS.get(here.split(".")[0], here.split(".")[0])
    part = next((one for one in entries if one.split(".")[0] == inside), "")
    current = {here: "page"} if here in entries or here == HOME else {part: "true"}
    there = [(endpoint, label) for endpoint, label in MENU if endpoint in app.view_functions]
    shown = [one for one in there if one[0] not in WHEN_THERE or WHEN_THERE[one[0]]()]
    return tuple((endpoint, _(label), current.get(endpoint, "")) for endpoint, label in shown)
