"""What a record says happened, as a draft: approve it with one press, change it before, or dismiss it."""

from typing import Any

from flask import abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.journeys.actions import CHANGED as SOMETHING_NEW
from decisions.journeys.joining import approving, choosing, queries
from decisions.journeys.joining.forms import DraftForm, from_draft
from decisions.journeys.joining.kinds import Draft
from decisions.journeys.joining.models import DraftMove
from decisions.journeys.joining.published import Record, record_of
from decisions.journeys.joining.writing import best_route
from decisions.journeys.kinds import MOVE_WORDS, MoveKind
from decisions.journeys.models import Journey
from decisions.journeys.queries import Route, journey
from decisions.journeys.reporting import groups
from decisions.journeys.routes.pages import move_address, pages
from decisions.journeys.rules import choices
from decisions.journeys.sources import is_link
from forum import clock, limits, subjects, web
from forum.access import FACILITATOR
from forum.form import Form
from forum.limits import limiter
from forum.say import _
from forum.web import allow


@pages.get("/drafts/<int:id>")
@allow(FACILITATOR)
def draft(id: int) -> ResponseReturnValue:
    """Show what a record says, to be approved."""
    return _page(*_here(id), None)


@pages.post("/drafts/<int:id>")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def draft_sent(id: int) -> ResponseReturnValue:
    """Put what a record says into the journey of the issue: one ordinary move."""
    row, about = _here(id)
    form = DraftForm(request.form).offer_for(about, web.standing())

    def act() -> str:
        of, seen = _journey(form, about, row)
        made = approving.approve(
            row, form.given(), of=of, role=form.chosen_role, stamp=form.stamp.data, seen=seen,
            by=web.standing(), on=clock.now(),
        )  # fmt: skip
        flash(_("Thank you. It is on the record."))
        return move_address(about.joined.thread, journey(made.journey_id) or abort(404), made.number)

    return web.submit(form, act) or _page(*_here(id), form)


@pages.post("/drafts/<int:id>/dismiss")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def dismissed(id: int) -> ResponseReturnValue:
    """Record nothing of what a record says."""
    row, about = _here(id)
    form = Form(request.form)

    def act() -> str:
        approving.dismiss(row, by=web.standing(), on=clock.now())
        flash(_("Nothing was recorded. It comes back only when their record changes."))
        return url_for("journeys.joined", id=about.joined.id)

    return web.submit(form, act) or _page(*_here(id), form)


def _here(draft_id: int) -> tuple[DraftMove, Record]:
    """A draft with what it comes from, on an issue that this person may see."""
    pair = queries.drafts_by_ids([draft_id]).get(draft_id)
    if pair is None or subjects.get("thread").may_see(web.standing(), pair[1].thread) is not None:
        abort(404)
    return pair[0], record_of(pair[1])


def _journey(form: DraftForm, about: Record, row: DraftMove) -> tuple[Journey | None, int | None]:
    """The journey of the chosen step, and the number of the last entry that the form showed of it."""
    best, _stop = best_route(about, row.kind, clock.now())
    chosen = next((one for one in about.routes if one.stop(form.stop.number) is not None), best)
    return (chosen.journey if chosen else None), (form.seen_number if chosen is best and chosen else None)


def _page(row: DraftMove, about: Record, form: Form | None) -> ResponseReturnValue:
    best, stop_id = best_route(about, row.kind, clock.now())
    body = about.decision.body if about.decision else about.meeting.body if about.meeting else abort(404)
    new = DraftForm(data=from_draft(row, body.kind, best, stop_id))
    fields = form if isinstance(form, DraftForm) else new
    _show_anew(fields, row, best)
    return web.render(
        "decisions/journeys/draft.html", form=form, fields=fields.offer_for(about, web.standing()), row=row, body=body,
        thread=about.joined.thread, record=choosing.found(about.joined.item or about.joined.decision or abort(404)),
        waits=row.state == Draft.WAITING, started=bool(about.routes), what=MOVE_WORDS[MoveKind(row.kind)],
        fits=stop_id is not None, off=Form(), groups=groups(choices(web.standing())), **_source(row),
    )  # fmt: skip


def _show_anew(fields: DraftForm, row: DraftMove, best: Route | None) -> None:
    """Let a form that was refused, since something changed meanwhile, be sent again: what is new was shown."""
    refused = fields.refused.args[0] if fields.refused is not None else ""
    if refused in (SOMETHING_NEW, approving.CHANGED):
        fields.stamp.data, fields.seen.data = row.changed_at.isoformat(), str(best.now.last_number if best else 0)


def _source(row: DraftMove) -> dict[str, Any]:
    return {"source": row.source if is_link(row.source) else "", "source_name": row.source_name or row.source}
