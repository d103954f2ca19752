"""Editions in the table of kinds."""

from typing import Any

from decisions.editions import actions, queries
from decisions.editions.models import Edition
from decisions.editions.words import called
from forum import subjects
from forum.access import Standing, may_see
from forum.people.queries import owner_of
from forum.refusal import Refusal
from forum.say import N_, _
from forum.subjects import Subject
from forum.threads.queries import is_mine


def sees(who: Standing, one: Edition) -> Refusal | None:
    """Whether somebody may see an edition: what it is of, and itself."""
    kind, of = ("thread", one.thread) if one.post is None else ("post", one.post)
    if (refusal := subjects.get(kind).may_see(who, of)) is not None:
        return refusal
    return may_see(who, state=one.state, mine=is_mine(who, one.byline_id))


def title(one: Edition) -> str:
    """Name an edition with what it is of."""
    return _("%(edition)s: %(title)s", edition=called(one), title=one.thread.title)


def _export(person_id: int) -> list[dict[str, Any]]:
    return [
        {"edition": one.sort, "of": one.thread.title, "made_by": one.made_by, "at": one.created_at.isoformat()}
        for one in queries.put_here_by(person_id)
    ]


EDITION = Subject(
    kind="edition",
    label=N_("In another form"),
    load=queries.by_ids,
    may_see=sees,
    title=title,
    address=lambda one: ("editions.page", {"id": one.id}),
    author_id=lambda one: owner_of(one.byline_id),
    words=lambda one: f"{one.made_by}\n\n{one.url}\n\n{one.words}".strip(),
    set_state=actions.set_state,
    erase=lambda _person_id: None,  # it was made by others, and stays; who put it here is a byline
    take_back=actions.take_back_all,
    export_for=_export,
)
