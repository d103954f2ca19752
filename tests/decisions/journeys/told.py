"""A small language for the tests of the core: a route and what happened on it, in one line each."""

from datetime import date, timedelta
from typing import Any

from decisions.journeys.fold import MoveFact, Now, StopFact, fold
from decisions.journeys.kinds import Evidence

DAY = date(2026, 11, 1)
HERE, REPLY, CONSULT, SCRUTINY, CABINET, DOING, SECOND = range(1, 8)
ROLES = {
    HERE: "here",
    REPLY: "reply",
    CONSULT: "consult",
    SCRUTINY: "scrutinise",
    CABINET: "decide",
    DOING: "carry-out",
    SECOND: "decide",
}
NAMES = {"reply": REPLY, "consult": CONSULT, "scrutiny": SCRUTINY, "cabinet": CABINET, "doing": DOING, "second": SECOND}


def day(number: int) -> date:
    """A day of the story; day 1 is 1 November 2026."""
    return DAY + timedelta(days=number - 1)


def stops(*wanted: int, opens: dict[int, int] | None = None, planned: dict[int, int] | None = None) -> list[StopFact]:
    """A route by its stops; the first is always "raised here". Each body has the number of its stop."""
    opens, planned = opens or {}, planned or {}
    return [
        StopFact(
            one,
            ROLES[one],
            None if one == HERE else one,
            day(opens[one]) if one in opens else None,
            day(planned[one]) if one in planned else None,
        )
        for one in (HERE, *wanted)
    ]


def move(text: str, number: int, **more: Any) -> MoveFact:
    """One move: "3 agreed cabinet", "4 deferred cabinet until 20", "5 called-in cabinet to scrutiny",
    "6 corrected #3 nothing", "3 agreed cabinet, a member says"."""
    text, _comma, says = text.partition(",")
    parts = text.split()
    values: dict[str, Any] = {"number": number, "happened_on": day(int(parts[0])), "kind": parts[1]}
    rest = parts[2:]
    for place, part in enumerate(rest):
        if part == "until":
            values["planned_on"] = day(int(rest[place + 1]))
        elif part == "to":
            values["to_stop_id"] = NAMES[rest[place + 1]]
        elif part.startswith("#"):
            values |= {"corrects": int(part[1:]), "becomes": rest[place + 1]}
        elif part in NAMES and rest[place - 1] != "to":
            values["stop_id"] = NAMES[part]
    if parts[1] == "raised":
        values["stop_id"] = HERE
    if "member" in says:
        values["evidence"] = Evidence.MEMBER_SAYS
    return MoveFact(**values | more)


def moves(*texts: str) -> list[MoveFact]:
    """Moves in the order of recording. The issue was raised on day 1, as number 1."""
    return [move(text, number) for number, text in enumerate(("1 raised", *texts), 1)]


def now(route: list[StopFact], *texts: str) -> Now:
    """Where the issue is after all that."""
    return fold(route, moves(*texts))
