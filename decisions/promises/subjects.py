"""Promises in the table of kinds. Each is seen as far as one of its issues is."""

from typing import Any

from sqlalchemy import delete, select, update

from decisions.promises.actions import set_state
from decisions.promises.kinds import PUBLIC
from decisions.promises.models import Promise, PromiseCheck, PromiseEvent, Unasked
from decisions.promises.queries import Known, load
from decisions.promises.queues import queue, waiting
from forum import subjects
from forum.access import Shown, Standing, is_facilitator, may_see
from forum.db import db
from forum.people.models import Byline
from forum.people.queries import owner_of
from forum.refusal import Refusal
from forum.say import N_, _
from forum.subjects import SearchText, Subject
from forum.threads.queries import is_mine

LONGEST_TITLE = 80


def sees(who: Standing, known: Known) -> Refusal | None:
    """Whether somebody may see a promise: one not yet checked its writer, its body and those who help run this; one
    whose words a moderator hid its writer and moderators; else all who may see an issue of it."""
    of = known.promise
    mine = is_mine(who, of.byline_id)
    if of.stage not in PUBLIC and not (mine or is_facilitator(who) or of.body_id in who.speaks_for):
        return Refusal(N_("Nobody has checked this yet."))
    if refusal := may_see(who, state=of.state, mine=mine):
        return refusal
    policy = subjects.get("thread").may_see
    refusals = [policy(who, one) for one in known.threads]
    return next((one for one in refusals if one is not None), None) if refusals and all(refusals) else None


def title(known: Known) -> str:
    """Name a promise: who promised what, cut short."""
    words = known.promise.words
    cut = words if len(words) <= LONGEST_TITLE else f"{words[:LONGEST_TITLE].rsplit(' ', 1)[0]} …"
    return _("Promise: %(words)s", words=cut)


def _found(known: Known) -> SearchText | None:
    of = known.promise
    open_to_all = not known.threads or any(one.state == Shown.SHOWN for one in known.threads)
    shown = of.stage in PUBLIC and of.state == Shown.SHOWN and open_to_all
    return SearchText(title(known), f"{of.words} {of.post} {of.body.name}") if shown else None


def _export(person_id: int) -> list[dict[str, Any]]:
    """What a person wrote down, said of promises, and about which issues they are not asked any more."""
    mine = select(Byline.id).where(Byline.person_id == person_id)
    said = select(PromiseEvent, Promise.words).join(Promise).where(PromiseEvent.byline_id.in_(mine))
    checks = select(PromiseCheck, Promise.words).join(Promise).where(PromiseCheck.person_id == person_id)
    return [
        *(
            {
                "promise": words,
                "said": one.kind,
                "plain": one.plain,
                "reason": one.reason,
                "at": one.recorded_at.isoformat(),
            }
            for one, words in db.session.execute(said.order_by(PromiseEvent.id))
        ),
        *(
            {"promise": words, "checked": one.word, "words": one.words, "at": one.changed_at.isoformat()}
            for one, words in db.session.execute(checks.order_by(PromiseCheck.id))
        ),
        *(
            {"not_asked_about_issue": one.thread_id, "at": one.created_at.isoformat()}
            for one in db.session.scalars(select(Unasked).where(Unasked.person_id == person_id).order_by(Unasked.id))
        ),
    ]


def _erase(person_id: int) -> None:
    """What somebody said of a promise still counts, without words and without a person."""
    here = update(PromiseCheck).where(PromiseCheck.person_id == person_id)
    db.session.execute(here.values(person_id=None, words=""), execution_options={"synchronize_session": False})
    db.session.execute(delete(Unasked).where(Unasked.person_id == person_id))


PROMISE = Subject(
    kind="promise",
    load=load,
    may_see=sees,
    title=title,
    address=lambda known: ("promises.page", {"id": known.promise.id}),
    author_id=lambda known: owner_of(known.promise.byline_id),
    words=lambda known: known.promise.words,
    search=_found,
    set_state=set_state,
    erase=_erase,
    export_for=_export,
    queue=queue,
    waiting=waiting,
    label=N_("Promise"),
    all_ids=lambda: db.session.scalars(select(Promise.id)),
)
