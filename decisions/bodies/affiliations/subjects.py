"""Who speaks for which body, in the table of kinds."""

from typing import Any

from flask import Flask, url_for

from decisions.access import may_confirm
from decisions.bodies.affiliations import actions, queries
from decisions.bodies.affiliations.rules import may_see_claim, signed_words
from forum.access import Standing
from forum.say import N_, Sentence
from forum.subjects import Subject, ToDo, register

HARM = 40  # nobody is harmed by waiting, but an answer waits for it


def init_app(app: Flask) -> None:
    """Register the kind of this feature."""
    register(app, AFFILIATION)


def _export(person_id: int) -> list[dict[str, Any]]:
    return [
        {
            "body": one.body.name,
            "post": one.post,
            "councillor": one.councillor,
            "asked": one.asked_at.isoformat(),
            "confirmed": one.confirmed_at.isoformat() if one.confirmed_at else None,
            "refused": one.refused_at.isoformat() if one.refused_at else None,
            "reason": one.reason,
            "until": one.until.isoformat() if one.until else None,
        }
        for one in queries.of_person(person_id)
    ]


def _queue(who: Standing) -> list[ToDo]:
    """What waits for people who help run the place: others who say that they work for a body."""
    if may_confirm(who) is not None:
        return []
    return [
        ToDo(
            HARM,
            Sentence(N_("%(name)s says: I work for %(body)s."), {"name": name, "body": one.body.name}),
            url_for("bodies.look", id=one.id),
            since=one.asked_at,
            button=Sentence(N_("Look and confirm")),
        )
        for one, name in queries.waiting()
        if one.person_id != who.person_id
    ]


AFFILIATION = Subject(
    kind="affiliation",
    load=queries.affiliations,
    may_see=may_see_claim,
    title=lambda one: signed_words(one.post, one.body.name),
    address=lambda one: ("bodies.look", {"id": one.id}),
    author_id=lambda one: one.person_id,
    erase=actions.erase,
    export_for=_export,
    queue=_queue,
)
