"""Joins and drafts in the table of kinds, and what people did with joins in the public log."""

from collections.abc import Mapping, Sequence

from decisions.access import may_approve_drafts, may_join_records
from decisions.journeys.joining import queries, queues
from decisions.journeys.joining.kinds import State
from decisions.journeys.joining.models import DraftMove, Joined
from forum import subjects
from forum.access import Shown, Standing
from forum.history.models import Event
from forum.history.public_log import Entry
from forum.refusal import Refusal
from forum.say import N_, Link, Sentence, _
from forum.subjects import Subject

SAID = {
    "joined_record": N_("We joined “%(issue)s” with what a body published: %(record)s"),
    "parted_record": N_("We took “%(issue)s” and what a body published apart: %(record)s"),
}


def sees(who: Standing, joined: Joined) -> Refusal | None:
    """Whether somebody may see a join: a suggestion those who may act on it; what is joined all who see the issue."""
    if joined.state in (State.SUGGESTED, State.NOT_SAME):
        return may_join_records(who)
    return subjects.get("thread").may_see(who, joined.thread)


def title(joined: Joined) -> str:
    """Name a join: the issue and the record."""
    return _("%(issue)s, and %(record)s", issue=joined.thread.title, record=_record(joined).text)


def entries(events: Sequence[Event]) -> Mapping[int, Entry]:
    """Put what people joined or took apart into words, by the id of the event; of issues that all can see."""
    rows = queries.by_ids({one.subject_id for one in events})
    found = {}
    for one in events:
        row = rows.get(one.subject_id)
        if row is None or row.thread.state != Shown.SHOWN:
            continue
        issue = Link(row.thread.title, "issues.page", {"id": row.thread_id, "slug": row.thread.slug})
        found[one.id] = Entry(one.at, Sentence(SAID[one.verb], {"issue": issue, "record": _record(row)}))
    return found


def _record(joined: Joined) -> Link:
    if joined.item is not None:
        return Link(joined.item.title, "meetings.short", {"id": joined.item.meeting_id})
    decision = joined.decision
    return Link(decision.title if decision else "", "meetings.decision", {"id": joined.decision_id})


def _sees_draft(who: Standing, pair: tuple[DraftMove, Joined]) -> Refusal | None:
    return may_approve_drafts(who) or subjects.get("thread").may_see(who, pair[1].thread)


JOINED = Subject(
    kind="joined",
    load=queries.by_ids,
    may_see=sees,
    title=title,
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
    queue=queues.drafts,
    waiting=queues.drafts_waiting,
)
