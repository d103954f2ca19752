"""Under which name an entry stands: of who helps run this, for a body, or a person's own (or other) name."""

from forum.access import Standing, is_facilitator
from forum.people import actions as people
from forum.people.capacities import Capacity
from forum.people.models import Byline
from forum.people.other_names import other_name
from forum.threads.signing import own, person_id


def recorder(by: Standing, *, thread_id: int, body_id: int | None = None) -> Byline:
    """Return the byline of somebody who records something on an issue. `body_id` is set when they do so for a body
    that they speak for. Whoever uses another name on the issue keeps it here, so that an entry does not tell. Raises
    Refusal for somebody signed out."""
    who = person_id(by)
    if is_facilitator(by):
        return own(by, capacity=Capacity.FACILITATOR)
    if body_id is not None and body_id in by.speaks_for:
        return own(by, capacity=Capacity.WORKS_FOR_BODY, signed=by.speaks_for[body_id])
    used = other_name(who, thread_id)
    return people.byline(who, name=used, thread_id=thread_id) if used else own(by)
