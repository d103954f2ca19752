"""Does writing here count for the bodies that have an issue now? In sentences, with the official way (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from decisions.journeys.doors import StopToday
from decisions.journeys.kinds import StopRole
from forum.refusal import Refusal
from forum.say import N_, Sentence

NO, YES, WE_SEND = "no", "yes", "we-send"
NOT_COUNTED = N_("Writing here does not count as an answer to %(body)s.")
NOT_SENT = N_("What you write here does not go to %(body)s by itself.")
COUNTED = N_("What you write here counts for %(body)s.")
SENT_FOR_YOU = N_("We send what is written here to %(body)s.")


@dataclass(frozen=True, slots=True)
class Counts:
    """What is said of one body: if writing here counts, the official way (or who said so), the last day, and what was
    sent in when."""

    says: Sentence
    how: str = ""
    more: tuple[Sentence, ...] = ()


def counts(stops: Sequence[StopToday], rows: Mapping[int, Any], shorts: Mapping[int, str]) -> list[Counts]:
    """Return what is said of the bodies that have an issue today.

    Arguments: the stops as they are today; their rows by id; how each body is called in a sentence, by its id.
    """
    found = []
    for one in stops:
        row, short = rows[one.fact.id], shorts.get(one.fact.body_id or 0)
        if short is None or not one.open or row.writing_counts not in (NO, YES, WE_SEND):
            continue
        found.append(Counts(_says(row.writing_counts, one.fact.role, short), row.official_way, _more(row, one)))
    return found


def _says(counted: str, role: str, short: str) -> Sentence:
    no = NOT_COUNTED if role == StopRole.CONSULT else NOT_SENT
    return Sentence({NO: no, YES: COUNTED, WE_SEND: SENT_FOR_YOU}[counted], {"body": short})


def _more(row: Any, one: StopToday) -> tuple[Sentence, ...]:
    """The last day of asking people; when we sent in what was written, and when they said that they have it."""
    said = []
    if one.fact.role == StopRole.CONSULT and one.fact.planned_on is not None:
        said.append(Sentence(N_("The last day is %(day)s."), {"day": one.fact.planned_on}))
    if row.writing_counts == WE_SEND and row.sent_in_on is not None:
        said.append(Sentence(N_("We sent it on %(day)s."), {"day": row.sent_in_on}))
    if row.writing_counts == WE_SEND and row.received_on is not None:
        said.append(Sentence(N_("They told us on %(day)s that they have it."), {"day": row.received_on}))
    return tuple(said)


def may_count(writing_counts: str, official_way: str) -> Refusal | None:
    """Whether this may be said of a body: that writing here counts only with who said so."""
    if writing_counts == YES and not official_way.strip():
        return Refusal(N_("Write who said that writing here counts."), field="official_way")
    return None


def may_send_in(row: Any, sent: Any, received: Any, today: Any) -> Refusal | None:
    """Whether these days may be told of what was sent in: of a body that we send things to, and in their order."""
    if row.writing_counts != WE_SEND:
        return Refusal(N_("Say first, at this step, that we send in what is written here."))
    if sent is None or sent > today:
        return Refusal(N_("Write the day on which it was sent."), field="sent_in_on")
    if received is not None and not sent <= received <= today:
        return Refusal(N_("They can’t have it before it was sent, or on a day to come."), field="received_on")
    return None
