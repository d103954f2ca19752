"""Worries in the table of kinds: there for leads, as if they did not exist for everyone else; never in search."""

from flask import Flask

from forum.access import Role, Standing
from forum.moderation.models import Concern
from forum.moderation.worries import queries
from forum.say import N_, Sentence, _
from forum.subjects import Harm, Subject, ToDo, register


def init_app(app: Flask) -> None:
    """Register the kind."""
    register(app, CONCERN)


def _queue(who: Standing) -> list[ToDo]:
    if not who.has(Role.SAFEGUARDING):
        return []
    return [
        ToDo(
            harm=Harm.SOMEONE_IN_DANGER,
            words=Sentence(N_("Somebody is worried about a person’s safety.")),
            address=f"/worries/{line.id}",
            since=line.created_at,
            button=Sentence(N_("Read it")),
        )
        for line in queries.lines()[0]
    ]


def _title(_concern: Concern) -> str:
    return _("A worry about someone")


CONCERN = Subject(
    kind="concern",
    load=queries.concerns,
    may_see=queries.may_see,
    title=_title,
    address=lambda concern: ("worries.case", {"id": concern.id}),
    erase=lambda _person_id: None,  # a worry holds no account: only what its sender typed
    export_for=lambda _person_id: [],
    queue=_queue,
    waiting=queries.count_open,
)
