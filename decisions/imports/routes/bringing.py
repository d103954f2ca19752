"""Bring a file or a text, look at what it would change, and say yes or no."""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import CombinedMultiDict

from decisions.imports import actions, outline, running
from decisions.imports.comparing import Gathered, gather
from decisions.imports.forms import FileForm, ItemsForm, TextForm
from decisions.imports.links import HERE
from decisions.imports.models import Brought
from decisions.imports.readers import pasted
from decisions.imports.readers.letters import text_of
from decisions.imports.readers.table import LARGEST, read
from decisions.imports.records import Asked, Found, Unreadable
from decisions.imports.routes.pages import brought_or_404, meetings_near, pages, source_or_404
from decisions.imports.routes.sources import source_page
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.db import begin_write, db
from forum.form import Form
from forum.limits import limiter
from forum.refusal import Refusal
from forum.say import _
from forum.web import allow

MOST_SHOWN = 300  # changes on one page


@pages.post("/sources/<int:id>/bring")
@limiter.limit(limits.POST)
@allow(FACILITATOR, largest=LARGEST + 100_000)
def bring(id: int) -> ResponseReturnValue:
    """Put a file or a text by, and lead to what it would change."""
    found = source_or_404(id)
    kind = TextForm if found.reader == "text" else FileForm
    form = kind(request.form if kind is TextForm else CombinedMultiDict([request.form, request.files]))
    given = _text(form.offer(meetings_near(found))) if isinstance(form, TextForm) else _file(form)

    def act() -> str:
        made = actions.bring(found, **given, by=web.standing(), on=clock.now())
        return url_for("imports.look", id=made.id)

    return web.submit(form, act) or source_page(source_or_404(id), form)


@pages.get("/brought/<int:id>")
@allow(FACILITATOR)
def look(id: int) -> ResponseReturnValue:
    """Show what something that was brought would change."""
    return _look(brought_or_404(id), None)


@pages.post("/brought/<int:id>/items")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def items(id: int) -> ResponseReturnValue:
    """Put the items of a text right, and look again."""
    brought, form = brought_or_404(id), ItemsForm(request.form)

    def act() -> str:
        if brought.source.reader == "text":
            brought.content = str(form.text.data).encode()
        return url_for("imports.look", id=id)

    return web.submit(form, act) or _look(brought_or_404(id), form)


@pages.post("/brought/<int:id>/keep")
@limiter.limit(limits.POST)
@allow(FACILITATOR, slow=True)
def keep(id: int) -> ResponseReturnValue:
    """Say yes: bring it in. It is read before the database is locked."""
    form, read_now = Form(request.form), _gathered(brought_or_404(id))
    begin_write()

    def act() -> str:
        brought = brought_or_404(id)
        source = brought.source
        running.bring_now(source, read_now(), by=web.standing().person_id, on=clock.now())
        db.session.delete(brought)
        flash(_("It is brought in."))
        return url_for("imports.source", id=source.id)

    return web.submit(form, act) or _look(brought_or_404(id), form)


@pages.post("/brought/<int:id>/drop")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def drop(id: int) -> ResponseReturnValue:
    """Say no: delete it."""
    brought, form = brought_or_404(id), Form(request.form)

    def act() -> str:
        address = url_for("imports.source", id=brought.source_id)
        actions.drop(brought, by=web.standing(), on=clock.now())
        flash(_("It is deleted. Nothing of it was kept."))
        return address

    return web.submit(form, act) or _look(brought_or_404(id), form)


def _file(form: Form) -> dict[str, Any]:
    file = form.file.data
    content = file.read() if getattr(file, "filename", "") else b""
    return {"name": getattr(file, "filename", "") or "", "content": content, "meeting_id": None, "minutes": False}


def _text(form: TextForm) -> dict[str, Any]:
    """A text and its meeting: one of those that were offered, or none, and then the form says so."""
    offered = [value for value, *_rest in form.meeting.choices]
    if form.meeting.data not in offered:
        form.meeting.data = ""
    meeting_id = int(form.meeting.data) if form.meeting.data else None
    named = next((str(choice[1]) for choice in form.meeting.choices if choice[0] == form.meeting.data), "")
    content = str(form.text.data or "").encode()
    return {"name": named, "content": content, "meeting_id": meeting_id, "minutes": bool(form.minutes.data)}


def _give(brought: Brought) -> running.Give:
    """Return a function that reads what was brought; it needs nothing of the database."""
    reader, content = brought.source.reader, bytes(brought.content)
    asked = Asked(
        base=brought.source.address,
        zone=clock.zone().key,
        meeting=f"{HERE}{brought.meeting_id}",
        minutes=brought.minutes,
    )
    return lambda: _read(reader, content, asked)


def _gathered(brought: Brought) -> Callable[[], Gathered]:
    """Read what was brought; return a function that gives it, or says why it can't be read."""
    try:
        found = gather(_give(brought)())
    except Unreadable as refusal:
        why = refusal

        def refuse() -> Gathered:
            raise why

        return refuse
    return lambda: found


def _read(reader: str, content: bytes, asked: Asked) -> Iterable[Found]:
    return read(reader, content, asked)


def _look(brought: Brought, form: Form | None) -> ResponseReturnValue:
    """Show what it would change, or why it can't be read."""
    result, why = None, None
    try:
        result = running.try_out(brought.source, _give(brought)())
    except Refusal as refusal:
        why = refusal.sentence
    changes = list(islice(outline.difference(result.plan), MOST_SHOWN)) if result else []
    return web.render(
        "decisions/imports/look.html",
        form=form,
        brought=brought,
        result=result,
        why=why,
        changes=changes,
        most=MOST_SHOWN,
        press_form=Form(),
        outline=outline,
        items_form=_items_form(brought, form),
    )


def _items_form(brought: Brought, form: Form | None) -> ItemsForm | None:
    if brought.source.reader != "text" or isinstance(form, ItemsForm):
        return form if isinstance(form, ItemsForm) else None
    try:
        text = text_of(bytes(brought.content))
    except Unreadable:
        text = ""
    return ItemsForm(data={"text": pasted.whole(pasted.split(text)) or text})
