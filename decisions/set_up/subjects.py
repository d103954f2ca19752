"""Local facts that were given out, in the table of kinds: they wait in `/to-do`."""

from collections.abc import Iterable
from typing import Any

from flask import Flask, url_for
from sqlalchemy import ScalarSelect, case, delete, func, select

from decisions.set_up import findings
from decisions.set_up.models import FactShare
from forum.access import FACILITATOR, Standing, is_facilitator
from forum.db import db
from forum.people.models import Person
from forum.refusal import Refusal
from forum.say import N_, NN_, Sentence
from forum.subjects import Harm, Subject, ToDo, register

GIVEN = N_("%(name)s was asked to find out: %(what)s")
STILL_OPEN = NN_("%(num)s local fact is still to find out", "%(num)s local facts are still to find out")


def init_app(app: Flask) -> None:
    """Register the kind of this feature."""
    register(app, SHARE)


def _load(ids: Iterable[int]) -> dict[int, FactShare]:
    return {one.id: one for one in db.session.scalars(select(FactShare).where(FactShare.id.in_(list(ids))))}


def _may_see(who: Standing, _share: Any) -> Refusal | None:
    return FACILITATOR.check(who)


def _queue(who: Standing) -> list[ToDo]:
    """Each fact that was given to somebody; and in one line those that nobody was asked for, so that the list ends."""
    if not is_facilitator(who):
        return []
    found = [_given(one, what) for one, what in findings.waiting_shares()]
    if count := db.session.scalar(findings.open_count()):
        words = Sentence.counted(STILL_OPEN, count)
        found.append(ToDo(Harm.LOOSE_END, words, url_for("set_up.facts"), button=Sentence(N_("Look"))))
    return found


def _given(share: FactShare, what: str) -> ToDo:
    words = Sentence(GIVEN, {"name": share.name, "what": what})
    address = url_for("set_up.fact", id=share.ident)
    return ToDo(Harm.LOOSE_END, words, address, since=share.given_at, button=Sentence(N_("Fill in")))


def _waiting(who: Standing) -> ScalarSelect[int] | None:
    if not is_facilitator(who):
        return None
    rest = select(case((findings.open_count().scalar_subquery() > 0, 1), else_=0))
    given = select(func.count(FactShare.id)).scalar_subquery()
    return select(given + rest.scalar_subquery()).scalar_subquery()


def _erase(person_id: int) -> None:
    """Forget the address and the name of somebody who leaves: what they were asked waits for anybody again."""
    email = select(func.lower(Person.email)).where(Person.id == person_id).scalar_subquery()
    db.session.execute(delete(FactShare).where(func.lower(FactShare.email) == email))


SHARE = Subject(
    kind="fact_share",
    load=_load,
    may_see=_may_see,
    title=lambda one: str(one.ident),
    address=lambda one: ("set_up.fact", {"id": one.ident}),
    erase=_erase,
    queue=_queue,
    waiting=_waiting,
)
