"""Where an issue is, from what happened: each stage, each side exit, corrections, and what a member alone says."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.journeys.fold import MoveFact, Now, effective, fold
from decisions.journeys.kinds import NOTHING, OUTCOMES, Door, Evidence, MoveKind, Stage
from tests.decisions.journeys.told import (
    CABINET,
    CONSULT,
    DOING,
    HERE,
    REPLY,
    ROLES,
    SCRUTINY,
    SECOND,
    day,
    move,
    moves,
    now,
    stops,
)

WHOLE_WAY = stops(REPLY, CONSULT, SCRUTINY, CABINET, DOING)

STAGES = [
    ("raised, nothing sent", [], Stage.TALKING),
    ("sent", ["2 sent reply"], Stage.SENT),
    ("sent, and they say they have it", ["2 sent reply", "3 acknowledged reply"], Stage.WAITING),
    ("answered, with steps to come", ["2 sent reply", "5 reply-received reply"], Stage.SENT),
    ("on the list of decisions to come", ["2 forward-plan cabinet until 20"], Stage.AGENDA),
    ("on an agenda", ["2 on-agenda scrutiny until 9"], Stage.AGENDA),
    ("advised, the decision to come", ["2 on-agenda scrutiny until 9", "9 recommended scrutiny"], Stage.SENT),
    ("advised against, the decision to come", ["9 recommended-against scrutiny"], Stage.SENT),
    ("noted by scrutiny", ["9 noted scrutiny"], Stage.SENT),
    ("put off until a day", ["2 on-agenda cabinet until 9", "8 deferred cabinet until 30"], Stage.AGENDA),
    ("put off without a day", ["2 on-agenda cabinet until 9", "8 deferred cabinet"], Stage.PAUSED),
    ("put off, and on an agenda again", ["8 deferred cabinet", "20 on-agenda cabinet until 30"], Stage.AGENDA),
    ("passed on to the cabinet", ["4 considered scrutiny", "4 referred scrutiny to cabinet"], Stage.SENT),
    ("agreed", ["9 agreed cabinet"], Stage.DECIDED),
    ("agreed with changes", ["9 agreed-changed cabinet"], Stage.DECIDED),
    ("agreed, then called in", ["9 agreed cabinet", "11 called-in cabinet to scrutiny"], Stage.AGENDA),
    (
        "called in, looked at, and back",
        ["9 agreed cabinet", "11 called-in cabinet to scrutiny", "15 noted scrutiny"],
        Stage.DECIDED,
    ),
    ("agreed and in force", ["9 agreed cabinet", "15 takes-effect cabinet"], Stage.DECIDED),
    ("being carried out", ["9 agreed cabinet", "10 promise-made doing"], Stage.PROMISE),
    ("carried out, people asked", ["10 promise-made doing", "30 check-answered doing"], Stage.PROMISE),
    ("agreed, done, closed", ["9 agreed cabinet", "10 promise-made doing", "40 closed"], Stage.FINISHED),
    ("refused", ["9 refused cabinet"], Stage.NOT_TAKEN),
    ("refused and closed is still not taken forward", ["9 refused cabinet", "10 closed"], Stage.NOT_TAKEN),
    ("closed with nothing decided", ["10 closed"], Stage.NOT_TAKEN),
    ("taken off by the body that decides", ["9 withdrawn cabinet"], Stage.NOT_TAKEN),
    ("outside their power, nobody else planned", ["9 outside-power cabinet"], Stage.NOT_TAKEN),
    ("the first says it is outside its power, others are to come", ["3 outside-power reply"], Stage.SENT),
    ("scrutiny takes it off its list, the cabinet is to come", ["3 withdrawn scrutiny"], Stage.SENT),
    ("refused, then opened again", ["9 refused cabinet", "20 reopened"], Stage.SENT),
    ("all over, then opened again", ["9 agreed cabinet", "12 closed", "20 reopened"], Stage.SENT),
]


@pytest.mark.parametrize(("told", "texts", "stage"), STAGES, ids=[one[0] for one in STAGES])
def test_stage(told: str, texts: list[str], stage: Stage) -> None:
    assert now(WHOLE_WAY, *texts).stage == stage, told


def test_every_stage_is_in_the_table() -> None:
    assert {stage for _told, _texts, stage in STAGES} == set(Stage)


def test_a_promise_alone_is_carried_out_when_no_step_is_to_come() -> None:
    assert now(stops(REPLY), "2 sent reply", "4 promise-made reply").stage == Stage.PROMISE
    assert now(stops(REPLY, CABINET), "2 sent reply", "4 promise-made reply").stage == Stage.SENT
    assert now(stops(CONSULT, REPLY), "2 sent reply", "4 promise-made reply").stage == Stage.PROMISE  # passed over


def test_a_reply_ends_the_waiting() -> None:
    found = now(stops(CABINET), "2 sent cabinet", "3 acknowledged cabinet", "5 reply-received cabinet")
    assert not found.stops[CABINET].waiting
    assert found.stops[CABINET].open
    assert found.stage == Stage.SENT
    answered = now(stops(REPLY), "2 sent reply", "5 reply-received reply").stops[REPLY]
    assert (answered.door, answered.ended_on) == (Door.DONE, day(5))


def test_doors_of_each_end() -> None:
    ends = {
        "3 agreed cabinet": Door.DONE,
        "3 agreed-changed cabinet": Door.DONE,
        "3 refused cabinet": Door.NO,
        "3 withdrawn cabinet": Door.NO,
        "3 outside-power cabinet": Door.NO,
        "3 considered cabinet": Door.TALKED,
        "3 noted cabinet": Door.TALKED,
        "3 referred cabinet to second": Door.DONE,
        "3 deferred cabinet": Door.OFF,
    }
    for text, door in ends.items():
        assert now(stops(CABINET, SECOND), text).stops[CABINET].door == door, text
    assert now(stops(SCRUTINY), "3 recommended scrutiny").stops[SCRUTINY].door == Door.DONE
    assert now(stops(SCRUTINY), "3 recommended-against scrutiny").stops[SCRUTINY].door == Door.NO
    assert now(stops(CONSULT), "3 considered consult").stops[CONSULT].door == Door.DONE


def test_put_off_keeps_the_new_day_or_none() -> None:
    until = now(stops(CABINET, planned={CABINET: 9}), "8 deferred cabinet until 30").stops[CABINET]
    assert (until.door, until.planned_on) == (Door.OFF, day(30))
    without = now(stops(CABINET, planned={CABINET: 9}), "8 deferred cabinet").stops[CABINET]
    assert (without.door, without.planned_on) == (Door.OFF, None)


def test_agreed_in_principle_until_the_later_decision() -> None:
    route = stops(CABINET, SECOND)
    assert now(route, "9 agreed cabinet").in_principle
    assert not now(route, "9 agreed cabinet", "20 agreed second").in_principle
    assert not now(stops(CABINET, DOING), "9 agreed cabinet").in_principle


def test_sent_back_to_who_agreed_is_not_final() -> None:
    back = ["9 agreed cabinet", "11 called-in cabinet to scrutiny", "15 referred scrutiny to cabinet"]
    found = now(stops(SCRUTINY, CABINET), *back)
    assert found.in_principle
    assert not found.called_in
    assert found.stops[CABINET].open
    assert not now(stops(SCRUTINY, CABINET), *back, "20 agreed cabinet").in_principle


def test_called_in_waits_for_the_committee_that_looks_again() -> None:
    called = ["9 agreed cabinet", "11 called-in cabinet to scrutiny"]
    assert now(WHOLE_WAY, *called).called_in
    assert now(WHOLE_WAY, *called, "12 considered consult").called_in  # somebody else’s meeting
    assert now(WHOLE_WAY, *called, "13 deferred scrutiny until 20").called_in
    assert not now(WHOLE_WAY, *called, "14 noted scrutiny").called_in
    assert not now(WHOLE_WAY, *called, "14 takes-effect cabinet").called_in


def test_a_committee_that_gives_the_call_in_up_leaves_the_decision() -> None:
    called = ["9 agreed cabinet", "11 called-in cabinet to scrutiny", "13 withdrawn scrutiny"]
    found = now(WHOLE_WAY, *called)
    assert (found.outcome, found.called_in) == (MoveKind.AGREED, False)
    assert found.stage == Stage.DECIDED


def test_a_call_in_of_nothing_changes_no_outcome() -> None:
    found = now(WHOLE_WAY, "9 agreed cabinet", "11 called-in cabinet to scrutiny", "12 corrected #2 nothing")
    assert (found.outcome, found.called_in) == ("", False)


def test_two_open_stops_at_once() -> None:
    found = now(WHOLE_WAY, "2 sent reply", "3 on-agenda scrutiny until 9")
    assert [one for one, state in found.stops.items() if state.open] == [REPLY, SCRUTINY]
    assert found.stage == Stage.AGENDA


def test_reopening_forgets_the_outcome_and_the_end() -> None:
    found = now(WHOLE_WAY, "9 refused cabinet", "10 closed", "20 reopened")
    assert (found.outcome, found.closed) == ("", None)


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    found = now(WHOLE_WAY, "9 agreed cabinet", "12 corrected #2 noted")
    assert found.outcome == ""
    assert found.stops[CABINET].door == Door.TALKED
    assert found.last_number == 3


def test_a_correction_can_move_the_day_and_the_step() -> None:
    found = now(WHOLE_WAY, "9 recommended cabinet", "8 corrected #2 recommended scrutiny")
    assert found.stops[SCRUTINY].ended_on == day(8)
    assert not found.stops[CABINET].touched


def test_a_correction_of_a_correction() -> None:
    told = ["9 agreed cabinet", "9 corrected #2 nothing", "9 corrected #3 refused"]
    assert now(WHOLE_WAY, *told[:2]).outcome == ""
    assert now(WHOLE_WAY, *told).outcome == MoveKind.REFUSED
    kept = effective(moves("9 agreed cabinet", "9 corrected #2 agreed second", "9 corrected #3 refused"))
    assert kept[-1].stop_id == SECOND  # what a correction does not name stays as the one before had it


def test_a_correction_to_nothing_brings_back_what_was_before() -> None:
    told = ["5 on-agenda cabinet until 9", "9 refused cabinet"]
    assert now(WHOLE_WAY, *told, "9 corrected #3 nothing").stops[CABINET] == now(WHOLE_WAY, told[0]).stops[CABINET]


@pytest.mark.parametrize("kind", sorted(OUTCOMES))
def test_a_member_alone_changes_nothing(kind: MoveKind) -> None:
    before = now(WHOLE_WAY, "2 sent reply", "5 agreed cabinet")
    after = now(WHOLE_WAY, "2 sent reply", "5 agreed cabinet", f"7 {kind} cabinet to scrutiny until 30, a member says")
    assert same(before, after)
    assert after.last_number == before.last_number + 1


def test_what_people_do_themselves_counts_on_their_word() -> None:
    assert now(WHOLE_WAY, "2 sent reply, a member says").stage == Stage.SENT
    assert now(WHOLE_WAY, "2 sent reply", "9 closed, a member says").stage == Stage.NOT_TAKEN


def test_a_source_added_later_makes_it_count() -> None:
    told = ["9 agreed cabinet, a member says"]
    assert now(WHOLE_WAY, *told).outcome == ""
    assert now(WHOLE_WAY, *told, "9 corrected #2 agreed").outcome == MoveKind.AGREED


def test_moves_fold_by_the_day_they_happened() -> None:
    late = now(WHOLE_WAY, "9 agreed cabinet", "5 considered scrutiny")
    assert late.news_on == day(9)
    assert same(late, now(WHOLE_WAY, "5 considered scrutiny", "9 agreed cabinet"), but_moves=True)


def same(one: Now, other: Now, *, but_moves: bool = False) -> bool:
    """Whether two states are the same, but for the number of the last entry (and, if asked, all numbers)."""
    one, other = replace(one, last_number=0), replace(other, last_number=0)
    return repr(_plain(one)) == repr(_plain(other)) if but_moves else one == other


def _plain(found: Now) -> list[object]:
    rows = [(key, replace(state, last=None), _unnumbered(state.last)) for key, state in found.stops.items()]
    ends = [_unnumbered(found.outcome_move), _unnumbered(found.closed)]
    return [rows, ends, found.stage, found.outcome, found.called_in, found.in_force_on, found.promised, found.news_on]


def _unnumbered(fact: MoveFact | None) -> MoveFact | None:
    return None if fact is None else replace(fact, number=0)


KINDS = [str(kind) for kind in MoveKind if kind not in (MoveKind.RAISED, MoveKind.CORRECTED)]
facts = st.builds(
    lambda kind, stop, to, planned, says, gap: (kind, stop, to, planned, says, gap),
    st.sampled_from(KINDS),
    st.sampled_from([one for one in ROLES if one != HERE]),
    st.sampled_from([None, *[one for one in ROLES if one != HERE]]),
    st.one_of(st.none(), st.integers(1, 60)),
    st.booleans(),
    st.integers(1, 5),
)
EVERY_STOP = stops(REPLY, CONSULT, SCRUTINY, CABINET, DOING, SECOND)


def build(rows: list[tuple[str, int, int | None, int | None, bool, int]]) -> list[MoveFact]:
    """Moves on days that all differ, in the order in which they happened."""
    made, on = [move("1 raised", 1)], 1
    for number, (kind, stop, to, planned, says, gap) in zip(count(2), rows, strict=False):
        on += gap
        evidence = Evidence.MEMBER_SAYS if says else Evidence.OFFICIAL_RECORD
        planned_on = day(on + planned) if planned else None
        made.append(MoveFact(number, kind, day(on), stop, to, planned_on, evidence))
    return made


@given(st.lists(facts, max_size=12))
def test_the_stage_is_always_one_of_nine(rows: list[tuple[str, int, int | None, int | None, bool, int]]) -> None:
    found = fold(EVERY_STOP, build(rows))
    assert found.stage in set(Stage)
    assert all(state.door in set(Door) - {Door.UNHEARD} for state in found.stops.values())
    assert found.outcome == (found.outcome_move.kind if found.outcome_move else "")


@given(st.lists(facts, max_size=12))
def test_what_a_member_alone_says_changes_nothing(
    rows: list[tuple[str, int, int | None, int | None, bool, int]],
) -> None:
    made = build(rows)
    without = [one for one in made if not (one.evidence == Evidence.MEMBER_SAYS and one.kind in OUTCOMES)]
    assert same(fold(EVERY_STOP, made), fold(EVERY_STOP, without))


@given(st.lists(facts, min_size=1, max_size=12), st.data())
def test_corrected_to_nothing_is_never_recorded(
    rows: list[tuple[str, int, int | None, int | None, bool, int]], data: st.DataObject
) -> None:
    made = build(rows)
    wrong = data.draw(st.sampled_from(made[1:]))
    undone = MoveFact(len(made) + 1, MoveKind.CORRECTED, wrong.happened_on, corrects=wrong.number, becomes=NOTHING)
    without = [one for one in made if one is not wrong]
    assert same(fold(EVERY_STOP, [*made, undone]), fold(EVERY_STOP, without))


@given(st.lists(facts, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_recording_does_not_matter(
    rows: list[tuple[str, int, int | None, int | None, bool, int]], chance: object
) -> None:
    made = build(rows)
    shuffled = made[1:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    renumbered = [made[0], *[replace(one, number=number) for number, one in enumerate(shuffled, 2)]]
    assert same(fold(EVERY_STOP, made), fold(EVERY_STOP, renumbered), but_moves=True)
