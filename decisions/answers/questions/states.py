"""Where a question stands: computed from what happened to it. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from decisions.answers.questions.kinds import OPEN, OWED, Happening, Stage

H, S = Happening, Stage
TYPICAL = "typical"
SOON = 7  # days before the last one

_ANYWHERE_OPEN: Mapping[Happening, Stage] = {
    H.CLAIMED: S.WRITING,
    H.CHECKING: S.CHECKING,
    H.PUBLISHED: S.ANSWERED,
    H.PUT_OFF: S.PUT_OFF,
    H.PASSED_ON: S.WAITING,
    H.NOT_HERE: S.NOT_HERE,
    H.CONFIRMED: S.ANSWERED,
    H.TAKEN_BACK: S.TAKEN_BACK,
}
STAYS = (H.HOLDING, H.REQUEST, H.SAID, H.TURNED_DOWN, H.LINK_ENDED)


def _open(stage: Stage, **more: Stage) -> Mapping[Happening, Stage]:
    """What can happen while an answer is owed; what leaves it where it stands among it."""
    named = {Happening(name.replace("_", "-")): to for name, to in more.items()}
    return {**_ANYWHERE_OPEN, **dict.fromkeys(STAYS, stage), **named}


# What can happen where, and where it leads. What is not in here can't happen. Whatever begins a wait (asked, passed on,
# asked once more) leads to "not sent" where the body has to be written to first.
MOVES: Mapping[Stage | None, Mapping[Happening, Stage]] = {
    None: {H.ASKED: S.WAITING},
    S.NOT_SENT: _open(
        S.NOT_SENT,
        accepted=S.WAITING,
        came_back=S.NOT_SENT,
        send_again=S.NOT_SENT,
        holding=S.WAITING,
        request=S.WAITING,
    ),
    S.WAITING: _open(S.WAITING, came_back=S.NOT_SENT),
    S.WRITING: _open(S.WRITING, let_go=S.WAITING),
    S.CHECKING: _open(S.CHECKING, let_go=S.WAITING),
    S.PUT_OFF: _open(S.PUT_OFF),
    S.ANSWERED: {
        H.CORRECTED: S.ANSWERED,
        H.RATED: S.ANSWERED,
        H.THANKED: S.ANSWERED,
        H.AGAIN: S.WAITING,
        H.LINK_ENDED: S.ANSWERED,
    },
    S.NOT_HERE: {},
    S.TAKEN_BACK: {},
}
BEGINS = (H.ASKED, H.PASSED_ON, H.AGAIN)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that happened to a question. `joined`: the body has people here, so it need not be written to. `due_on`
    with its `basis` and `rule`: the last day to answer, where this starts or moves it."""

    kind: str
    number: int
    happened_on: date
    body_id: int | None = None
    joined: bool = False
    due_on: date | None = None
    basis: str = ""
    rule: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Now:
    """Where a question stands. `since`: the day from which the time runs, none before a letter was accepted.
    `to_send`: a letter to the body waits to be written. `said`: the number of a reply that a member wrote down and
    nobody else has looked at. `asked_again`: the asker did so, which they may once."""

    stage: Stage
    body_id: int
    since: date | None = None
    due_on: date | None = None
    basis: str = ""
    rule: str = ""
    to_send: bool = False
    said: int | None = None
    asked_again: bool = False
    rating: str = ""
    thanked: bool = False
    answered_on: date | None = None
    in_time: bool | None = None


def may_happen(now: Now | None, kind: str) -> bool:
    """Whether something can happen to a question that stands there; `None` before it was asked."""
    happening = Happening(kind)
    if now is None:
        return happening in MOVES[None]
    if happening not in MOVES[now.stage]:
        return False
    if happening in (H.CONFIRMED, H.TURNED_DOWN):
        return now.said is not None
    blocked = {
        H.SAID: now.said is not None,
        H.AGAIN: now.asked_again,
        H.THANKED: now.thanked,
        H.SEND_AGAIN: now.to_send,
        H.ACCEPTED: not now.to_send,
        H.LET_GO: now.since is None,
    }
    return not blocked.get(happening, False)


def fold(facts: Iterable[Fact]) -> Now:
    """Compute where a question stands from what happened, in its order. What can't happen changes nothing. Raises
    ValueError when it was never asked."""
    now: Now | None = None
    for one in facts:
        if may_happen(now, one.kind):
            now = _after(now, one)
    if now is None:
        raise ValueError("a question begins with being asked")
    return now


def _after(now: Now | None, one: Fact) -> Now:
    kind = Happening(one.kind)
    if now is None or kind in BEGINS:
        return _begun(now, one)
    now = replace(now, stage=MOVES[now.stage][kind])
    change = CHANGES.get(kind)
    return change(now, one) if change is not None else now


def _begun(now: Now | None, one: Fact) -> Now:
    """A wait begins: at once where the body has people here, else when a letter to it was accepted."""
    fresh = Now(S.WAITING if one.joined else S.NOT_SENT, one.body_id or (now.body_id if now else 0))
    fresh = replace(fresh, to_send=not one.joined, asked_again=one.kind == H.AGAIN or bool(now and now.asked_again))
    return _clock(fresh, one) if one.joined else fresh


def _clock(now: Now, one: Fact) -> Now:
    return replace(now, since=one.happened_on, due_on=one.due_on, basis=one.basis, rule=one.rule)


def _answered(now: Now, one: Fact) -> Now:
    in_time = None if now.due_on is None or now.basis == TYPICAL else one.happened_on <= now.due_on
    return replace(
        now, to_send=False, said=None, rating="", thanked=False, answered_on=one.happened_on, in_time=in_time
    )


def _taken_up(now: Now, one: Fact) -> Now:
    """Who takes it up, or writes, has got it: if the time has not begun, it runs from that day."""
    return replace(_clock(now, one), to_send=False) if now.since is None else now


def _accepted(now: Now, one: Fact) -> Now:
    return replace(_clock(now, one), to_send=False)


def _came_back(now: Now, _one: Fact) -> Now:
    return replace(now, since=None, due_on=None, basis="", rule="", to_send=False)


def _request(now: Now, one: Fact) -> Now:
    now = _taken_up(now, one)
    return replace(now, due_on=one.due_on, basis=one.basis, rule=one.rule) if one.due_on else now


def _put_off(now: Now, one: Fact) -> Now:
    now = _taken_up(now, one)
    later = one.due_on is not None and (now.due_on is None or one.due_on > now.due_on)
    return replace(now, due_on=one.due_on, basis=one.basis, rule="") if later else now


def _ended(now: Now, _one: Fact) -> Now:
    return replace(now, due_on=None, basis="", rule="", to_send=False, said=None)


CHANGES: Mapping[Happening, Callable[[Now, Fact], Now]] = {
    H.CLAIMED: _taken_up,
    H.CHECKING: _taken_up,
    H.HOLDING: _taken_up,
    H.ACCEPTED: _accepted,
    H.CAME_BACK: _came_back,
    H.SEND_AGAIN: lambda now, _one: replace(now, to_send=True),
    H.REQUEST: _request,
    H.PUT_OFF: _put_off,
    H.PUBLISHED: _answered,
    H.CONFIRMED: _answered,
    H.CORRECTED: lambda now, _one: replace(now, rating="", thanked=False),
    H.SAID: lambda now, one: replace(now, said=one.number),
    H.TURNED_DOWN: lambda now, _one: replace(now, said=None),
    H.RATED: lambda now, one: replace(now, rating=one.word),
    H.THANKED: lambda now, _one: replace(now, thanked=True),
    H.TAKEN_BACK: _ended,
    H.NOT_HERE: _ended,
}


def is_late(stage: str, due_on: date | None, *, basis: str, today: date) -> bool:
    """Whether a body is late: its last day passed and it owes an answer. Never before it was written to, and never for
    a day that is only usual."""
    return stage in OWED and due_on is not None and basis != TYPICAL and due_on < today


def is_soon(stage: str, due_on: date | None, *, today: date) -> bool:
    """Whether the last day comes within a week, or is today."""
    return stage in OWED and due_on is not None and 0 <= (due_on - today).days <= SOON


def is_open(stage: str) -> bool:
    """Whether there is no answer yet and one may still come."""
    return stage in OPEN
