"""What a person may take along and take away: their data, their capacity, their account. Callers commit.

Erasing leaves tombstones: posts stay under a neutral name unless their writer takes them back. Each kind of thing
erases its own part, asked through the one table of kinds; what is the account's own is done here, last, because the
others find what is theirs by its bylines.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update

from forum import subjects
from forum.access import Role
from forum.db import db
from forum.history.actions import record
from forum.outbox.actions import forget
from forum.people import mailed_links
from forum.people.actions import EVERYWHERE, may_give_up
from forum.people.models import Byline, FormKey, Person, SignInSession
from forum.people.queries import hold_administrators
from forum.people.signing_in import close_all_sessions
from forum.refusal import raise_if
from forum.say import N_, Sentence, say

LEFT = N_("Someone who left")


def remove_capacity(person: Person, *, by: int, on: datetime) -> None:
    """Take a person's capacity away from everything they wrote, under every name. An official answer keeps the words
    that it was signed with: they are its own."""
    theirs = Byline.person_id == person.id
    db.session.execute(update(Byline).where(theirs).values(capacity=None, signed=""))
    person.capacity = None
    record("removed_capacity", ("person", person.id), by=by, on=on, parents=(EVERYWHERE,))


def export(person: Person) -> dict[str, list[dict[str, Any]]]:
    """Return everything that a person put in, by kind."""
    table = subjects.table()
    return {kind: one.export_for(person.id) for kind, one in sorted(table.items()) if one.export_for}


def export_account(person_id: int) -> list[dict[str, Any]]:
    """Return what the account itself holds."""
    person = db.session.get(Person, person_id)
    if person is None or person.erased_at is not None:
        return []
    bylines = db.session.scalars(select(Byline).where(Byline.person_id == person_id).order_by(Byline.id))
    open_now = db.session.scalars(select(SignInSession).where(SignInSession.person_id == person_id))
    return [
        {
            "name": person.name,
            "email": person.email,
            "joined": person.created_at.isoformat(),
            "usual_capacity": person.capacity,
            "employer": person.employer,
            "roles": sorted(role.role for role in person.roles),
            "emails_about_what_i_follow": person.mail_moves,
            "names_used": [
                {"name": one.name, "thread": one.thread_id, "capacity": one.capacity, "signed": one.signed}
                for one in bylines
            ],
            "signed_in": [
                {"since": one.created_at.isoformat(), "last_wrote": one.seen_at.isoformat()} for one in open_now
            ],
        }
    ]


def erase(person: Person, *, take_back: bool, by: int, on: datetime) -> None:
    """Erase an account. Raises Refusal for the last administrator.

    Arguments: `take_back`, whether their words go too and leave tombstones; else they stay under a neutral name.
    """
    db.session.refresh(person, with_for_update={"of": Person})  # until then what they send in other windows waits
    hold_administrators()
    raise_if(may_give_up(person, Role.ADMINISTRATOR))
    others = [one for kind, one in subjects.table().items() if kind != "person"]
    for one in others:
        if take_back and one.take_back:
            one.take_back(person.id, by=by, on=on)
    for one in others:
        if one.erase:
            one.erase(person.id)
    erase_account(person.id)
    person.erased_at = on
    record("left", ("person", person.id), by=None, on=on, parents=(EVERYWHERE,))


def erase_account(person_id: int) -> None:
    """Empty the row of an account and all that belongs to it alone. The empty row stays: history points to it."""
    person = db.session.get_one(Person, person_id)
    close_all_sessions(person_id)
    mailed_links.kill(person, used_too=True)
    forget(person_id, email=person.email)
    db.session.execute(delete(FormKey).where(FormKey.owner == f"person:{person_id}"))
    neutral = {"name": say(Sentence(LEFT)), "person_id": None, "capacity": None, "signed": ""}
    db.session.execute(update(Byline).where(Byline.person_id == person_id).values(neutral))
    person.name, person.name_key = say(Sentence(LEFT)), f"#{person_id}"
    person.email = person.email_key = person.password_hash = person.capacity = None
    person.trusted_at = person.looked_at = None
    person.employer, person.mail_moves = "", False
    person.roles.clear()
    db.session.flush()
