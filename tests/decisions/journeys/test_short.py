"""The short version: one sentence each on who has it, who decides and when, by what happened."""

import pytest

from decisions.journeys.doors import today_stops
from decisions.journeys.panel import BodyFact
from decisions.journeys.short import short
from tests.decisions.journeys.test_panel import BODIES, plain
from tests.decisions.journeys.told import CABINET, CONSULT, DOING, REPLY, SCRUTINY, SECOND, day, now, stops

NOT_KNOWN, NO_DATE = "We do not know yet who decides.", "There is no date yet."
DECIDES, DECIDED = "The Cabinet decides.", "The Cabinet decided this."
PLANNED = {"planned": {CABINET: 9}}
WINDOW = {"opens": {CONSULT: 2}, "planned": {CONSULT: 9}}


@pytest.mark.parametrize(
    ("route", "on", "texts", "who", "decides", "when"),
    [
        (stops(), 3, (), "It has not been sent to anyone yet.", NOT_KNOWN, NO_DATE),
        (stops(REPLY), 3, ("2 sent reply",), "The council has it now.", NOT_KNOWN, NO_DATE),
        (stops(CABINET, **PLANNED), 5, ("2 on-agenda cabinet until 9",), "The Cabinet has it now.", DECIDES, 9),
        (stops(CABINET, **PLANNED), 10, (), "The Cabinet was due to have it.", DECIDES, "heard"),
        (stops(CABINET), 5, ("3 deferred cabinet",), "The Cabinet put it off.", DECIDES, NO_DATE),
        (stops(CABINET), 5, ("3 deferred cabinet until 20",), "The Cabinet put it off.", DECIDES, 20),
        (stops(CONSULT, CABINET, **WINDOW), 5, (), "The council is asking people what they think.", DECIDES, "until 9"),
        (
            stops(SCRUTINY, CABINET),
            5,
            ("2 on-agenda scrutiny until 9",),
            "committee has it",
            DECIDES,
            "look at it is on 9",
        ),
        (stops(CABINET, DOING), 5, ("3 agreed cabinet",), "Nobody has it just now.", DECIDED, "It was decided on 3."),
        (stops(CABINET, SECOND), 5, ("3 agreed cabinet",), "Nobody", "The board decides.", "agreed in principle on 3."),
        (stops(CABINET), 5, ("3 refused cabinet",), "It was not taken forward.", DECIDED, "It was decided on 3."),
        (stops(CABINET), 5, ("4 closed",), "Nobody has it now.", "No decision is written down", "closed on 4."),
        (
            stops(CABINET, DOING),
            9,
            ("3 agreed cabinet", "4 promise-made doing", "8 closed"),
            "This is finished, so nobody has it now.",
            DECIDED,
            "It was decided on 3.",
        ),
        (
            stops(SCRUTINY, CABINET),
            6,
            ("3 agreed cabinet", "5 called-in cabinet to scrutiny"),
            "The scrutiny committee has it now.",
            DECIDED,
            "The decision of 3 waits for another look.",
        ),
    ],
)
def test_each_state(route: list, on: int, texts: tuple[str, ...], who: str, decides: str, when: object) -> None:  # type: ignore[type-arg]
    found = now(route, *texts)
    told = short(today_stops(route, found, today=day(on)), found, BODIES)
    assert who in plain(told.who)
    assert decides in plain(told.decides)
    assert str(when) in plain(told.when)


def test_two_at_once_are_both_named() -> None:
    route = stops(REPLY, SCRUTINY)
    found = now(route, "2 sent reply", "3 on-agenda scrutiny until 9")
    told = short(today_stops(route, found, today=day(4)), found, BODIES)
    assert plain(told.who) == "The council and the scrutiny committee have it now."


def test_a_body_that_has_not_joined_was_written_to() -> None:
    route, bodies = stops(REPLY), BODIES | {REPLY: BodyFact("the surgery", "surgery", joined=False)}
    found = now(route, "2 sent reply")
    told = short(today_stops(route, found, today=day(30)), found, bodies)
    assert plain(told.who) == "We wrote to the surgery. They have not joined this site."
