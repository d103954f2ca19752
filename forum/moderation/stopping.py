"""Stop a person from writing here, and let them write again: always with a reason. Callers commit."""

from datetime import datetime

from forum.access import Standing
from forum.db import db
from forum.moderation import actions, rules
from forum.moderation.cases import PERSON
from forum.moderation.models import Ruling
from forum.moderation.reasons import Deed
from forum.people import actions as people
from forum.people import queries as people_queries
from forum.people.models import Person
from forum.refusal import Refusal, raise_if
from forum.say import N_


def suspend(person_id: int | None, *, reason: str, words: str, by: Standing, on: datetime) -> Ruling:
    """Stop a person from writing. They can still read, report and ask for a second look. Raises Refusal."""
    person = _held(person_id)
    roles = frozenset(role.role for role in person.roles) if person else frozenset()
    suspended = person is not None and person.suspended_at is not None
    raise_if(rules.may_suspend(by, person_id=person.id if person else None, roles=roles, suspended=suspended))
    return rule_on_person(_present(person).id, Deed.SUSPEND, reason=reason, words=words, by=by, on=on)


def restore(person_id: int, *, by: Standing, on: datetime) -> Ruling:
    """Let a person write again. Raises Refusal when they can already."""
    if _present(_held(person_id)).suspended_at is None:
        raise Refusal(N_("This person can write here already."))
    return rule_on_person(person_id, Deed.RESTORE, reason="", words="", by=by, on=on)


def rule_on_person(
    person_id: int, deed: Deed, *, reason: str, words: str, by: Standing, on: datetime, again: bool = False
) -> Ruling:
    """Carry out what was decided about a person, add the ruling and tell them; after a second look (`again`) the
    answer to it tells them."""
    person = _present(people_queries.person(person_id))
    moderator_id = by.person_id or 0
    if deed is Deed.SUSPEND:
        people.suspend(person, by=moderator_id, on=on)
    elif deed is Deed.RESTORE:
        people.restore(person, by=moderator_id, on=on)
    ruling = actions.add_ruling(
        PERSON, person_id, deed, reason=reason, words=words, by=by.person_id, on=on, again=again
    )
    if not again:
        actions.tell_author(ruling, person_id, on=on)
    return ruling


def _held(person_id: int | None) -> Person | None:
    """Read a person anew, and keep others from changing them until the transaction ends."""
    if person_id is None:
        return None
    return db.session.get(Person, person_id, with_for_update={"of": Person, "key_share": True}, populate_existing=True)


def _present(person: Person | None) -> Person:
    if person is None:
        raise Refusal(N_("There is no such person here."))
    return person
