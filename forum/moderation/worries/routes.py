"""Pages about worries: a form for anyone, the rest for safeguarding leads alone."""

from flask import Blueprint, abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from forum import clock, subjects, web
from forum.access import EVERYONE, SAFEGUARDING
from forum.limits import REPORT, limiter
from forum.moderation.models import Concern
from forum.moderation.worries import actions, queries
from forum.moderation.worries.forms import CloseForm, ReadForm, WorryForm
from forum.say import _
from forum.web import allow

pages = Blueprint("worries", __name__)


@pages.get("/worried")
@allow(EVERYONE)
def worried() -> ResponseReturnValue:
    """Show urgent numbers, then the form."""
    return _form(WorryForm())


@pages.post("/worried")
@limiter.limit(REPORT)
@allow(EVERYONE)
def tell() -> ResponseReturnValue:
    """Take in a worry."""
    form = WorryForm(request.form)

    def act() -> str:
        actions.tell(words=form.words.data, contact=form.contact.data or "", about=_about(), on=clock.now())
        return url_for("worries.told")

    return web.submit(form, act) or _form(form)


@pages.get("/worried/sent")
@allow(EVERYONE)
def told() -> ResponseReturnValue:
    """Say who has it now."""
    return web.render("forum/moderation/worries/told.html")


@pages.get("/worries")
@allow(SAFEGUARDING)
def listing() -> ResponseReturnValue:
    """List worries without their words."""
    closed = request.args.get("closed") == "1"
    lines, after = queries.lines(closed=closed, before=web.page_number("before"))
    return web.render("forum/moderation/worries/listing.html", lines=lines, after=after, closed=closed)


@pages.get("/worries/<int:id>")
@allow(SAFEGUARDING)
def case(id: int) -> ResponseReturnValue:
    """Show a worry: its words only to a lead who said that they read it."""
    return _case(_load(id), CloseForm())


@pages.post("/worries/<int:id>/read")
@allow(SAFEGUARDING)
def read(id: int) -> ResponseReturnValue:
    """Record the reading, then show the words."""
    concern = _load(id)

    def act() -> str:
        actions.read(concern, by=web.standing(), on=clock.now())
        return url_for("worries.case", id=id)

    return web.submit(ReadForm(request.form), act) or _case(concern, CloseForm())


@pages.post("/worries/<int:id>")
@allow(SAFEGUARDING)
def close(id: int) -> ResponseReturnValue:
    """Close a worry with what came of it."""
    concern, form = _load(id), CloseForm(request.form)

    def act() -> str:
        actions.close(concern, outcome=form.outcome.data, by=web.standing(), on=clock.now())
        flash(_("Closed."))
        return url_for("worries.listing")

    return web.submit(form, act) or _case(concern, form)


def _load(concern_id: int) -> Concern:
    found = subjects.visible("concern", concern_id, web.standing())
    return found if isinstance(found, Concern) else abort(404)


def _about() -> tuple[str, int] | None:
    """The thing that raised the worry, when the link named one that this person can see."""
    kind, subject_id = request.args.get("kind", ""), web.page_number("id")
    if subject_id is None or subjects.visible(kind, subject_id, web.standing()) is None:
        return None
    return kind, subject_id


def _form(form: WorryForm) -> ResponseReturnValue:
    kind, subject_id = _about() or (None, None)
    page = "forum/moderation/worries/worried.html"
    return web.render(page, form=form, somebody_reads=bool(queries.leads()), kind=kind, subject_id=subject_id)


def _case(concern: Concern, form: CloseForm) -> ResponseReturnValue:
    """Show a worry. Its words go to the template only for a lead who is reading."""
    reading = queries.is_reading(concern.id, web.standing(), on=clock.now())
    return web.render(
        "forum/moderation/worries/case.html",
        form=form,
        read=ReadForm(),
        id=concern.id,
        created_at=concern.created_at,
        closed_at=concern.closed_at,
        concern=concern if reading else None,
        about=_address(concern),
        readings=queries.readings(concern.id),
    )


def _address(concern: Concern) -> str | None:
    """The page of the thing that raised the worry, if this person can see it."""
    if concern.kind is None or concern.subject_id is None:
        return None
    thing = subjects.visible(concern.kind, concern.subject_id, web.standing())
    return subjects.address(concern.kind, thing) if thing is not None else None
