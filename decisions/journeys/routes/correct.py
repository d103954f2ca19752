"""Put an entry right: what it should be, or that it never happened. Both entries stay for all to read."""

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from decisions.journeys import actions, rules
from decisions.journeys.actions import CHANGED
from decisions.journeys.entries import Entry, entry_of
from decisions.journeys.forms.happening import CorrectForm
from decisions.journeys.kinds import NOTHING, Evidence, MoveKind
from decisions.journeys.models import Move
from decisions.journeys.posts import recent_posts
from decisions.journeys.queries import Route, move_facts
from decisions.journeys.reporting import in_order
from decisions.journeys.routes.pages import move_address, move_here, pages
from decisions.journeys.signing import recorder
from decisions.journeys.titles import title_of, words_of
from forum import clock, limits, web
from forum.access import EVERYONE, FACILITATOR, Shown
from forum.limits import limiter
from forum.say import _
from forum.threads.models import Thread
from forum.web import allow

KEPT = ("evidence", "source", "source_name", "official", "reason")


@pages.get("/moves/<int:id>")
@allow(EVERYONE)
def move(id: int) -> ResponseReturnValue:
    """Lead to an entry on the page of its issue, for good."""
    thread, found, row = move_here(id)
    return redirect(move_address(thread, found.journey, row.number, last=found.now.last_number))


@pages.get("/moves/<int:id>/correct")
@allow(FACILITATOR)
def correct(id: int) -> ResponseReturnValue:
    """Show an entry as it stands, to be put right. One that was put right before leads to what holds now."""
    thread, found, row = move_here(id)
    entry = _entry(found, row)
    if entry.last != row.number:
        return redirect(url_for("journeys.correct", id=_row(found, entry.last).id))
    return _page(thread, found, row, CorrectForm(data=_as_it_stands(found, entry, row)))


@pages.post("/moves/<int:id>/correct")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def correct_sent(id: int) -> ResponseReturnValue:
    """Put an entry right."""
    thread, found, row = move_here(id)
    form, who, number = _offered(CorrectForm(request.form), found), web.standing(), row.number

    def act() -> str:
        signed = recorder(who, thread_id=thread.id)
        new = form.given(number)
        made = actions.record_move(found.journey, new, seen=form.seen_number, by=who, signed=signed, on=clock.now())
        flash(_("It is put right. Both entries stay, so that everyone can see what changed."))
        return move_address(thread, found.journey, made.number)

    return web.submit(form, act) or _page(thread, found, row, form)


def _entry(found: Route, row: Move) -> Entry:
    """The entry of a move. Where it was raised is where it began: that stays."""
    entry = entry_of(move_facts(found.moves), row.number)
    return entry if entry is not None and entry.fact.kind != MoveKind.RAISED else abort(404)


def _row(found: Route, number: int) -> Move:
    return found.move(number) or abort(404)


def _as_it_stands(found: Route, entry: Entry, row: Move) -> dict[str, object]:
    fact = entry.fact
    names = KEPT if row.state == Shown.SHOWN else KEPT[:1]  # what a moderator hid is not written again
    kept: dict[str, object] = {name: getattr(row, name) for name in names}
    return kept | {
        "seen": found.now.last_number,
        "becomes": "" if fact.kind == NOTHING else fact.kind,
        "happened_on": fact.happened_on,
        "stop": fact.stop_id,
        "to": fact.to_stop_id,
        "planned_on": fact.planned_on,
        "published_on": fact.published_on,
    }


def _offered(form: CorrectForm, found: Route) -> CorrectForm:
    form.offer(found.stops, in_order(rules.choices(web.standing())))
    form.offer_more(list(Evidence), recent_posts(found.journey.thread_id))
    return form


def _page(thread: Thread, found: Route, row: Move, form: CorrectForm) -> ResponseReturnValue:
    new: list[Move] = []
    if form.refused is not None and form.refused.args[0] == CHANGED:
        _thread, found, row = move_here(row.id)
        new = [one for one in found.moves if one.number > form.seen_number]
        form.seen.data = str(found.now.last_number)
    shown = _offered(form, found)
    stop = found.stop(row.stop_id)
    words = {"move": row, "stop": stop, "new": new, "title_of": title_of, "words_of": words_of}
    return web.render("decisions/journeys/correct.html", form=shown, thread=thread, **words)
