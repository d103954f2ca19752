"""The blueprint of these pages, and who may go on with the set-up."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from decisions.set_up import browser, opening
from decisions.set_up.steps import BY_NAME, STEPS, done
from forum import web
from forum.about import site
from forum.access import Role
from forum.form import Form

pages = Blueprint("set_up", __name__)


def may_go_on() -> bool:
    """Whether this browser sets the place up: the code opened it here, or an administrator asks; while it is not
    set up."""
    if site.fresh().set_up:
        return False
    return web.standing().has(Role.ADMINISTRATOR) or opening.held_by(browser.token())


def away() -> ResponseReturnValue:
    """Send somebody who may not go on to the first page, which says why."""
    return redirect(url_for("set_up.start"), 303)


def show(name: str, form: Form, **more: object) -> ResponseReturnValue:
    """Show a step of the set-up, with the status that its form calls for."""
    filled = done(opening.answers())
    number = list(BY_NAME).index(name) + 1
    page = render_template(
        f"decisions/set_up/{name}.html",
        form=form,
        step=BY_NAME[name],
        steps=STEPS,
        number=number,
        filled=filled,
        **more,
    )
    return page, web.status(form)
