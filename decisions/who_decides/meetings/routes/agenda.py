"""What is on an agenda, and where its papers are."""

from flask import flash, request
from flask.typing import ResponseReturnValue

from decisions.meetings import actions, queries
from decisions.meetings.actions.holding import stamp
from decisions.meetings.models import AgendaItem, Meeting
from decisions.who_decides.meetings import words
from decisions.who_decides.meetings.forms.agenda import ItemForm, PaperForm, from_item
from decisions.who_decides.meetings.forms.meeting import Seen
from decisions.who_decides.meetings.routes.changing import address
from decisions.who_decides.meetings.routes.pages import item_here, meeting_here, pages, paper_here
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.form import Form
from forum.limits import limiter
from forum.say import _
from forum.web import allow


@pages.get("/meetings/<int:id>/items")
@allow(FACILITATOR)
def new_item(id: int) -> ResponseReturnValue:
    """Show an empty form for an item."""
    meeting = meeting_here(id)
    return _item(ItemForm(data={"seen": stamp(meeting)}), meeting, None)


@pages.post("/meetings/<int:id>/items")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def new_item_sent(id: int) -> ResponseReturnValue:
    """Put something on an agenda."""
    meeting, form = meeting_here(id), ItemForm(request.form)

    def act() -> str:
        actions.add_item(meeting, form.given(), seen=None, by=web.standing(), on=clock.now())
        flash(_("It is on the agenda."))
        return address(meeting)

    return web.submit(form, act) or _item(form, meeting_here(id), None)


@pages.get("/meetings/<int:id>/items/<int:item>")
@allow(FACILITATOR)
def item(id: int, item: int) -> ResponseReturnValue:
    """Show the form that changes an item."""
    meeting = meeting_here(id)
    row = item_here(meeting, item)
    return _item(ItemForm(data=from_item(row, stamp(meeting))), meeting, row)


@pages.post("/meetings/<int:id>/items/<int:item>")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def item_sent(id: int, item: int) -> ResponseReturnValue:
    """Change an item, or take it off."""
    meeting, form = meeting_here(id), ItemForm(request.form)
    row = item_here(meeting, item)

    def act() -> str:
        actions.change_item(row, form.given(), seen=form.seen.data or "", by=web.standing(), on=clock.now())
        flash(_("Saved."))
        return address(meeting)

    return web.submit(form, act) or _item(form, meeting_here(id), item_here(meeting, item))


@pages.post("/meetings/<int:id>/items/<int:item>/remove")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def item_removed(id: int, item: int) -> ResponseReturnValue:
    """Take an item off an agenda."""
    meeting, form = meeting_here(id), Seen(request.form)
    row = item_here(meeting, item)

    def act() -> str:
        actions.remove_item(row, seen=form.seen.data or "", by=web.standing(), on=clock.now())
        flash(_("It is off the agenda."))
        return address(meeting)

    shown = ItemForm(data=from_item(row, stamp(meeting)))
    return web.submit(form, act) or _item(shown, meeting_here(id), item_here(meeting, item), failed=form)


@pages.get("/meetings/<int:id>/papers")
@allow(FACILITATOR)
def papers(id: int) -> ResponseReturnValue:
    """List the papers, with an empty form for one more."""
    meeting = meeting_here(id)
    return _papers(PaperForm(data={"seen": stamp(meeting)}), meeting)


@pages.post("/meetings/<int:id>/papers")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def papers_sent(id: int) -> ResponseReturnValue:
    """Say where a paper is."""
    meeting, found = meeting_here(id), queries.items(id)
    form = PaperForm(request.form).offer(found)

    def act() -> str:
        actions.add_paper(meeting, form.given(found), seen=None, by=web.standing(), on=clock.now())
        flash(_("The paper is on the page."))
        return address(meeting)

    return web.submit(form, act) or _papers(form, meeting_here(id))


@pages.post("/meetings/<int:id>/papers/<int:paper>/remove")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def paper_removed(id: int, paper: int) -> ResponseReturnValue:
    """Take the link to a paper off."""
    meeting, form = meeting_here(id), Form(request.form)
    row = paper_here(meeting, paper)

    def act() -> str:
        if row is not None:
            actions.remove_paper(row, meeting, by=web.standing(), on=clock.now())
        flash(_("The paper is off the page."))
        return address(meeting)

    return web.submit(form, act) or _papers(PaperForm(), meeting_here(id))


def _item(form: ItemForm, meeting: Meeting, row: AgendaItem | None, failed: Form | None = None) -> ResponseReturnValue:
    return web.render(
        "decisions/meetings/item.html", form=failed or form, fields=form, meeting=meeting, item=row,
        back=address(meeting), off=Seen(data={"seen": stamp(meeting)}),
    )  # fmt: skip


def _papers(form: PaperForm, meeting: Meeting) -> ResponseReturnValue:
    form.offer(queries.items(meeting.id))
    return web.render(
        "decisions/meetings/papers.html", form=form, meeting=meeting, papers=queries.papers(meeting.id), words=words,
        back=address(meeting), press=Form,
    )  # fmt: skip
