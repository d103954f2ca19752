"""What changed? By the link of a letter, or from the issue's page: with an account, or by the browser that said
before that it affects them.

Opening a link never changes anything: mail programs open links by themselves. A page with a button does.
"""

from flask import abort, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from decisions.journeys.models import Journey
from decisions.journeys.queries import issues_of, shown_with
from decisions.promises import tokens
from decisions.promises.owners import Owner, is_concerned
from decisions.promises.routes.pages import pages
from decisions.promises.verdicts import actions, queries, rules
from decisions.promises.verdicts.forms import ChangedForm
from decisions.promises.verdicts.models import VerdictRound
from forum import clock, limits, web
from forum.access import EVERYONE, FACILITATOR, NOT_SUSPENDED
from forum.db import db
from forum.form import Form
from forum.limits import limiter
from forum.refusal import Refusal, raise_if
from forum.say import _, say_day
from forum.threads import browser
from forum.threads.models import Thread
from forum.threads.queries import thread_or_none
from forum.web import allow

NO_MARK = "none"  # of a browser that never pressed a button here


@pages.get("/what-changed/<token>")
@allow(EVERYONE)
def what_changed(token: str) -> ResponseReturnValue:
    """Show the question to whoever has the link of a letter."""
    found = _by_token(token)
    if found is None:
        return render_template("decisions/promises/link_over.html"), 404
    return _by_link(token, *found)


@pages.post("/what-changed/<token>")
@limiter.limit(limits.POST)
@allow(EVERYONE)
def what_changed_sent(token: str) -> ResponseReturnValue:
    """Keep what whoever has the link says."""
    found, form = _by_token(token), ChangedForm(request.form)
    if found is None:
        return render_template("decisions/promises/link_over.html"), 404
    one, of, _thread, owner = found

    def act() -> str:
        actions.answer(one, of, owner, word=form.chosen(), words=form.words.data or "", on=clock.now())
        flash(_("Thank you. You can change it with the same link until %(day)s.", day=say_day(one.closes_on)))
        return url_for("promises.what_changed", token=token)

    return web.submit(form, act) or _by_link(token, *found, form=form)


@pages.get("/issues/<int:id>/what-changed")
@allow(NOT_SUSPENDED)
def changed(id: int) -> ResponseReturnValue:
    """Show the question to those affected, with an account or by their browser, and what was said so far."""
    thread, of = _here(id)
    return _page(thread, of)


@pages.post("/issues/<int:id>/what-changed")
@limiter.limit(limits.POST)
@allow(NOT_SUSPENDED)
def changed_sent(id: int) -> ResponseReturnValue:
    """Keep what somebody affected says."""
    thread, of = _here(id)
    one, form = queries.open_round(of.id, clock.today()), ChangedForm(request.form)

    def act() -> str:
        raise_if(_may(one, of, id))
        actions.answer(
            one or abort(404), of, _owner(id), word=form.chosen(), words=form.words.data or "", on=clock.now()
        )
        flash(_("Thank you. You can change it for some time yet."))
        return url_for("issues.page", id=id, slug=thread.slug, _anchor="verdict")

    return web.submit(form, act) or _page(thread, of, form)


@pages.get("/issues/<int:id>/what-changed/said")
@allow(FACILITATOR)
def changed_said(id: int) -> ResponseReturnValue:
    """Show what people wrote, without who, to those who help run this."""
    thread, of = _here(id)
    said, words = queries.of_journey(of.id), queries.words_of(of.id)
    return web.render("decisions/promises/said.html", thread=thread, said=said, words=words, rules=rules)


@pages.get("/ask-no-more/<token>")
@allow(EVERYONE)
def ask_no_more(token: str) -> ResponseReturnValue:
    """Show the button that ends these letters."""
    return _stop_page(token, Form())


@pages.post("/ask-no-more/<token>")
@allow(EVERYONE, by_token=True)
def ask_no_more_now(token: str) -> ResponseReturnValue:
    """End these letters. A mail program that does it is not sent on (RFC 8058, section 3.1)."""
    found, form = tokens.read(tokens.STOP, token), Form(request.form)
    thread = db.session.get(Thread, found[0]) if found else None
    if found is None or thread is None:
        return _stop_page(token, form)

    def act() -> str:
        actions.ask_no_more(thread.id, found[1], on=clock.now())
        return url_for("notifications.stopped")

    if request.form.get("List-Unsubscribe") == "One-Click":
        act()
        db.session.commit()
        return render_template("forum/notifications/stopped.html")
    return web.submit(form, act) or _stop_page(token, form)


Found = tuple[VerdictRound, Journey, Thread, Owner]


def _by_token(token: str) -> Found | None:
    """What a link stands for: the round, its issue, and its reader. None when it does not work any more."""
    read = tokens.read(tokens.ROUND, token)
    one = db.session.get(VerdictRound, read[0]) if read else None
    of = db.session.get(Journey, one.journey_id) if one else None
    thread = thread_or_none(of.thread_id, web.standing()) if of else None
    if read is None or one is None or of is None or thread is None or not actions.is_open(one, clock.today()):
        return None
    return one, of, thread, read[1]


def _by_link(
    token: str, one: VerdictRound, of: Journey, thread: Thread, owner: Owner, form: ChangedForm | None = None
) -> ResponseReturnValue:
    last = queries.of_owner(one.id, owner)
    form = form or ChangedForm(data={"word": last.word, "words": last.words} if last else {})
    action = url_for("promises.what_changed", token=token)
    return web.render(
        "decisions/promises/changed.html", form=form, thread=thread, of=of, one=one, last=last, action=action,
        said=queries.of_journey(of.id), rules=rules, may=True,
    )  # fmt: skip


def _here(thread_id: int) -> tuple[Thread, Journey]:
    """An issue and its journey: the `part` that the address asks for, else the one that people are asked about today,
    else the first."""
    thread = thread_or_none(thread_id, web.standing()) or abort(404)
    found, part = shown_with(thread.id), web.page_number("part")
    if part is not None:
        found = found[part - 1 : part] if part else []
    asked = (one for one in found if queries.open_round(one.id, clock.today()) is not None)
    return thread, next(asked, None) or next(iter(found), None) or abort(404)


def _page(thread: Thread, of: Journey, form: ChangedForm | None = None) -> ResponseReturnValue:
    one = queries.open_round(of.id, clock.today())
    may = form is not None or _may(one, of, thread.id) is None  # who sent something sees it again, with the reason
    last = queries.of_owner(one.id, _owner(thread.id)) if one else None
    form = form or ChangedForm(data={"word": last.word, "words": last.words} if last else {})
    action = url_for("promises.changed", id=thread.id, part=request.args.get("part"))
    return web.render(
        "decisions/promises/changed.html", form=form, thread=thread, of=of, one=one, last=last, action=action,
        said=queries.of_journey(of.id), rules=rules, may=may,
    )  # fmt: skip


def _owner(thread_id: int) -> Owner:
    """Who answers from the issue's page: the person signed in, else their browser."""
    person_id = web.standing().person_id
    return Owner(person_id=person_id) if person_id else Owner(browser=browser.mark(thread_id) or NO_MARK)


def _may(one: VerdictRound | None, of: Journey, thread_id: int) -> Refusal | None:
    concerned = one is not None and is_concerned(_owner(thread_id), issues_of(of.id), before=one.created_at)
    return rules.may_answer(web.standing(), concerned=concerned, is_open=one is not None)


def _stop_page(token: str, form: Form) -> ResponseReturnValue:
    found = tokens.read(tokens.STOP, token)
    thread = thread_or_none(found[0], web.standing()) if found else None
    if found is None or thread is None:
        return render_template("decisions/promises/link_over.html"), 404
    return web.render("decisions/promises/ask_no_more.html", form=form, thread=thread, token=token)
