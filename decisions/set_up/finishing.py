"""End the set-up: the place is made, and its first administrator. Callers commit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from decisions.packs.files import Pack
from decisions.set_up import making, opening
from forum.access import Role
from forum.people import actions
from forum.people.models import Person
from forum.refusal import raise_if

Packs = Sequence[Pack]


@dataclass(frozen=True, slots=True)
class Account:
    """The first administrator, with the hash of their password."""

    name: str
    email: str
    hashed: str


def finish(packs: Packs, *, account: Account | None, by: int | None, on: datetime) -> Person | None:
    """Make the place of what was typed. Returns the account that was made, if one was asked for.

    Arguments: the packs (`making.packs_for`); the account to make, none when an administrator sets the place up; who
    that is; the moment. Raises Refusal.
    """
    row = opening.current(lock=True)
    answers = dict(row.answers) if row else {}
    person = _administrator(account, on=on) if account else None
    making.make(answers, packs, by=person.id if person else by, on=on)
    if row is not None:
        row.done_at, row.answers = on, {}
    return person


def _administrator(account: Account, *, on: datetime) -> Person:
    raise_if(opening.may_begin())
    person = actions.register(name=account.name, email=account.email, password_hash=account.hashed, on=on)
    for role in (Role.ADMINISTRATOR, Role.FACILITATOR, Role.MODERATOR):
        actions.give_role(person, role, by=None, on=on)
    actions.trust(person, by=None, on=on)
    return person
