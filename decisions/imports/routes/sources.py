"""The list of sources, a new one, and the page of one."""

from typing import Any

from flask import Response, abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.bodies.choices import bodies_today
from decisions.imports import actions, outline, queries, running
from decisions.imports.forms import FileForm, SourceForm, TextForm
from decisions.imports.models import Source
from decisions.imports.readers import sheets
from decisions.imports.readers.table import READER_WORDS
from decisions.imports.routes.pages import meetings_near, pages, source_or_404
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.form import Form
from forum.limits import limiter
from forum.say import _
from forum.web import allow


@pages.get("/sources")
@allow(FACILITATOR)
def listing() -> ResponseReturnValue:
    """List the sources, each with its last result."""
    return web.render(
        "decisions/imports/listing.html",
        rows=queries.listed(),
        now=clock.now(),
        readers=READER_WORDS,
        counted=outline.counted,
    )


@pages.get("/sources/new")
@allow(FACILITATOR)
def new() -> ResponseReturnValue:
    """Show the form of a new source."""
    return _new(SourceForm())


@pages.post("/sources/new")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def new_sent() -> ResponseReturnValue:
    """Add a source."""
    form = SourceForm(request.form)

    def act() -> str:
        made = actions.add(reader=form.reader.data, **_typed(form), by=web.standing(), on=clock.now())
        flash(_("The source is added."))
        return url_for("imports.source", id=made.id)

    return web.submit(form, act) or _new(form)


@pages.get("/sources/<int:id>")
@allow(FACILITATOR)
def source(id: int) -> ResponseReturnValue:
    """Show a source: what came of it, what waits, and how to bring something."""
    found = source_or_404(id)
    return source_page(found, TextForm() if found.reader == "text" else FileForm())


@pages.get("/sources/<int:id>/change")
@allow(FACILITATOR)
def change(id: int) -> ResponseReturnValue:
    """Show the form that changes a source."""
    found = source_or_404(id)
    data = {"name": found.name, "reader": found.reader, "address": found.address, "every": found.every}
    return _new(SourceForm(data={**data, "body": str(found.body_id or "")}), found)


@pages.post("/sources/<int:id>/change")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def change_sent(id: int) -> ResponseReturnValue:
    """Change a source. What it gives stays as it is: its ids mean something else to another reader."""
    found, form = source_or_404(id), SourceForm(request.form)
    form.reader.data = found.reader

    def act() -> str:
        actions.change(found, **_typed(form), by=web.standing(), on=clock.now())
        flash(_("Saved."))
        return url_for("imports.source", id=id)

    return web.submit(form, act) or _new(form, source_or_404(id))


@pages.post("/sources/<int:id>/read")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def read(id: int) -> ResponseReturnValue:
    """Ask for a source to be read now."""
    found, form = source_or_404(id), Form(request.form)

    def act() -> str:
        actions.ask(found, by=web.standing(), on=clock.now())
        flash(_("It is read within a few minutes. Look at this page again then."))
        return url_for("imports.source", id=id)

    return web.submit(form, act) or source_page(source_or_404(id), form)


@pages.get("/sources/table/<kind>.csv")
@allow(FACILITATOR)
def table(kind: str) -> Response:
    """Give an empty table to fill in."""
    if kind not in sheets.SHEETS:
        abort(404)
    name = {"Content-Disposition": f'attachment; filename="{kind}.csv"'}
    return Response(sheets.template(kind), mimetype="text/csv", headers=name)


def source_page(found: Source, form: Form) -> ResponseReturnValue:
    """Show a source with a form in which something is brought, or in which something is wrong."""
    bring = form if isinstance(form, FileForm | TextForm) else TextForm() if found.reader == "text" else FileForm()
    return web.render(
        "decisions/imports/source.html",
        form=form,
        bring=bring.offer(meetings_near(found)) if isinstance(bring, TextForm) else bring,
        ask=Form(),
        source=found,
        readers=READER_WORDS,
        runs=queries.runs_of(found.id),
        bodies=queries.bodies_of(found.id),
        ours=bodies_today(clock.today()),
        brought=queries.brought_of(found.id),
        counted=outline.counted,
        read_fault=running.read_fault,
    )


def _typed(form: SourceForm) -> dict[str, Any]:
    """What was typed into the form of a source; a body that is not there is none."""
    given = str(form.body.data or "")
    body_id = next((one for one in bodies_today(clock.today()) if str(one) == given), None)
    every, address = form.every.data or "", form.address.data or ""
    return {"name": form.name.data, "address": address, "body_id": body_id, "every": every}


def _new(form: SourceForm, source: Source | None = None) -> ResponseReturnValue:
    return web.render("decisions/imports/new.html", form=form.offer(bodies_today(clock.today())), source=source)
