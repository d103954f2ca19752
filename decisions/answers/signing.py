"""Under which name an answer stands: always the post; a person's own name is their choice; by a link nobody's."""

from decisions.bodies.affiliations.rules import signed_words
from decisions.bodies.models import Body
from forum.access import Standing
from forum.db import db
from forum.people import actions as people
from forum.people.capacities import Capacity
from forum.people.models import Byline
from forum.threads.signing import own, person_id

LONGEST_NAME = 80


def speaker(by: Standing, body: Body, *, named: bool) -> Byline:
    """Return the byline of somebody who answers for a body. `named`: their own name stands beside their post; else the
    body's does."""
    signed = by.speaks_for[body.id]
    if named:
        return own(by, capacity=Capacity.WORKS_FOR_BODY, signed=signed)
    return people.byline(person_id(by), name=_name(body), capacity=Capacity.WORKS_FOR_BODY, signed=signed)


def link_holder(body: Body, post: str, *, thread_id: int) -> tuple[Byline, Standing]:
    """Return the byline of whoever answers by our private link, and who they are to the rules: they speak for this body
    and are no person here. `post`: such as "Practice manager"; never checked, and shown as what they wrote."""
    signed = signed_words(post, body.name) if post else body.name
    made = Byline(person_id=None, thread_id=thread_id, name=_name(body), capacity=Capacity.WORKS_FOR_BODY)
    made.signed = signed
    db.session.add(made)
    db.session.flush()
    return made, Standing(person_id=0, trusted=True, speaks_for={body.id: signed})


def _name(body: Body) -> str:
    return body.name[:LONGEST_NAME]
