"""Words that were suggested, in the table of kinds and in the public log."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Flask, url_for
from sqlalchemy import ScalarSelect

from decisions.glossary import actions, queries
from decisions.glossary.models import Suggestion
from forum.access import FACILITATOR, Standing, is_facilitator
from forum.history import public_log
from forum.history.models import Event
from forum.refusal import Refusal
from forum.say import N_, Sentence
from forum.subjects import Harm, Subject, ToDo, register

SUGGESTED = N_("Somebody asks what this means: %(word)s")
PICKED = N_("Readers did not understand this: %(word)s")
DECLINED = N_("We did not explain a word that was suggested.")
WHY = N_("Why: %(reason)s")


def init_app(app: Flask) -> None:
    """Register the kind of this feature, and what the public log says of it."""
    register(app, SUGGESTION)
    public_log.tell(app, _told, "word_declined")  # that a word was added, the entry itself says


def _told(events: Sequence[Event]) -> Mapping[int, public_log.Entry]:
    rows = queries.by_ids({event.subject_id for event in events})
    return {
        event.id: public_log.Entry(event.at, Sentence(DECLINED), Sentence(WHY, {"reason": row.reason}))
        for event in events
        if (row := rows.get(event.subject_id)) is not None
    }


def _may_see(who: Standing, one: Suggestion) -> Refusal | None:
    mine = who.person_id is not None and one.person_id == who.person_id
    return None if mine else FACILITATOR.check(who)


def _queue(who: Standing) -> list[ToDo]:
    if not is_facilitator(who):
        return []
    return [
        ToDo(
            Harm.LOOSE_END,
            Sentence(PICKED if one.by_readers else SUGGESTED, {"word": one.word}),
            url_for("glossary.look", id=one.id),
            since=one.created_at,
            button=Sentence(N_("Explain it")),
        )
        for one in queries.waiting()
    ]


def _waiting(who: Standing) -> ScalarSelect[int] | None:
    return queries.count_waiting() if is_facilitator(who) else None


def _export(person_id: int) -> list[dict[str, Any]]:
    return [
        {"word": one.word, "plain": one.plain, "met": one.met, "suggested": one.created_at.isoformat()}
        for one in queries.of_person(person_id)
    ]


SUGGESTION = Subject(
    kind="word_suggestion",
    load=queries.by_ids,
    may_see=_may_see,
    title=lambda one: str(one.word),
    address=lambda one: ("glossary.look", {"id": one.id}),
    author_id=lambda one: one.person_id,
    erase=actions.erase,
    export_for=_export,
    queue=_queue,
    waiting=_waiting,
)
