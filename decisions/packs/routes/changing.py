"""Change an entry: its words, that it ended, that it was checked, the pack's words again, a new one."""

from flask import abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.packs import earlier, editing, labels, schema, typed
from decisions.packs.forms import EndForm, EntryForm, ReasonForm, SeenForm
from decisions.packs.models import Entry
from decisions.packs.routes.pages import dated_or_404, editable_or_404, entry_or_404, pages, read_at
from decisions.packs.signing import helper
from decisions.packs.titles import KIND_WORDS, MANY_WORDS
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.form import Form
from forum.limits import limiter
from forum.say import _
from forum.web import allow


@pages.get("/who-decides/edit/<kind>/<ident>")
@allow(FACILITATOR)
def edit(kind: str, ident: str) -> ResponseReturnValue:
    """Show the form that changes what an entry says."""
    row = editable_or_404(kind, ident)
    return _entry_page(EntryForm(kind=kind, ident=ident, data=row.document), row)


@pages.post("/who-decides/edit/<kind>/<ident>")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def edit_sent(kind: str, ident: str) -> ResponseReturnValue:
    """Change what an entry says; or add, take away or move a group of its form."""
    row = editable_or_404(kind, ident)
    form = EntryForm(request.form, kind=kind, ident=ident, data=row.document)
    if _pressed(form):
        return _entry_page(form, row)

    def act() -> str:
        by, reason = web.standing(), form.reason.data
        editing.edit(row, form.document, seen=form.seen, reason=reason, by=by, signed=helper(by), on=clock.now())
        return _back(row, _("Saved. The public log says what you changed and why."))

    return web.submit(form, act) or _entry_page(form, entry_or_404(kind, ident))


@pages.get("/who-decides/add/<kind>")
@allow(FACILITATOR)
def add(kind: str) -> ResponseReturnValue:
    """Show the form of an entry of this place's own."""
    return _entry_page(EntryForm(kind=_may_be_added(kind), ident="", data={}), None)


@pages.post("/who-decides/add/<kind>")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def add_sent(kind: str) -> ResponseReturnValue:
    """Add an entry of this place's own."""
    form = EntryForm(request.form, kind=_may_be_added(kind), ident="", data={})
    if _pressed(form):
        return _entry_page(form, None)

    def act() -> str:
        by, reason = web.standing(), form.reason.data
        row = editing.add(kind, form.document, reason=reason, by=by, signed=helper(by), on=clock.now())
        return _back(row, _("Added. The public log says so."))

    return web.submit(form, act) or _entry_page(form, None)


@pages.get("/who-decides/edit/<kind>/<ident>/end")
@allow(FACILITATOR)
def end(kind: str, ident: str) -> ResponseReturnValue:
    """Ask on which day an entry ended."""
    row = dated_or_404(kind, ident)
    return _end_page(EndForm(data={"number": row.number, "day": clock.today().isoformat()}), row)


@pages.post("/who-decides/edit/<kind>/<ident>/end")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def end_sent(kind: str, ident: str) -> ResponseReturnValue:
    """Say on which day an entry ended."""
    row, form = dated_or_404(kind, ident), EndForm(request.form)

    def act() -> str:
        by, signed = web.standing(), helper(web.standing())
        reason = form.reason.data or ""
        editing.end(
            row, day=form.day.day or clock.today(), seen=form.seen, reason=reason, by=by, signed=signed, on=clock.now()
        )
        return _back(row, _("Saved. It is not shown as one that is there any more."))

    return web.submit(form, act) or _end_page(form, entry_or_404(kind, ident))


@pages.get("/who-decides/edit/<kind>/<ident>/take-back")
@allow(FACILITATOR)
def take_back(kind: str, ident: str) -> ResponseReturnValue:
    """Show what taking the pack's words again changes."""
    row = _loaded_or_404(kind, ident)
    return _take_back_page(ReasonForm(data={"number": row.number}), row)


@pages.post("/who-decides/edit/<kind>/<ident>/take-back")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def take_back_sent(kind: str, ident: str) -> ResponseReturnValue:
    """Take the pack's words for an entry again."""
    row, form = _loaded_or_404(kind, ident), ReasonForm(request.form)

    def act() -> str:
        by, reason = web.standing(), form.reason.data or ""
        editing.take_back(row, seen=form.seen, reason=reason, by=by, signed=helper(by), on=clock.now())
        return _back(row, _("The pack’s words stand here again."))

    return web.submit(form, act) or _take_back_page(form, entry_or_404(kind, ident))


@pages.post("/who-decides/edit/<kind>/<ident>/checked")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def checked(kind: str, ident: str) -> ResponseReturnValue:
    """Say "I looked today: this is right"."""
    row, form = dated_or_404(kind, ident), SeenForm(request.form)

    def act() -> str:
        by = web.standing()
        editing.checked(row, seen=form.seen, by=by, signed=helper(by), on=clock.now())
        return _back(row, _("Thank you. It says that you looked today."))

    if done := web.submit(form, act):
        return done
    row = entry_or_404(kind, ident)
    shown = EntryForm(None, kind=kind, ident=ident, data=row.document)
    shown.refused = form.refused
    return _entry_page(shown, row)


def _pressed(form: EntryForm) -> bool:
    """Whether a button was pressed that adds, takes away or moves a group; then it is done, and nothing is saved."""
    if button := form.presses(request.form):
        form.typed = typed.changed(form.typed, button, request.form[button].removeprefix("e-"))
    return bool(button)


def _may_be_added(kind: str) -> str:
    """Return a kind of which people may add entries, or answer that there is no such page."""
    if kind not in schema.KINDS:
        abort(404)
    return kind


def _loaded_or_404(kind: str, ident: str) -> Entry:
    row = editable_or_404(kind, ident)
    if row.loaded is None:
        abort(404)
    return row


def _end_page(form: EndForm, row: Entry) -> ResponseReturnValue:
    return web.render("decisions/packs/end.html", form=form, entry=row)


def _back(row: Entry, said: str) -> str:
    flash(said)
    return url_for("packs.edit", kind=row.kind, ident=row.ident)


def _entry_page(form: EntryForm, row: Entry | None) -> ResponseReturnValue:
    """Show the form of an entry. When somebody else was first, it says what they changed; saving again is then on
    purpose."""
    first = row is not None and form.refused is not None and form.seen != row.number
    theirs = earlier.since(row, form.seen) if row and first else []
    if row and (first or not request.form):
        form.number.data = row.number
    return web.render(
        "decisions/packs/entry.html",
        form=form,
        entry=row,
        kind=form.kind,
        words=KIND_WORDS[form.kind],
        many=MANY_WORDS[form.kind],
        theirs=theirs,
        labels=labels.of(form.kind),
        choices=labels.CHOICES,
        hint=labels.hint,
        press=_press(row),
        read_at=read_at(row) if row else "",
    )


def _press(row: Entry | None) -> Form | None:
    """The small form of "I looked today"."""
    return SeenForm(data={"number": row.number}) if row and row.kind not in schema.SINGLE else None


def _take_back_page(form: ReasonForm, row: Entry) -> ResponseReturnValue:
    differences = earlier.differences(row.kind, row.data, row.loaded or {})
    return web.render(
        "decisions/packs/take_back.html",
        form=form,
        entry=row,
        differences_found=differences,
        labels=labels.of(row.kind),
    )
