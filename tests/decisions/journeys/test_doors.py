"""How each step looks on a given day, and the words on its door."""

from datetime import date

from decisions.journeys.doors import StopToday, said, today_stops
from decisions.journeys.fold import StopFact
from decisions.journeys.kinds import Door
from forum.say import Sentence
from tests.decisions.journeys.told import CABINET, CONSULT, DOING, HERE, REPLY, SCRUTINY, SECOND, day, now, stops


def doors(route: list[StopFact], on: int, *texts: str) -> dict[int, StopToday]:
    """The steps on a day, after all that."""
    return {one.fact.id: one for one in today_stops(route, now(route, *texts), today=day(on))}


def words(one: StopToday) -> str:
    """The words on a door, with days as numbers of the story."""
    sentence: Sentence = said(one)
    values = {k: (v - day(1)).days + 1 if isinstance(v, date) else v for k, v in sentence.values.items()}
    return sentence.text % values


def test_the_words_on_each_door() -> None:
    cases = {
        "3 agreed cabinet": "Agreed, 3",
        "3 agreed-changed cabinet": "Agreed with changes, 3",
        "3 refused cabinet": "Refused, 3",
        "3 withdrawn cabinet": "Taken off, 3",
        "3 outside-power cabinet": "Not theirs to decide, 3",
        "3 considered cabinet": "No decision, 3",
        "3 noted cabinet": "No decision, 3",
        "3 referred cabinet to second": "Passed on, 3",
        "3 deferred cabinet": "Put off. No new date",
        "3 deferred cabinet until 20": "Put off until 20",
        "3 sent cabinet": "Asked 3. No answer yet",
        "3 on-agenda cabinet until 20": "Planned for 20",
        "3 forward-plan cabinet until 20": "Planned for 20",
        "3 recommended scrutiny": "Advised yes, 3",
        "3 recommended-against scrutiny": "Advised no, 3",
        "3 reply-received reply": "Answered, 3",
        "3 takes-effect doing": "In force, 3",
        "3 promise-made doing": "Open now",
        "3 considered consult": "Done, 3",
    }
    route = stops(REPLY, CONSULT, SCRUTINY, CABINET, DOING, SECOND)
    names = {"cabinet": CABINET, "scrutiny": SCRUTINY, "reply": REPLY, "doing": DOING, "consult": CONSULT}
    for text, expected in cases.items():
        assert words(doors(route, 10, "2 agreed second", text)[names[text.split()[2]]]) == expected, text


def test_called_in_stands_on_the_door_of_the_committee() -> None:
    found = doors(stops(SCRUTINY, CABINET), 12, "3 agreed cabinet", "5 called-in cabinet to scrutiny")
    assert words(found[CABINET]) == "Agreed, 3"
    assert found[SCRUTINY].open


def test_nothing_yet() -> None:
    found = doors(stops(REPLY, CABINET, SECOND, planned={SECOND: 30}), 5)
    assert [words(found[one]) for one in (HERE, REPLY, CABINET, SECOND)] == [
        "Done, 1",
        "Not sent yet",
        "No date yet",
        "Planned for 30",
    ]
    assert [one.ahead for one in found.values()] == [False, True, True, True]


def test_a_passed_day_without_news() -> None:
    route = stops(SCRUTINY, CABINET, planned={SCRUTINY: 9, CABINET: 20})
    assert doors(route, 9)[SCRUTINY].door == Door.AHEAD
    assert doors(route, 10)[SCRUTINY].door == Door.UNHEARD
    assert words(doors(route, 10)[SCRUTINY]) == "Was due 9. We have not heard"
    assert doors(route, 10, "9 noted scrutiny")[SCRUTINY].door == Door.TALKED
    on_list = doors(route, 12, "2 on-agenda scrutiny until 11")[SCRUTINY]
    assert (on_list.door, on_list.open) == (Door.UNHEARD, True)
    assert doors(route, 12, "9 noted scrutiny, a member says")[SCRUTINY].door == Door.UNHEARD


def test_the_new_day_of_what_was_put_off_passes_too() -> None:
    told = "8 deferred cabinet until 20"
    assert doors(stops(CABINET), 20, told)[CABINET].door == Door.OFF
    assert doors(stops(CABINET), 21, told)[CABINET].door == Door.UNHEARD
    assert doors(stops(CONSULT), 21, "8 deferred consult until 20")[CONSULT].door == Door.UNHEARD
    assert doors(stops(CABINET), 99, "8 deferred cabinet")[CABINET].door == Door.OFF


def test_an_awaited_answer_has_its_own_words() -> None:
    found = doors(stops(REPLY, planned={REPLY: 9}), 20, "2 sent reply")[REPLY]
    assert (found.door, words(found)) == (Door.NOW, "Asked 2. No answer yet")


def test_a_consultation_opens_and_shuts_by_its_days() -> None:
    route = stops(CONSULT, CABINET, opens={CONSULT: 5}, planned={CONSULT: 9})
    by_day = {on: doors(route, on)[CONSULT] for on in (4, 5, 9, 10)}
    assert [one.door for one in by_day.values()] == [Door.AHEAD, Door.NOW, Door.NOW, Door.DONE]
    assert [one.open for one in by_day.values()] == [False, True, True, False]
    assert words(by_day[10]) == "Closed 9"


def test_a_consultation_may_have_no_last_day_or_no_first() -> None:
    no_last, no_first = stops(CONSULT, opens={CONSULT: 5}), stops(CONSULT, planned={CONSULT: 9})
    assert [doors(no_last, on)[CONSULT].door for on in (4, 5, 90)] == [Door.AHEAD, Door.NOW, Door.NOW]
    assert [doors(no_first, on)[CONSULT].door for on in (4, 9, 10)] == [Door.AHEAD, Door.AHEAD, Door.DONE]


def test_a_step_overtaken_was_passed_over() -> None:
    found = doors(stops(REPLY, SCRUTINY, CABINET), 9, "3 agreed cabinet")
    assert found[REPLY].passed_over
    assert words(found[SCRUTINY]) == "Passed over"
    assert not found[SCRUTINY].ahead


def test_a_step_whose_day_is_to_come_was_not_passed_over() -> None:
    route = stops(SCRUTINY, CABINET, planned={SCRUTINY: 20})
    assert doors(route, 9, "3 on-agenda cabinet until 30")[SCRUTINY].ahead
    assert not doors(route, 9, "3 on-agenda cabinet until 30")[SCRUTINY].passed_over


def test_to_be_on_a_list_for_later_overtakes_nobody() -> None:
    route = stops(SCRUTINY, CABINET)
    found = doors(route, 9, "3 forward-plan cabinet until 30")
    assert found[SCRUTINY].ahead


def test_all_that_nothing_happened_at_is_passed_over_when_it_has_ended() -> None:
    found = doors(stops(CABINET, DOING, planned={DOING: 50}), 9, "3 refused cabinet")
    assert found[DOING].passed_over
    assert not found[DOING].open


def test_what_is_only_listed_waits_its_turn() -> None:
    route = stops(REPLY, SCRUTINY, CABINET)
    listed = ["2 sent reply", "3 forward-plan cabinet until 30"]
    assert doors(route, 9, *listed)[CABINET].ahead
    assert doors(route, 9, *listed, "5 reply-received reply")[CABINET].open
    assert doors(route, 9, *listed, "4 on-agenda cabinet until 30")[CABINET].open


def test_of_two_that_are_only_listed_the_first_has_it() -> None:
    found = doors(stops(SCRUTINY, CABINET), 9, "2 forward-plan scrutiny until 20", "3 forward-plan cabinet until 30")
    assert found[SCRUTINY].open
    assert found[CABINET].ahead


def test_two_open_at_once() -> None:
    found = doors(stops(REPLY, SCRUTINY), 9, "2 sent reply", "3 on-agenda scrutiny until 20")
    assert [one.open for one in found.values()] == [False, True, True]
