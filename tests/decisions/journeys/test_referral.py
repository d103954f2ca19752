"""Passed on between organisations and back, put off, opened again: who has it, who sent it, and why, in words."""

from datetime import date
from typing import Any

import pytest
from flask import Flask

from decisions.journeys.bodies import BodyFact
from decisions.journeys.doors import said, today_stops
from decisions.journeys.fold import MoveFact, StopFact, fold
from decisions.journeys.panel import panel
from forum.say import Link, Sentence, Strong
from tests import make, travel
from tests.client import Client
from tests.decisions.journeys.told import day

COUNCIL, ICB, TRUST = 2, 3, 4
ROUTE = [
    StopFact(1, "here"),
    StopFact(COUNCIL, "decide", 12),
    StopFact(ICB, "decide", 13),
    StopFact(TRUST, "reply", 14),
]
BODIES = {
    12: BodyFact("the council", "council"),
    13: BodyFact("the NHS board", "board"),
    14: BodyFact("the hospital trust", "trust"),
}
WHYS = {3: "Buses are not theirs.", 5: "The stop is on hospital ground.", 7: "The road is the council’s."}
# The day it happened, what, at which step, where it goes; and what the panel says of who has it then.
WAY: list[tuple[int, str, int, int | None, str]] = [
    (2, "sent", COUNCIL, None, "The council was asked on 2. We are waiting for an answer."),
    (
        4,
        "referred",
        COUNCIL,
        ICB,
        "The council passed this on to the NHS board on 4. They said why: Buses are not theirs. "
        "They have not said that they have it.",
    ),
    (5, "acknowledged", ICB, None, "The NHS board said on 5 that they have this. We are waiting for an answer."),
    (
        8,
        "referred",
        ICB,
        TRUST,
        "The NHS board passed this on to the hospital trust on 8. They said why: The stop is on hospital ground. "
        "They have not said that they have it.",
    ),
    (9, "acknowledged", TRUST, None, "The hospital trust said on 9 that they have this. We are waiting for an answer."),
    (
        12,
        "referred",
        TRUST,
        COUNCIL,
        "The hospital trust passed this back to the council on 12. They said why: The road is the council’s. "
        "They have not said that they have it.",
    ),
    (13, "acknowledged", COUNCIL, None, "The council said on 13 that they have this. We are waiting for an answer."),
]


def plain(value: Any) -> str:
    match value:
        case Sentence():
            return value.text % {name: plain(one) for name, one in value.values.items()}
        case Link():
            return value.text
        case Strong():
            return plain(value.value)
        case date():
            return str((value - day(1)).days + 1)
        case _:
            return str(value)


def facts(number: int) -> list[MoveFact]:
    rows = [MoveFact(1, "raised", day(1), 1)]
    for place, (on, kind, stop, to, _words) in enumerate(WAY[:number], 2):
        rows.append(MoveFact(place, kind, day(on), stop, to))
    return rows


def lead(moves: list[MoveFact], on: int, whys: dict[int, str]) -> str:
    now = fold(ROUTE, moves)
    stops = today_stops(ROUTE, now, today=day(on))
    words = panel(stops, now, BODIES, limits="", today=day(on), whys=whys)
    return " ".join(plain(one) for one in words.lead)


@pytest.mark.parametrize("number", range(1, len(WAY) + 1))
def test_from_council_to_board_to_trust_and_back(number: int) -> None:
    moves, last = facts(number), WAY[number - 1]
    now = fold(ROUTE, moves)
    assert last[4] in lead(moves, last[0], WHYS)
    assert [ident for ident, state in now.stops.items() if state.open] == [last[3] or last[2]]
    words = {one.fact.id: plain(said(one)) for one in today_stops(ROUTE, now, today=day(last[0]))}
    if last[3]:
        assert words[last[2]] == f"Passed on, {last[0]}" and words[last[3]] == f"Passed on to them, {last[0]}"


def test_nobody_said_why() -> None:
    assert "They have not said why. They have not said that they have it." in lead(facts(2), 4, {})


def test_a_body_that_passes_it_on_to_itself_has_it() -> None:
    route = [StopFact(1, "here"), StopFact(2, "reply", 12), StopFact(3, "decide", 12)]
    now = fold(route, [MoveFact(1, "raised", day(1), 1), MoveFact(2, "referred", day(2), 2, 3)])
    words = panel(today_stops(route, now, today=day(3)), now, BODIES, limits="", today=day(3)).lead
    told = " ".join(plain(one) for one in words)
    assert "The council has it now." in told and "passed" not in told


def test_put_off_without_a_day_says_why_and_goes_on() -> None:
    off = [*facts(1), MoveFact(3, "deferred", day(6), COUNCIL)]
    assert fold(ROUTE, off).stage == "paused"
    assert "The council put this off. There is no new date. They said why: No money." in lead(off, 7, {3: "No money."})
    again = [*off, MoveFact(4, "on-agenda", day(9), COUNCIL, planned_on=day(20))]
    assert fold(ROUTE, again).stage == "agenda" and "put this off" not in lead(again, 10, {3: "No money."})


def test_opened_again_says_why_until_it_ends() -> None:
    no = [*facts(1), MoveFact(3, "refused", day(6), COUNCIL), MoveFact(4, "closed", day(7))]
    again = [*no, MoveFact(5, "reopened", day(9))]
    told = lead(again, 10, {5: "There is new money."})
    assert "Nothing is decided yet. It was opened again on 9. Why: There is new money." in told
    ended = [*again, MoveFact(6, "agreed", day(20), COUNCIL)]
    assert "opened again" not in lead(ended, 21, {5: "There is new money."}) and "opened again" not in lead(no, 8, {})


def test_the_page_says_who_sent_it_and_why(app: Flask, client: Client) -> None:
    thread = make.make_thread(app)
    council, board = make.make_body(app, "Council"), make.make_body(app, "Health Board")
    _here, first, second = travel.start_journey(app, thread, ("reply", council), ("decide", board))
    travel.record(app, thread, "referred", first, to_stop_id=second, reason="Buses are not theirs.")
    page = client.get(client.get(f"/issues/{thread}", status=301).location).text
    assert "The Council passed this on to the Health Board on" in page
    assert "They said why: Buses are not theirs. They have not said that they have it." in page
    assert "The Health Board has had it" in client.get("/issues").text or "since today" in client.get("/issues").text


def test_what_its_staff_record_is_said_by_the_body(app: Flask, client: Client) -> None:
    thread, council = make.make_thread(app), make.make_body(app, "Council")
    _here, first = travel.start_journey(app, thread, ("reply", council))
    helen = make.make_trusted(app, "Helen")
    make.make_affiliation(app, helen, council)
    typed = {"kind": "acknowledged", "stop": str(first), "plain": "We have your letter.", "evidence": "their-reply"}
    Client(app).sign_in(helen).send(f"/issues/{thread}/happened", **typed)
    page = client.get(client.get(f"/issues/{thread}", status=301).location).text
    assert "The Council says" in page and "that they have this. We are waiting for an answer." in page
