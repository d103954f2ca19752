"""What people ask for, who is affected, who looks after a thread, and what it is called."""

from typing import TypedDict

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from forum import clock, limits, web
from forum.access import EVERYONE, NOT_SUSPENDED, WRITER, may_edit_thread
from forum.form import Form
from forum.limits import limiter
from forum.refusal import Refusal
from forum.say import _
from forum.threads import actions, browser, queries, rules
from forum.threads.forms.keeping import AskForm, EditThreadForm
from forum.threads.models import Thread
from forum.threads.routes.pages import issue_address, pages, thread_here
from forum.web import allow, stop_if


class Whose(TypedDict):
    """Whose mark something is: one of the two."""

    person_id: int | None
    browser: str | None


BACK = "back"  # the second button of a page with two


@pages.get("/issues/<int:id>/asks")
@allow(EVERYONE)
def asks(id: int) -> ResponseReturnValue:
    """Show what people asked for, each version."""
    thread = thread_here(id)
    return web.render("forum/threads/asks.html", thread=thread, asks=queries.asks(id), may_write=_may_ask(id) is None)


@pages.get("/issues/<int:id>/ask")
@allow(WRITER)
def ask(id: int) -> ResponseReturnValue:
    """Show what people ask for, to be written anew."""
    thread = _to_ask(id)
    last = next(iter(queries.asks(id)), None)
    kept = {"text": last.text, "differing": last.differing} if last else {}
    return web.render("forum/threads/ask.html", form=AskForm(data=kept), thread=thread)


@pages.post("/issues/<int:id>/ask")
@limiter.limit(limits.POST)
@allow(WRITER)
def ask_sent(id: int) -> ResponseReturnValue:
    """Write down what people ask for."""
    thread = _to_ask(id)
    form = AskForm(request.form)

    def act() -> str:
        actions.write_ask(thread, **form.given(), by=web.standing(), on=clock.now())
        flash(_("What people are asking for is up to date."))
        return issue_address(thread)

    return web.submit(form, act) or web.render("forum/threads/ask.html", form=form, thread=thread)


@pages.get("/issues/<int:id>/affects-me")
@allow(NOT_SUSPENDED)
def affects_me(id: int) -> ResponseReturnValue:
    """Show the button for "this affects me too", or to take it back."""
    return _affects_page(_whole(id), Form())


@pages.post("/issues/<int:id>/affects-me")
@limiter.limit(limits.POST)
@allow(NOT_SUSPENDED)
def affects_me_sent(id: int) -> ResponseReturnValue:
    """Count somebody as affected, once a person or browser, or no longer."""
    thread, form, browser_id = _whole(id), Form(request.form), browser.known()
    said = actions.no_longer_affects_me if request.form.get("do") == BACK else actions.affects_me

    def act() -> str:
        said(thread, **_whose(thread.id, browser_id), on=clock.now())
        return issue_address(thread) if web.standing().signed_in else url_for("threads.affects_me", id=thread.id)

    answer = web.submit(form, act)
    if answer is None or web.standing().signed_in:
        return answer or _affects_page(thread, form)
    return browser.remember(answer, browser_id)


@pages.get("/issues/<int:id>/look-after")
@allow(WRITER)
def look_after(id: int) -> ResponseReturnValue:
    """Show who looks after a thread, and the button to begin or to stop."""
    return _keeper_page(thread_here(id), Form())


@pages.post("/issues/<int:id>/look-after")
@limiter.limit(limits.POST)
@allow(WRITER)
def look_after_sent(id: int) -> ResponseReturnValue:
    """Begin to look after a thread, or stop."""
    thread, form = thread_here(id), Form(request.form)
    act = actions.hand_back if request.form.get("do") == BACK else actions.take_on

    def once() -> str:
        act(thread, by=web.standing(), on=clock.now())
        flash(_("Thank you. It is changed."))
        return issue_address(thread)

    return web.submit(form, once) or _keeper_page(thread, form)


@pages.get("/issues/<int:id>/edit")
@allow(WRITER)
def edit_thread(id: int) -> ResponseReturnValue:
    """Show what a thread is called and is about, to be changed."""
    thread, mine = _to_edit(id)
    now = {name: one.slug for name in ("topic", "area", "community") if (one := getattr(thread, name)) is not None}
    form = EditThreadForm(data={"title": thread.title, **now})
    return web.render("forum/threads/edit_thread.html", form=form, thread=thread, mine=mine)


@pages.post("/issues/<int:id>/edit")
@limiter.limit(limits.POST)
@allow(WRITER)
def edit_thread_sent(id: int) -> ResponseReturnValue:
    """Change what a thread is called and is about."""
    thread, mine = _to_edit(id)
    form = EditThreadForm(request.form)

    def act() -> str:
        said = {"title": str(form.title.data), "reason": form.reason.data or ""}
        changed = actions.edit_thread(thread, **said, **form.about(), by=web.standing(), on=clock.now())
        flash(_("The details are changed."))
        return issue_address(changed)

    return web.submit(form, act) or web.render("forum/threads/edit_thread.html", form=form, thread=thread, mine=mine)


def _may_ask(thread_id: int) -> Refusal | None:
    keeper, who = queries.keeper(thread_id), web.standing()
    return rules.may_write_ask(who, is_keeper=bool(keeper and who.signed_in and keeper.person_id == who.person_id))


def _to_ask(thread_id: int) -> Thread:
    thread = thread_here(thread_id)
    stop_if(_may_ask(thread_id))
    return thread


def _to_edit(thread_id: int) -> tuple[Thread, bool]:
    thread = thread_here(thread_id)
    mine = queries.is_mine(web.standing(), thread.byline_id)
    stop_if(may_edit_thread(web.standing(), mine=mine))
    return thread, mine


def _whole(thread_id: int) -> Thread:
    """The issue in which people are counted: the one that it was joined with, if it was."""
    thread = thread_here(thread_id)
    return thread if thread.joined_to_id is None else thread_here(thread.joined_to_id)


def _whose(thread_id: int, browser_id: str | None = None) -> Whose:
    """Whose mark it is: the person's, or the browser's when signed out."""
    person_id = web.standing().person_id
    return Whose(person_id=person_id, browser=None if person_id else browser.mark(thread_id, browser_id))


def _affects_page(thread: Thread, form: Form) -> ResponseReturnValue:
    said = queries.is_affected(thread.id, **_whose(thread.id))
    return web.render("forum/threads/affects_me.html", form=form, thread=thread, said=said)


def _keeper_page(thread: Thread, form: Form) -> ResponseReturnValue:
    keeper, who = queries.keeper(thread.id), web.standing()
    mine = keeper is not None and keeper.person_id == who.person_id
    return web.render(
        "forum/threads/look_after.html",
        form=form,
        thread=thread,
        keeper=keeper,
        may_take=rules.may_keep(who, kept=keeper is not None),
        may_give=rules.may_hand_back(who, is_keeper=mine),
    )
