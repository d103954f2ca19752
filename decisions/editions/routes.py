"""Editions: put one beside an issue or an answer, read it, take it off."""

from typing import Any

from flask import Blueprint, Flask, Response, abort, flash, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import CombinedMultiDict

from decisions.editions import actions, queries, subjects, words
from decisions.editions.about import About, find, may_add
from decisions.editions.checking import LARGEST, text_of
from decisions.editions.forms import FileForm, VideoForm
from decisions.editions.kinds import ENDINGS, TEXT
from decisions.editions.models import Edition
from forum import clock, limits, web
from forum import subjects as kinds
from forum.access import EVERYONE, WRITER
from forum.form import Form
from forum.limits import limiter
from forum.say import _
from forum.web import allow, stop_if

pages = Blueprint("editions", __name__)
SAFELY = {"Content-Security-Policy": "default-src 'none'; sandbox", "X-Content-Type-Options": "nosniff"}


def init_app(app: Flask) -> None:
    """Register the pages and the kind. Templates may use the words of editions."""
    app.register_blueprint(pages)
    kinds.register(app, subjects.EDITION)
    app.jinja_env.globals["edition_words"] = words


@pages.get("/editions/<kind>/<int:id>/new")
@allow(WRITER)
def new(kind: str, id: int) -> ResponseReturnValue:
    """Show the form for a file."""
    return _form("new", _about(kind, id), FileForm().offer())


@pages.post("/editions/<kind>/<int:id>/new")
@limiter.limit(limits.POST)
@allow(WRITER, largest=LARGEST + 100_000)
def new_sent(kind: str, id: int) -> ResponseReturnValue:
    """Put a file beside an issue or an answer."""
    about, form = _about(kind, id), FileForm(CombinedMultiDict([request.form, request.files])).offer()
    content = form.content()

    def act() -> str:
        made = actions.add(about, form.given(), content, by=web.standing(), on=clock.now())
        flash(_("Thank you. Everyone can read it now."))
        return kinds.address("edition", made)

    return web.submit(form, act) or _form("new", _about(kind, id), form)


@pages.get("/editions/<kind>/<int:id>/video")
@allow(WRITER)
def video(kind: str, id: int) -> ResponseReturnValue:
    """Show the form for a signed video."""
    return _form("video", _about(kind, id), VideoForm().offer())


@pages.post("/editions/<kind>/<int:id>/video")
@limiter.limit(limits.POST)
@allow(WRITER)
def video_sent(kind: str, id: int) -> ResponseReturnValue:
    """Link a signed video to an issue or an answer, with what it says."""
    about, form = _about(kind, id), VideoForm(request.form).offer()

    def act() -> str:
        made = actions.add(about, form.given(), by=web.standing(), on=clock.now())
        flash(_("Thank you. Everyone can see it now."))
        return kinds.address("edition", made)

    return web.submit(form, act) or _form("video", _about(kind, id), form)


@pages.get("/editions/<int:id>")
@allow(EVERYONE)
def page(id: int) -> ResponseReturnValue:
    """Show an edition: who made it, in which language, and its words or the way to it."""
    return _page(_here(id), None)


@pages.get("/editions/<int:id>/file")
@allow(EVERYONE)
def file(id: int) -> Response:
    """Give the file of an edition, to be saved: never opened within our pages."""
    one = _here(id)
    content = queries.content(id) if one.media else b""
    if not content:
        abort(404)
    name = f'attachment; filename="{one.sort}-{one.id}.{ENDINGS[one.media]}"'
    return Response(content, mimetype=one.media, headers={"Content-Disposition": name, **SAFELY})


@pages.post("/editions/<int:id>/remove")
@limiter.limit(limits.POST)
@allow(WRITER)
def remove(id: int) -> ResponseReturnValue:
    """Take an edition off."""
    one, form = _here(id), Form(request.form)
    stop_if(actions.may_remove(one, web.standing()))

    def act() -> str:
        actions.remove(one, by=web.standing(), on=clock.now())
        flash(_("It is taken off."))
        return kinds.address("thread", one.thread)

    return web.submit(form, act) or _page(_here(id), form)


def _about(kind: str, ident: int) -> About:
    about = find(kind, ident, web.standing()) or abort(404)
    stop_if(may_add(web.standing(), about))
    return about


def _here(edition_id: int) -> Edition:
    found: Edition | None = kinds.visible("edition", edition_id, web.standing())
    return found or abort(404)


def _form(name: str, about: About, form: Form) -> ResponseReturnValue:
    return web.render(f"decisions/editions/{name}.html", form=form, about=about)


def _page(one: Edition, form: Form | None) -> ResponseReturnValue:
    shown: dict[str, Any] = {"one": one, "title": subjects.title(one)}
    shown["text"] = text_of(queries.content(one.id)) if one.media == TEXT else ""
    shown["may_remove"] = one.state == "shown" and actions.may_remove(one, web.standing()) is None
    shown["back"] = kinds.address("thread", one.thread) if one.post is None else kinds.address("post", one.post)
    return web.render("decisions/editions/page.html", form=form, press_form=Form(), **shown)
