"""Another name on one issue: one for each person and thread, and never somebody else's."""

from sqlalchemy import select

from forum.db import db
from forum.people.models import Byline
from forum.people.names import name_key


def other_name(person_id: int, thread_id: int) -> str | None:
    """Return the other name that a person uses on a thread, for that person alone."""
    mine = (Byline.person_id == person_id) & (Byline.thread_id == thread_id)
    return db.session.scalar(select(Byline.name).where(mine).order_by(Byline.id).limit(1))


def is_free(name: str, *, thread_id: int, person_id: int) -> bool:
    """Whether nobody else goes by this name on a thread. Whether it is an account's name is asked elsewhere."""
    others = (Byline.thread_id == thread_id) & Byline.person_id.is_distinct_from(person_id)
    return all(name_key(one) != name_key(name) for one in db.session.scalars(select(Byline.name).where(others)))
