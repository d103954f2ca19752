"""Raise something: first whether it is about one person's care, then the words, then who says them."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from forum import clock, limits, web
from forum.access import EVERYONE, FACILITATOR, NOT_SUSPENDED, WRITER
from forum.db import begin_write, db
from forum.limits import limiter
from forum.refusal import Refusal
from forum.say import N_
from forum.threads import actions, browser, filing, origins
from forum.threads.forms import choices
from forum.threads.forms.raising import ShownAsForm, WriteForm
from forum.threads.forms.replying import TypeInThreadForm
from forum.threads.models import Thread
from forum.threads.opening import Opening, composed
from forum.threads.rendering import html_of, trusted
from forum.threads.routes.pages import issue_address, pages, say_thanks
from forum.web import allow

FIELDS = ("kind", "title", "happening", "affects", "helps", "works", "topic", "area", "community", "safe", "goes_with")
GIVEN = ("kind", "title", "topic", "area", "community")  # what an address may fill in
GONE = N_("Your words are not kept any more. Please write them again.")


@pages.get("/issues/new")
@allow(EVERYONE)
def raise_first() -> ResponseReturnValue:
    """Ask whether this is about one person's care, or about more people."""
    topic, mark = request.args.get("topic", "")[:60] or None, request.args.get("goes_with")
    given = {"topic": topic, "goes_with": origins.known(mark) or None}
    return web.render("forum/threads/raise_first.html", begun=browser.kept("new"), given=given)


@pages.get("/issues/new/one-person")
@allow(EVERYONE)
def one_person() -> ResponseReturnValue:
    """Say who can help with one person's care. Nothing is written here."""
    return web.render("forum/threads/one_person.html")


@pages.get("/issues/new/write")
@allow(NOT_SUSPENDED)
def write() -> ResponseReturnValue:
    """Show the questions, with what was kept."""
    given = {name: request.args[name] for name in GIVEN if name in request.args}
    data = browser.kept("new") or given
    if "goes_with" in request.args:
        data = {**data, "goes_with": origins.known(request.args["goes_with"])}
    return _write_page(WriteForm(data=data))


@pages.post("/issues/new/write")
@limiter.limit(limits.POST)
@allow(NOT_SUSPENDED, slow=True)
def write_sent() -> ResponseReturnValue:
    """Keep the words and show them as they will stand. Sent again, they are kept again: no key is needed."""
    form = WriteForm(request.form)
    if not form.validate():
        return _write_page(form)
    begin_write()
    values = {name: form[name].data for name in FIELDS}
    answer = browser.keep("new", values, redirect(url_for("threads.check"), 303))
    db.session.commit()
    return answer


@pages.post("/issues/new/throw-away")
@allow(NOT_SUSPENDED)
def throw_away() -> ResponseReturnValue:
    """Forget what was written and not shown."""
    browser.forget("new")
    db.session.commit()
    return redirect(url_for("threads.raise_first"), 303)


@pages.get("/issues/new/check")
@allow(NOT_SUSPENDED)
def check() -> ResponseReturnValue:
    """Show the words as they will stand, and ask for the account last."""
    return _check_page(ShownAsForm(who=web.standing()))


@pages.post("/issues/new/check")
@limiter.limit(limits.POST)
@allow(WRITER, slow=True)
def check_sent() -> ResponseReturnValue:
    """Show the words to everyone."""
    form, values = ShownAsForm(request.form, who=web.standing()), browser.kept("new")
    html_of(composed(_opening(values)))  # rendered once, before the database is locked
    begin_write()
    return web.submit(form, lambda: _publish(values, form)) or _check_page(form)


@pages.get("/issues/new/type-in")
@allow(FACILITATOR)
def type_in() -> ResponseReturnValue:
    """Show the form for somebody who phoned, wrote, spoke or signed."""
    mark = request.args.get("goes_with")
    return _type_in_page(TypeInThreadForm(data={"goes_with": origins.known(mark)}))


@pages.post("/issues/new/type-in")
@limiter.limit(limits.POST)
@allow(FACILITATOR, slow=True)
def type_in_sent() -> ResponseReturnValue:
    """Raise something for somebody who phoned, wrote, spoke or signed."""
    form = TypeInThreadForm(request.form)
    form.validate()  # renders, before the database is locked
    begin_write()
    return web.submit(form, lambda: _type_in(form)) or _type_in_page(form)


def _write_page(form: WriteForm) -> ResponseReturnValue:
    kept = bool(browser.kept("new"))
    goes_with = origins.title_of(form.goes_with.data)
    return web.render("forum/threads/write.html", form=form, hints=choices.kind_hints(), kept=kept, goes_with=goes_with)


def _check_page(form: ShownAsForm) -> ResponseReturnValue:
    values = browser.kept("new")
    if not values:
        return redirect(url_for("threads.write"), 303)
    filed = (
        filing.topic(values.get("topic")),
        filing.area(values.get("area")),
        filing.community(values.get("community")),
    )
    return web.render(
        "forum/threads/check.html",
        form=form,
        title=values["title"],
        html=trusted(html_of(composed(_opening(values)))),
        about=[one.name for one in filed if one is not None],
        goes_with=origins.title_of(values.get("goes_with")),
        on=clock.now(),
    )


def _type_in_page(form: TypeInThreadForm) -> ResponseReturnValue:
    goes_with = origins.title_of(form.goes_with.data)
    return web.render("forum/threads/type_in.html", form=form, hints=choices.kind_hints(), goes_with=goes_with)


def _opening(values: dict[str, str]) -> Opening:
    return Opening(*(values.get(name, "") for name in ("happening", "affects", "helps", "works")))


def _publish(values: dict[str, str], form: ShownAsForm) -> str:
    about = filing.about(values.get("topic"), values.get("area"), values.get("community"))
    if about is None:
        raise Refusal(GONE)
    spoken = form.spoken(web.standing())
    thread = actions.raise_thread(
        kind=values["kind"],
        title=values["title"],
        opening=_opening(values),
        **about,
        capacity=spoken.capacity,
        signed=spoken.signed,
        other_name=form.other_name.data or None,
        by=web.standing(),
        on=clock.now(),
    )
    browser.forget("new")
    origins.keep(thread.id, values.get("goes_with"))
    return _raised(thread)


def _type_in(form: TypeInThreadForm) -> str:
    thread = actions.raise_thread(
        kind=form.kind.data,
        title=form.title.data,
        opening=form.opening(),
        **form.about(),
        typed_in=form.typed_in(),
        by=web.standing(),
        on=clock.now(),
    )
    origins.keep(thread.id, form.goes_with.data)
    return _raised(thread)


def _raised(thread: Thread) -> str:
    say_thanks(thread.state)
    return issue_address(thread)
