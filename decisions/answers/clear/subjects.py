"""What readers said of answers, in the table of kinds: for its writer's own data, and nobody else."""

from typing import Any

from flask import Flask

from decisions.answers.clear import actions, queries
from decisions.answers.clear.models import ClearMark
from forum.access import SIGN_IN_FIRST, Standing
from forum.refusal import Refusal
from forum.say import N_, _
from forum.subjects import Subject, register

TITLE = N_("Was this clear?")


def init_app(app: Flask) -> None:
    """Register the kind of this feature."""
    register(app, MARK)


def _may_see(who: Standing, mark: ClearMark) -> Refusal | None:
    return None if who.person_id is not None and who.person_id == mark.person_id else Refusal(SIGN_IN_FIRST)


def _export(person_id: int) -> list[dict[str, Any]]:
    return [
        {"answer": one.post_id, "clear": one.said, "hard_words": words, "at": one.created_at.isoformat()}
        for one, words in queries.of_person(person_id)
    ]


MARK = Subject(
    kind="clear_mark",
    load=queries.by_ids,
    may_see=_may_see,
    title=lambda _mark: _(TITLE),
    address=lambda one: ("clear.say", {"id": one.post_id}),
    author_id=lambda one: one.person_id,
    erase=actions.erase,
    export_for=_export,
)
