"""Pages about this place, and its settings."""

from dataclasses import asdict

from flask import Blueprint, Response, current_app, flash, request, url_for
from flask.typing import ResponseReturnValue

from forum import clock, web
from forum.about import actions, facts, job
from forum.about.forms import TYPED, SettingsForm
from forum.about.months import months
from forum.about.site import LABELS, fresh, site
from forum.access import ADMINISTRATOR, EVERYONE
from forum.moderation.worries.queries import leads
from forum.say import _
from forum.web import allow

pages = Blueprint("about", __name__)


@pages.app_context_processor
def foot() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the links at the foot of every page."""
    return {
        "foot": (
            ("about.privacy", _("What we keep about you")),
            ("about.place", _("Who runs this")),
            ("about.your_job", _("If you work for a service")),
        )
    }


@pages.get("/healthz")
@allow(EVERYONE)
def healthz() -> Response:
    """Say that the process is up."""
    return Response("ok\n", mimetype="text/plain")


@pages.get("/help-now")
@allow(EVERYONE)
def help_now() -> ResponseReturnValue:
    """Show whom to ring now."""
    return web.render("forum/about/help_now.html")


@pages.get("/safety")
@allow(EVERYONE)
def safety() -> ResponseReturnValue:
    """Say how we keep people safe, with the figures of the last months."""
    return web.render("forum/about/safety.html", months=months(clock.today()), somebody_reads=bool(leads()))


@pages.get("/about")
@allow(EVERYONE)
def place() -> ResponseReturnValue:
    """Say who runs this, who pays, and how to reach them."""
    return web.render("forum/about/about.html")


@pages.get("/your-job")
@allow(EVERYONE)
def your_job() -> ResponseReturnValue:
    """Answer whether people who work for a service can get into trouble for taking part."""
    aged = clock.today() > job.CHECK_BY
    return web.render(
        "forum/about/your_job.html", parts=job.PARTS, advisers=job.ADVISERS, checked=job.CHECKED, aged=aged
    )


@pages.get("/accessibility")
@allow(EVERYONE)
def accessibility() -> ResponseReturnValue:
    """Show the accessibility statement."""
    tested, made = facts.LAST_TESTED, facts.STATEMENT_MADE
    return web.render("forum/about/accessibility.html", tested=tested, made=made)


@pages.get("/privacy")
@allow(EVERYONE)
def privacy() -> ResponseReturnValue:
    """Say what we keep, how long, and what people can ask of us."""
    own = current_app.config["SESSION_COOKIE_NAME"]
    return web.render("forum/about/privacy.html", kept=facts.KEPT, cookies=facts.COOKIES, own=own)


@pages.get("/settings")
@allow(ADMINISTRATOR)
def settings() -> ResponseReturnValue:
    """Show the settings of the place."""
    return web.render("forum/about/settings.html", form=SettingsForm(data=asdict(site())))


@pages.post("/settings")
@allow(ADMINISTRATOR)
def save_settings() -> ResponseReturnValue:
    """Keep what was changed, and say what that was."""
    form = SettingsForm(request.form)

    def act() -> str:
        values = {one.name: form.given(one.name) for one in TYPED}
        changed = actions.change_settings(fresh(), values, by=web.standing().person_id, on=clock.now())
        names = ", ".join(_(LABELS[name]) for name in changed)
        flash(_("Saved. You changed: %(names)s.", names=names) if changed else _("Nothing was changed."))
        return url_for("about.settings")

    return web.submit(form, act) or web.render("forum/about/settings.html", form=form)
