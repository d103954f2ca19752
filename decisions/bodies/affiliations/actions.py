"""What happens to somebody's word that they work for a body. Callers commit."""

from datetime import datetime

from decisions.bodies.affiliations import queries
from decisions.bodies.affiliations.rules import State, may_answer_claim, may_end, state_of
from decisions.bodies.models import Affiliation, Body
from forum import clock
from forum.access import WRITER, Standing
from forum.db import db
from forum.history.actions import record
from forum.outbox.actions import put
from forum.people.models import Person
from forum.refusal import Refusal, raise_if
from forum.say import N_


def ask(body: Body, *, post: str, councillor: bool, by: Standing, on: datetime) -> Affiliation:
    """Say that one works for a body. It counts once somebody confirms it. Raises Refusal."""
    raise_if(WRITER.check(by))
    today = clock.local_day(on)
    for earlier in queries.of_person(by.person_id or 0):
        same = earlier.body_id == body.id and earlier.councillor == councillor
        if same and state_of(earlier, today) in (State.WAITING, State.HOLDS):
            raise Refusal(N_("You said that already. It is in the list above."), field="body")
    row = Affiliation(person_id=by.person_id, body_id=body.id, post=post, councillor=councillor, asked_at=on)
    db.session.add(row)
    db.session.flush()
    record("asked", ("affiliation", row.id), by=by.person_id, on=on, body=body.id)
    return row


def confirm(claim: Affiliation, *, by: Standing, on: datetime) -> None:
    """Confirm it; the person is told. Raises Refusal."""
    _hold(claim)
    raise_if(may_answer_claim(by, claim, clock.local_day(on)))
    claim.confirmed_at, claim.confirmed_by_id = on, by.person_id
    claim.body.joined = claim.body.joined or not claim.councillor
    record("confirmed", ("affiliation", claim.id), by=by.person_id, on=on, parents=(("body", claim.body_id),))
    _tell(claim, on)


def refuse(claim: Affiliation, *, reason: str, by: Standing, on: datetime) -> None:
    """Refuse it, with a reason for the person. Raises Refusal."""
    _hold(claim)
    raise_if(may_answer_claim(by, claim, clock.local_day(on)))
    if not reason:
        raise Refusal(N_("Write why, in a few kind words."), field="reason")
    claim.refused_at, claim.refused_by_id, claim.reason = on, by.person_id, reason
    record("refused", ("affiliation", claim.id), by=by.person_id, on=on)
    _tell(claim, on)


def end(claim: Affiliation, *, by: Standing, on: datetime) -> None:
    """End it today: from now on the person does not speak for the body. What they signed stays. Raises Refusal."""
    _hold(claim)
    today = clock.local_day(on)
    raise_if(may_end(by, claim, today))
    claim.until = today
    record("ended", ("affiliation", claim.id), by=by.person_id, on=on, parents=(("body", claim.body_id),))


def erase(person_id: int) -> None:
    """Take a person out of this: the rows go, what they signed for a body is the body's."""
    for row in queries.of_person(person_id):
        db.session.delete(row)
    db.session.flush()


def _hold(claim: Affiliation) -> None:
    """Read a claim anew, and keep others from answering it until the transaction ends."""
    db.session.refresh(claim, with_for_update={"of": Affiliation})


def _tell(claim: Affiliation, on: datetime) -> None:
    person = db.session.get(Person, claim.person_id)
    if person is not None and person.email:
        put("organisation_answered", key=f"affiliation:{claim.id}", person_id=claim.person_id, on=on)
