"""Summaries in the table of kinds, in /to-do, and in the public log."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import url_for
from sqlalchemy import ScalarSelect

from decisions.summaries import actions, queries
from decisions.summaries.about import ISSUE, of
from decisions.summaries.models import Summary
from forum import subjects
from forum.access import Shown, Standing, is_facilitator, may_see
from forum.history.models import Event
from forum.history.public_log import Entry
from forum.people.queries import owner_of
from forum.refusal import Refusal
from forum.say import N_, Link, Sentence, _
from forum.subjects import Harm, Subject, ToDo
from forum.threads.queries import is_mine

WHY = N_("Why: %(reason)s")
SAID = {
    actions.PICKED: N_("We chose which plain summary stands on top: %(where)s"),
    actions.DROPPED: N_("We took off, or did not take, a plain summary: %(where)s"),
}


def sees(who: Standing, one: Summary) -> Refusal | None:
    """Whether somebody may see a summary: what it is of, and its words. One that is only offered: its writer, and those
    who help run this."""
    if one.thread is not None and (refusal := subjects.get("thread").may_see(who, one.thread)) is not None:
        return refusal
    mine = is_mine(who, one.byline_id)
    if one.picked_at is None and not (mine or is_facilitator(who)):
        return Refusal(N_("Nobody has chosen this yet."))
    return may_see(who, state=one.state, mine=mine)


def address(one: Summary) -> tuple[str, dict[str, Any]]:
    """Return where a summary stands among the others of the same thing."""
    about = of(one)
    return "summaries.listing", {"kind": about.kind, "id": about.id, "_anchor": f"summary-{one.id}"}


def entries(events: Sequence[Event]) -> Mapping[int, Entry]:
    """Put into words what helpers chose, by the id of the event; of what all can see."""
    rows = queries.by_ids(event.subject_id for event in events)
    found = {}
    for event in events:
        one = rows.get(event.subject_id)
        if one is None or (one.thread is not None and one.thread.state != Shown.SHOWN):
            continue
        about = of(one)
        where = Link(about.title, "summaries.listing", {"kind": about.kind, "id": about.id})
        words = Sentence(SAID[event.verb], {"where": where})
        found[event.id] = Entry(event.at, words, Sentence(WHY, {"reason": str(event.values.get("reason", ""))}))
    return found


def queue(who: Standing) -> list[ToDo]:
    """Return the summaries that wait for those who help run this."""
    talk, paper = (
        N_("Somebody wrote a plain summary of the talk: %(where)s"),
        N_("Somebody wrote a plain summary of a paper: %(where)s"),
    )
    return [
        ToDo(
            Harm.SOMEONE_WAITS,
            Sentence(talk if about.kind == ISSUE else paper, {"where": about.title}),
            url_for("summaries.listing", kind=about.kind, id=about.id),
            one.created_at,
            Sentence(N_("Read it")),
        )
        for one in (queries.waiting() if is_facilitator(who) else ())
        for about in (of(one),)
    ]


def waiting(who: Standing) -> ScalarSelect[int] | None:
    """Return a subquery that counts what `queue` lists; `None` when nothing can wait for this person."""
    return queries.count_waiting().scalar_subquery() if is_facilitator(who) else None


def _export(person_id: int) -> list[dict[str, Any]]:
    return [
        {"summary_of": of(one).title, "text": one.text, "state": one.state, "at": one.created_at.isoformat()}
        for one in queries.written_by(person_id)
    ]


SUMMARY = Subject(
    kind="summary",
    label=N_("Plain summary"),
    load=queries.by_ids,
    may_see=sees,
    title=lambda one: _("Plain summary: %(title)s", title=of(one).title),
    address=address,
    author_id=lambda one: owner_of(one.byline_id),
    words=lambda one: one.text,
    set_state=actions.set_state,
    erase=lambda _person_id: None,  # what was shown stays, under the name that people keep of somebody who left
    take_back=actions.take_back_all,
    export_for=_export,
    queue=queue,
    waiting=waiting,
)
