"""What people say is wrong, in the table of kinds."""

from typing import Any

from flask import Flask, url_for
from sqlalchemy import ScalarSelect

from decisions.access import may_confirm
from decisions.doubts import actions, queries
from decisions.doubts.models import Doubt
from forum.access import Standing
from forum.refusal import Refusal
from forum.say import N_, Sentence
from forum.subjects import Harm, Subject, ToDo, register


def init_app(app: Flask) -> None:
    """Register the kind of this feature."""
    register(app, DOUBT)


def _may_see(who: Standing, doubt: Doubt) -> Refusal | None:
    mine = who.person_id is not None and doubt.person_id == who.person_id
    return None if mine else may_confirm(who)


def _queue(who: Standing) -> list[ToDo]:
    """People act on wrong dates and wrong names: this waits before loose ends."""
    if may_confirm(who) is not None:
        return []
    said = N_("Somebody says this is wrong: %(title)s")
    return [
        ToDo(
            Harm.DATE_PASSED,
            Sentence(said, {"title": one.title}),
            url_for("doubts.look", id=one.id),
            since=one.created_at,
            button=Sentence(N_("Look")),
        )
        for one in queries.waiting()
    ]


def _waiting(who: Standing) -> ScalarSelect[int] | None:
    return queries.count_waiting() if may_confirm(who) is None else None


def _export(person_id: int) -> list[dict[str, Any]]:
    return [
        {"about": one.title, "words": one.words, "contact": one.contact, "said": one.created_at.isoformat()}
        for one in queries.of_person(person_id)
    ]


DOUBT = Subject(
    kind="doubt",
    load=queries.by_ids,
    may_see=_may_see,
    title=lambda one: str(one.title),
    address=lambda one: ("doubts.look", {"id": one.id}),
    author_id=lambda one: one.person_id,
    erase=actions.erase,
    export_for=_export,
    queue=_queue,
    waiting=_waiting,
)
