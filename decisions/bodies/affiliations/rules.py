"""Who speaks for which body, on which day (pure)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from decisions.access import may_confirm
from forum.access import Standing
from forum.refusal import Refusal
from forum.say import N_

LONGEST_SIGNED = 200


class Claim(Protocol):
    """What the rules need of an affiliation."""

    person_id: int
    confirmed_at: datetime | None
    refused_at: datetime | None
    until: date | None


class State(StrEnum):
    """What became of somebody's word that they work for a body."""

    WAITING = "waiting"
    HOLDS = "holds"
    REFUSED = "refused"
    ENDED = "ended"


STATES = {
    State.WAITING: N_("Waiting for somebody to confirm it"),
    State.HOLDS: N_("Confirmed"),
    State.REFUSED: N_("Not confirmed"),
    State.ENDED: N_("Ended"),
}


def state_of(claim: Claim, on: date) -> State:
    """Return what became of it by a day. It does not count any more on the day that it ended."""
    if claim.refused_at is not None:
        return State.REFUSED
    if claim.until is not None and claim.until <= on:
        return State.ENDED
    return State.HOLDS if claim.confirmed_at is not None else State.WAITING


def signed_words(post: str, body: str) -> str:
    """Return the words that somebody signs with: `Head of Day Services, Adult Social Care, Marlbrook Council`."""
    return f"{post}, {body}"[:LONGEST_SIGNED]


def may_answer_claim(who: Standing, claim: Claim, on: date) -> Refusal | None:
    """Whether this person may confirm or refuse it now: somebody who helps run the place, and not its owner."""
    if refusal := may_confirm(who):
        return refusal
    if claim.person_id == who.person_id:
        return Refusal(N_("Somebody else has to look at what you said of yourself."))
    if state_of(claim, on) is not State.WAITING:
        return Refusal(N_("Somebody answered this already."))
    return None


def may_end(who: Standing, claim: Claim, on: date) -> Refusal | None:
    """Whether this person may end it: its owner, also before it is confirmed, and who helps run the place."""
    if claim.person_id != who.person_id and (refusal := may_confirm(who)):
        return refusal
    if state_of(claim, on) not in (State.HOLDS, State.WAITING):
        return Refusal(N_("This ended already."))
    return None


def may_see_claim(who: Standing, claim: Claim) -> Refusal | None:
    """Whether this person may see it with its history: its owner, and who helps run the place."""
    return None if claim.person_id == who.person_id else may_confirm(who)
