"""The panel's sentences: where it is, who has it, can it still change."""

from datetime import date
from typing import Any

from decisions.journeys.bodies import BodyFact
from decisions.journeys.doors import today_stops
from decisions.journeys.fold import StopFact
from decisions.journeys.panel import Panel, panel
from forum.say import Link, Sentence, Strong
from tests.decisions.journeys.told import CABINET, CONSULT, DOING, REPLY, SCRUTINY, SECOND, day, now, stops

BODIES = {
    REPLY: BodyFact("the council", "council"),
    CONSULT: BodyFact("the council", "council"),
    SCRUTINY: BodyFact("the scrutiny committee", "scrutiny"),
    CABINET: BodyFact("the Cabinet", "cabinet"),
    DOING: BodyFact("the council", "council"),
    SECOND: BodyFact("the board", "board"),
}


def asked(route: list[StopFact], on: int, *texts: str, limits: str = "", bodies: Any = BODIES) -> Panel:
    found = now(route, *texts)
    return panel(today_stops(route, found, today=day(on)), found, bodies, limits=limits, today=day(on))


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


def lead(*args: Any, **kwargs: Any) -> str:
    return " ".join(plain(one) for one in asked(*args, **kwargs).lead)


def change(*args: Any, **kwargs: Any) -> str:
    return " ".join(plain(one) for one in asked(*args, **kwargs).change)


def test_not_sent_to_anyone() -> None:
    assert lead(stops(), 3) == "Nothing is decided yet. It has not been sent to anyone yet."
    assert change(stops(), 3) == "Yes. Nothing is decided."


def test_sent_and_waiting() -> None:
    route = stops(REPLY, CABINET)
    assert lead(route, 1) == (
        "Nothing is decided yet. Next: ask the council. It is not sent yet. "
        "Then the Cabinet decides. There is no date yet."
    )
    assert "The council was asked on 2. We are waiting for an answer." in lead(route, 3, "2 sent reply")


def test_a_body_that_has_not_joined_is_never_late() -> None:
    bodies = BODIES | {REPLY: BodyFact("the surgery", "surgery", joined=False)}
    assert "They have not joined this site. It is not sent yet." in lead(stops(REPLY), 1, bodies=bodies)
    told = lead(stops(REPLY), 30, "2 sent reply", bodies=bodies)
    assert "The surgery has not joined this site. We wrote to them on 2. We have no answer yet." in told
    assert "late" not in told


def test_a_consultation_and_who_decides_in_the_end() -> None:
    route = stops(CONSULT, SCRUTINY, CABINET, opens={CONSULT: 2}, planned={CONSULT: 9, SCRUTINY: 20, CABINET: 30})
    assert lead(route, 5) == (
        "Nothing is decided yet. The council is asking people what they think until 9. "
        "Then the scrutiny committee gives advice. They do not decide. Then the Cabinet decides, planned for 30."
    )
    assert change(route, 5) == "Yes, until the Cabinet decides."


def test_a_consultation_without_a_last_day() -> None:
    assert "The council is asking people what they think." in lead(stops(CONSULT, opens={CONSULT: 2}), 5)


def test_on_an_agenda() -> None:
    route = stops(SCRUTINY, CABINET)
    assert lead(route, 5, "2 on-agenda scrutiny until 9") == (
        "Nothing is decided yet. The scrutiny committee looks at it on 9. It gives advice. It does not decide. "
        "Then the Cabinet decides. There is no date yet."
    )
    assert "The Cabinet decides, planned for 9." in lead(stops(CABINET), 5, "2 on-agenda cabinet until 9")


def test_what_is_listed_after_who_has_it_stands_once() -> None:
    told = lead(stops(SCRUTINY, CABINET), 5, "2 on-agenda scrutiny until 9", "3 forward-plan cabinet until 30")
    assert told.count("the Cabinet decides") == 1
    assert "The Cabinet decides" not in told


def test_each_shade_of_decided() -> None:
    assert "The Cabinet agreed to this on 3." in lead(stops(CABINET), 5, "3 agreed cabinet")
    assert "The Cabinet agreed, with changes, on 3." in lead(stops(CABINET), 5, "3 agreed-changed cabinet")
    assert "The Cabinet agreed in principle on 3. It is not final yet." in lead(
        stops(CABINET, SECOND), 5, "3 agreed cabinet"
    )
    in_force = lead(stops(CABINET), 20, "3 agreed cabinet", "9 takes-effect cabinet")
    assert "It started on 9." in in_force
    called = lead(stops(SCRUTINY, CABINET), 6, "3 agreed cabinet", "5 called-in cabinet to scrutiny")
    assert "Other councillors asked for another look. So the decision waits." in called


def test_can_it_still_change_after_a_decision() -> None:
    assert change(stops(CABINET), 5, "3 agreed cabinet").startswith("No, it is decided.")
    assert change(stops(CABINET, SECOND), 5, "3 agreed cabinet").startswith("Yes, in part.")
    assert change(stops(SCRUTINY, CABINET), 6, "3 agreed cabinet", "5 called-in cabinet to scrutiny").startswith(
        "Perhaps."
    )
    assert change(stops(CABINET), 5, "3 refused cabinet").startswith("Not now. It is decided.")
    assert change(stops(CABINET), 5, "3 withdrawn cabinet").startswith("It was not decided.")
    ended = change(stops(CABINET, DOING), 9, "3 agreed cabinet", "4 promise-made doing", "8 closed")
    assert ended.startswith("No, it is decided.")
    assert change(stops(REPLY), 9, "3 promise-made reply", "8 closed").startswith("It is finished.")


def test_each_end_is_said_honestly() -> None:
    assert lead(stops(CABINET), 5, "3 refused cabinet") == "The Cabinet said no on 3. So this was not taken forward."
    assert "took this off its list on 3" in lead(stops(CABINET), 5, "3 withdrawn cabinet")
    assert "does not have the power to decide this" in lead(stops(CABINET), 5, "3 outside-power cabinet")
    assert lead(stops(CABINET), 5, "4 closed") == "This was not taken forward. No decision was made."
    assert "The Cabinet said no on 3." in lead(stops(CABINET), 5, "3 refused cabinet", "4 closed")


def test_put_off() -> None:
    assert "The Cabinet put this off. There is no new date." in lead(stops(CABINET), 5, "3 deferred cabinet")
    assert "The Cabinet put this off until 20." in lead(stops(CABINET), 5, "3 deferred cabinet until 20")


def test_a_passed_day_asks_readers() -> None:
    route = stops(CABINET, planned={CABINET: 9})
    assert lead(route, 10) == "The Cabinet was due to decide on 9. We have not heard what happened."
    assert [one.fact.id for one in asked(route, 10).unheard] == [CABINET]
    assert asked(route, 9).unheard == []
    doing = lead(stops(DOING, planned={DOING: 9}), 10)
    assert "The council was due to do this by 9. We have not heard if it is done." in doing


def test_silence_is_said_after_six_weeks() -> None:
    route = stops(REPLY)
    assert "no news" not in lead(route, 43, "2 sent reply")
    assert "There is no news since 2." in lead(route, 44, "2 sent reply")
    assert "There is no news since 2." in lead(route, 60, "2 sent reply", "50 reply-received reply, a member says")
    assert "no news" not in lead(route, 90, "2 sent reply", "3 closed")
    consulting = stops(CONSULT, opens={CONSULT: 2}, planned={CONSULT: 99})
    assert "no news" not in lead(consulting, 60)


def test_what_can_not_change_is_added() -> None:
    assert change(stops(CABINET), 5, limits="They must save £48,000.").endswith("They must save £48,000.")


def test_two_who_have_it_are_both_said() -> None:
    told = lead(stops(REPLY, SCRUTINY), 5, "2 sent reply", "3 on-agenda scrutiny until 9")
    assert "The council was asked on 2" in told
    assert "The scrutiny committee looks at it on 9." in told


def test_carrying_it_out() -> None:
    told = lead(stops(CABINET, DOING), 9, "3 agreed cabinet", "4 promise-made doing")
    assert told == "The Cabinet agreed to this on 3. The council is carrying this out."
    assert "If it is agreed, the council carries it out." in lead(stops(DOING), 5)
    agreed = lead(stops(CABINET, DOING, planned={DOING: 40}), 9, "3 agreed cabinet")
    assert agreed.endswith("Then the council carries it out, planned for 40.")


def test_a_body_that_ended_is_named_with_the_one_that_took_over() -> None:
    new = BodyFact("the new council", "new-council")
    ended = {REPLY: BodyFact("the council", "council", ended_on=day(4), successor=new)}
    words = lead(stops(REPLY), 9, "2 sent reply", bodies=BODIES | ended)
    assert "The council ended on 4. The new council does its work now." in words
    alone = {REPLY: BodyFact("the council", "council", ended_on=day(4))}
    words = lead(stops(REPLY), 9, "2 sent reply", bodies=BODIES | alone)
    assert "The council ended on 4. We do not know yet who does its work now." in words
    assert "ended" not in lead(stops(REPLY), 4, "2 sent reply", bodies=BODIES | ended)
