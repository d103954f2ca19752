"""What an agenda item or a decision says of an issue: the moves that may be drafted from it (pure).

Nothing is guessed. A meeting that took place says nothing of an item until its minutes or a decision do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from decisions.journeys.joining.sentences import GONE, NO_REASON, OFF, SAID
from decisions.journeys.kinds import ADVISING, MoveKind, StopRole
from decisions.meetings.kinds import GOES_AHEAD, Result, Status
from forum.say import N_, Sentence

K = MoveKind
OF_RESULT = {
    Result.AGREED: K.AGREED,
    Result.AGREED_CHANGED: K.AGREED_CHANGED,
    Result.REFUSED: K.REFUSED,
    Result.NOTED: K.NOTED,
    Result.DEFERRED: K.DEFERRED,
    Result.REFERRED: K.REFERRED,
    Result.WITHDRAWN: K.WITHDRAWN,
}
ADVICE = {K.AGREED: K.RECOMMENDED, K.AGREED_CHANGED: K.RECOMMENDED, K.REFUSED: K.RECOMMENDED_AGAINST}
DECIDED = (K.AGREED, K.AGREED_CHANGED, K.REFUSED)
OWES_REASON = (K.REFUSED, K.DEFERRED, K.WITHDRAWN)
KINDS_OF_BODIES = {
    StopRole.SCRUTINISE: ("scrutiny", "hosc", "jhosc"),
    StopRole.RECOMMEND: ("hwb", "icp", "place", "governors", "sab", "lscp", "healthwatch"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What is known of an item or a decision. `body` is its short name. `day` is that of the meeting, `moved_to` the
    new one; `planned`: the journey counts on that day. `result` and the days after it are those of a decision."""

    body: str
    day: date | None = None
    status: str = Status.PLANNED
    moved_to: date | None = None
    why: str = ""
    gone: bool = False
    agenda_on: date | None = None
    minutes: str = ""
    planned: bool = False
    role: str | None = None
    result: str = Result.UNKNOWN
    decided_on: date | None = None
    published_on: date | None = None
    in_force_on: date | None = None
    official: str = ""
    plain: str = ""
    reason: str = ""
    imported: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """One move that a record speaks of. `plain` are the sentences that say it; `words` a person's own, if any."""

    kind: MoveKind
    happened_on: date
    plain: tuple[Sentence, ...]
    planned_on: date | None = None
    published_on: date | None = None
    official: str = ""
    words: str = ""
    reason: str | Sentence = ""
    mark: str = ""

    @property
    def said(self) -> str:
        """What it says, in a few letters: the same twice is the same saying. A day on which we learned of something
        says nothing."""
        return self.mark or in_short(self.kind, self.happened_on, self.planned_on)


def in_short(kind: str, happened_on: date, planned_on: date | None) -> str:
    """Return what a move says in a few letters: its kind, and the day that matters."""
    day = planned_on if kind == K.ON_AGENDA and planned_on is not None else happened_on
    return f"{kind} {day.isoformat()}"


def sayings(record: Published, today: date) -> list[Saying]:
    """Return what a record says on a day, in the order in which it happened."""
    if record.result != Result.UNKNOWN and record.decided_on is not None and record.decided_on <= today:
        return _decided(record, record.decided_on, today)
    if record.day is None:
        return []
    if record.status in (Status.CANCELLED, Status.PUT_OFF) or (record.gone and record.day >= today):
        return [_off(record, record.day, today)] if record.planned else []
    if record.status in GOES_AHEAD and record.day >= today:
        known = min(record.agenda_on or today, today)
        return [Saying(K.ON_AGENDA, known, _words(record, K.ON_AGENDA, record.day), planned_on=record.day)]
    if record.minutes.strip() and record.day <= today:
        heard = _words(record, K.CONSIDERED, record.day)
        return [Saying(K.CONSIDERED, record.day, heard, official=record.minutes)]
    return []


def _decided(record: Published, day: date, today: date) -> list[Saying]:
    """A result, and that it holds. Who advises does not agree or refuse: it advises yes or no."""
    kind = OF_RESULT[Result(record.result)]
    kind = ADVICE.get(kind, kind) if record.role in ADVISING else kind
    published = record.published_on if kind in DECIDED else None
    published = published if published is not None and day <= published <= today else None
    reason: str | Sentence = record.reason
    if kind in OWES_REASON and not record.reason.strip():
        reason = Sentence(NO_REASON)
    official = record.official or record.minutes
    words = _words(record, kind, day)
    found = [Saying(kind, day, words, published_on=published, official=official, words=record.plain, reason=reason)]
    in_force = record.in_force_on
    if kind in (K.AGREED, K.AGREED_CHANGED) and in_force is not None and day <= in_force <= today:
        found.append(Saying(K.TAKES_EFFECT, in_force, _words(record, K.TAKES_EFFECT, in_force)))
    return found


def _off(record: Published, day: date, today: date) -> Saying:
    """The day that people count on does not hold any more."""
    put_off = record.status == Status.PUT_OFF
    new = record.moved_to if put_off and record.moved_to is not None and record.moved_to >= today else None
    values = {"body": record.body, "day": day, "new": new}
    text = OFF.get((Status(record.status), new is not None), GONE)
    reason: str | Sentence = record.why if record.why.strip() else Sentence(NO_REASON)
    plain, mark = _sourced(record, Sentence(text, values)), f"off {day.isoformat()} {new or ''}".strip()
    return Saying(K.DEFERRED, today, plain, planned_on=new, reason=reason, mark=mark)


def _words(record: Published, kind: MoveKind, day: date) -> tuple[Sentence, ...]:
    return _sourced(record, Sentence(SAID[kind], {"body": _first(record.body), "a_body": record.body, "day": day}))


def _sourced(record: Published, said: Sentence) -> tuple[Sentence, ...]:
    """Say that it is their own record which says so, where it was brought in from there."""
    if not record.imported:
        return (said,)
    return said, Sentence(N_("So says the record of %(body)s."), {"body": record.body})


def _first(short: str) -> str:
    return short[:1].upper() + short[1:]


def next_saying(
    found: Sequence[Saying], approved: str | None, dismissed: Sequence[str], known: Sequence[str] = ()
) -> Saying | None:
    """Return what to draft: the first saying that nobody has dealt with, after the last that somebody has.

    Arguments: what the record says; what was approved last; what was dismissed since; what stands in the journey
    already, whoever wrote it there.
    """
    dealt = {approved, *dismissed, *known}
    last = max((place for place, one in enumerate(found) if one.said in dealt), default=-1)
    return next(iter(found[last + 1 :]), None)


def likely_role(kind_of_body: str, kind: str) -> StopRole:
    """Return what a body most likely does at a step that is still to be made; a person sees it and can change it."""
    if kind in DECIDED:
        return StopRole.DECIDE
    found = (role for role, kinds in KINDS_OF_BODIES.items() if kind_of_body in kinds)
    return next(found, StopRole.RECOMMEND if kind in ADVICE.values() else StopRole.DECIDE)
