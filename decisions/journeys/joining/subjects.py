"""Joins and drafts in the table of kinds, and what people did with joins in the public log."""

from decisions.access import may_approve_drafts, may_join_records
from decisions.journeys.joining import drafts_to_do, naming, queries, queues
from decisions.journeys.joining.kinds import State
from decisions.journeys.joining.models import DraftMove, Joined
from forum import subjects
from forum.access import Standing
from forum.refusal import Refusal
from forum.subjects import Subject


def sees(who: Standing, joined: Joined) -> Refusal | None:
    """Whether somebody may see a join: a suggestion those who may act on it; what is joined all who see the issue."""
    if joined.state in (State.SUGGESTED, State.NOT_SAME):
        return may_join_records(who)
    return subjects.get("thread").may_see(who, joined.thread)


def _sees_draft(who: Standing, pair: tuple[DraftMove, Joined]) -> Refusal | None:
    return may_approve_drafts(who) or subjects.get("thread").may_see(who, pair[1].thread)


JOINED = Subject(
    kind="joined",
    load=queries.by_ids,
    may_see=sees,
    title=naming.title,
    address=lambda one: ("journeys.joined", {"id": one.id}),
    queue=queues.suggestions,
    waiting=queues.suggestions_waiting,
)
DRAFT = Subject(
    kind="draft",
    load=queries.drafts_by_ids,
    may_see=_sees_draft,
    title=lambda pair: str(pair[0].plain),
    address=lambda pair: ("journeys.draft", {"id": pair[0].id}),
    queue=drafts_to_do.drafts,
    waiting=drafts_to_do.drafts_waiting,
)
