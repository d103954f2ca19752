"""The blueprint, and how its pages load what they show: what may not be seen is not there."""

import re

from flask import Blueprint, abort, flash, url_for

from forum import web
from forum.access import Shown
from forum.say import _
from forum.threads import queries
from forum.threads.models import Post, Thread
from forum.threads.place import place

pages = Blueprint("threads", __name__)
NUMBER = re.compile(r"(?:^|/issues/)(\d{1,9})(?:[-/?#]|$)")


def thread_here(thread_id: int) -> Thread:
    """Return a thread that this person may see; else there is no such page."""
    return queries.thread_or_none(thread_id, web.standing()) or abort(404)


def post_here(post_id: int) -> tuple[Post, Thread]:
    """Return a post and its thread, if this person may see them; else there is no such page."""
    return queries.post_or_none(post_id, web.standing()) or abort(404)


def issue_meant(words: str) -> Thread | None:
    """Return the issue that a number or an address means, if this person may see it."""
    found = NUMBER.search(words.strip().lstrip("#"))
    return queries.thread_or_none(int(found[1]), web.standing()) if found else None


def issue_address(thread: Thread) -> str:
    """Return the address of a thread's page."""
    return url_for("issues.page", id=thread.id, slug=thread.slug)


def say_thanks(state: str) -> None:
    """Say kindly what becomes of new words at once."""
    if state == Shown.WAITING:
        when = place().moderation_hours
        flash(_("Thank you. Your words are safe. A person looks at first posts before everyone can see them."))
        flash(_("We look at these times: %(when)s.", when=when) if when else _("You can see them here already."))
    else:
        flash(_("Thank you. Everyone can read it now."))
