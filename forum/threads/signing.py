"""Under which name words stand: one's own, another name on one issue, or the name that somebody gave on the phone."""

from forum.access import SIGN_IN_FIRST, Standing
from forum.db import db
from forum.people import actions as people
from forum.people import other_names, queries
from forum.people.capacities import Capacity
from forum.people.models import Byline
from forum.people.names import name_key
from forum.people.speaking import may_speak_as
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.threads import rules
from forum.threads.kinds import TypedIn


def person_id(by: Standing) -> int:
    """Return the id of who acts. Raises Refusal for somebody signed out."""
    if by.person_id is None:
        raise Refusal(SIGN_IN_FIRST)
    return by.person_id


def sign(
    by: Standing,
    *,
    thread_id: int | None,
    capacity: str | None,
    other_name: str | None,
    typed_in: TypedIn | None,
    signed: str,
) -> tuple[Byline, Byline | None]:
    """Return the byline of new words, and of whoever typed them in.

    `thread_id` is `None` while the thread itself is being made: then a byline for this thread alone has to be given
    its thread by `settle()`. Raises Refusal.
    """
    if typed_in is not None:
        raise_if(rules.may_use_typed_in(by, typed_in, other_name=other_name))
        given = Byline(person_id=None, thread_id=thread_id, name=typed_in.name, capacity=capacity, signed="")
        db.session.add(given)
        db.session.flush()
        return given, own(by, capacity=Capacity.FACILITATOR)
    raise_if(may_speak_as(by, capacity, signed))
    people.remember_capacity(person_id(by), capacity)
    if other_name and name_key(other_name) != name_key(by.name):
        return _under_another_name(by, other_name, thread_id=thread_id, capacity=capacity), None
    return own(by, capacity=capacity, signed=signed), None


def own(by: Standing, *, capacity: str | None = None, signed: str = "") -> Byline:
    """Return the byline of somebody's own name. A facilitator is shown with their employer."""
    who = person_id(by)
    if capacity == Capacity.FACILITATOR and not signed:
        person = queries.person(who)
        signed = person.employer if person else ""
    if capacity == Capacity.WORKS_FOR_BODY and not signed:
        signed = next(iter(by.speaks_for.values()), "")
    return people.byline(who, name=by.name, capacity=capacity, signed=signed)


def settle(byline: Byline, *, thread_id: int) -> None:
    """Give a byline for one thread alone its thread, once the thread has an id."""
    byline.thread_id = thread_id


def _under_another_name(by: Standing, name: str, *, thread_id: int | None, capacity: str | None) -> Byline:
    who = person_id(by)
    if capacity in (Capacity.WORKS_FOR_BODY, Capacity.COUNCILLOR, Capacity.FACILITATOR):
        raise Refusal(N_("Under another name you can’t speak in that role."), field="capacity")
    if refusal := people.may_pick_name(name, own_id=who):
        raise Refusal(refusal.sentence.text, field="other_name", **refusal.sentence.values)
    if thread_id is not None and not other_names.is_free(name, thread_id=thread_id, person_id=who):
        raise Refusal(people.NAME_TAKEN, field="other_name")
    if thread_id is None:
        made = Byline(person_id=who, name=name, capacity=capacity)
        db.session.add(made)
        db.session.flush()
        return made
    used = other_names.other_name(who, thread_id)
    if used is not None and name_key(used) != name_key(name):
        raise Refusal(N_("You already use the name %(name)s here."), field="other_name", name=used)
    return people.byline(who, name=used or name, thread_id=thread_id, capacity=capacity)
