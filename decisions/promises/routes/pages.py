"""The blueprint, and how its pages load what they show."""

from flask import Blueprint, abort

from decisions.promises.models import Promise
from decisions.promises.queries import Known
from forum import subjects, web

pages = Blueprint("promises", __name__)


def promise_here(promise_id: int) -> Known:
    """Return a promise with its issues if this person may see it; else there is no such page."""
    found: Known | None = subjects.visible("promise", promise_id, web.standing())
    return found or abort(404)


def speaks(of: Promise) -> bool:
    """Whether whoever looks speaks for the body."""
    return of.body_id in web.standing().speaks_for
