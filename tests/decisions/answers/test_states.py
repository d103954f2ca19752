"""Where a question stands: every event at every stage by a table, and what always holds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.answers.questions.kinds import OPEN, OWED, STAGE_WORDS, Happening, Stage
from decisions.answers.questions.states import BEGINS, MOVES, Fact, Now, fold, is_late, is_soon, may_happen

H, S = Happening, Stage
DAY = date(2026, 11, 2)
DUE = date(2026, 11, 16)


def story(*kinds: str, joined: bool = True, due: date | None = DUE, basis: str = "promise") -> list[Fact]:
    """What happened, a day apart; every event has the same last day to answer."""
    return [
        Fact(kind, number, DAY + timedelta(days=number), body_id=1, joined=joined, due_on=due, basis=basis)
        for number, kind in enumerate(kinds, 1)
    ]


BY_LETTER = [
    (["asked"], S.NOT_SENT, None, True),
    (["asked", "accepted"], S.WAITING, DUE, False),
    (["asked", "came-back"], S.NOT_SENT, None, False),
    (["asked", "came-back", "accepted"], S.NOT_SENT, None, False),
    (["asked", "came-back", "send-again"], S.NOT_SENT, None, True),
    (["asked", "came-back", "send-again", "accepted"], S.WAITING, DUE, False),
    (["asked", "accepted", "came-back"], S.NOT_SENT, None, False),
    (["asked", "accepted", "published"], S.ANSWERED, DUE, False),
    (["asked", "published"], S.ANSWERED, None, False),
    (["asked", "put-off"], S.PUT_OFF, DUE, False),
    (["asked", "claimed"], S.WRITING, DUE, False),
    (["asked", "holding"], S.WAITING, DUE, False),
    (["asked", "request"], S.WAITING, DUE, False),
    (["asked", "accepted", "published", "again"], S.NOT_SENT, None, True),
    (["asked", "said"], S.NOT_SENT, None, True),
    (["asked", "said", "confirmed"], S.ANSWERED, None, False),
    (["asked", "taken-back"], S.TAKEN_BACK, None, False),
]
HERE = [
    (["asked"], S.WAITING, DUE),
    (["asked", "accepted"], S.WAITING, DUE),
    (["asked", "claimed"], S.WRITING, DUE),
    (["asked", "claimed", "checking"], S.CHECKING, DUE),
    (["asked", "claimed", "let-go"], S.WAITING, DUE),
    (["asked", "claimed", "checking", "published"], S.ANSWERED, DUE),
    (["asked", "holding"], S.WAITING, DUE),
    (["asked", "claimed", "holding"], S.WRITING, DUE),
    (["asked", "request"], S.WAITING, DUE),
    (["asked", "passed-on"], S.WAITING, DUE),
    (["asked", "not-here"], S.NOT_HERE, None),
    (["asked", "not-here", "published"], S.NOT_HERE, None),
    (["asked", "rated"], S.WAITING, DUE),
    (["asked", "published", "published"], S.ANSWERED, DUE),
    (["asked", "published", "corrected"], S.ANSWERED, DUE),
    (["asked", "published", "again"], S.WAITING, DUE),
    (["asked", "published", "again", "published", "again"], S.ANSWERED, DUE),
    (["asked", "published", "taken-back"], S.ANSWERED, DUE),
    (["asked", "confirmed"], S.WAITING, DUE),
    (["asked", "said", "turned-down", "confirmed"], S.WAITING, DUE),
]


@pytest.mark.parametrize(("kinds", "stage", "due", "to_send"), BY_LETTER)
def test_a_body_that_is_written_to(kinds: list[str], stage: Stage, due: date | None, to_send: bool) -> None:
    now = fold(story(*kinds, joined=False))
    assert (now.stage, now.due_on, now.to_send) == (stage, due, to_send)


@pytest.mark.parametrize(("kinds", "stage", "due"), HERE)
def test_a_body_with_people_here(kinds: list[str], stage: Stage, due: date | None) -> None:
    now = fold(story(*kinds))
    assert (now.stage, now.due_on, now.to_send) == (stage, due, False)


def test_every_stage_has_its_row_and_its_words() -> None:
    assert set(MOVES) == {None, *Stage} and set(STAGE_WORDS) == set(Stage)
    assert {one for row in MOVES.values() for one in row} == set(Happening)


def test_a_holding_reply_does_not_stop_the_time() -> None:
    now = fold(story("asked", "holding", "holding"))
    assert is_late(now.stage, now.due_on, basis=now.basis, today=DUE + timedelta(days=1))


def test_putting_off_never_makes_the_day_sooner() -> None:
    later = Fact("put-off", 2, DAY, due_on=DUE + timedelta(days=30), basis="promise")
    sooner = Fact("put-off", 2, DAY, due_on=DUE - timedelta(days=3), basis="promise")
    assert fold([*story("asked"), later]).due_on == DUE + timedelta(days=30)
    assert fold([*story("asked"), sooner]).due_on == DUE


def test_what_is_passed_on_begins_anew_with_the_other_body() -> None:
    to = Fact("passed-on", 2, DAY, body_id=7, joined=False)
    now = fold([*story("asked"), to])
    assert (now.body_id, now.stage, now.since, now.due_on, now.to_send) == (7, S.NOT_SENT, None, None, True)


def test_a_correction_is_looked_at_anew() -> None:
    rated = Fact("rated", 3, DAY, word="yes")
    before = fold([*story("asked", "published"), rated])
    after = fold([*story("asked", "published"), rated, Fact("corrected", 4, DAY)])
    assert (before.rating, after.rating) == ("yes", "")


@pytest.mark.parametrize(
    ("day", "basis", "in_time"),
    [(DUE, "promise", True), (DUE + timedelta(days=1), "law", False), (DUE, "typical", None)],
)
def test_on_time_is_said_only_of_a_day_that_somebody_set(day: date, basis: str, in_time: bool | None) -> None:
    answered = Fact("published", 2, day)
    assert fold([*story("asked", basis=basis), answered]).in_time is in_time


def test_nobody_is_late_before_they_were_written_to_or_by_what_is_only_usual() -> None:
    long_after = DUE + timedelta(days=400)
    unsent = fold(story("asked", joined=False))
    assert not is_late(unsent.stage, DUE, basis="promise", today=long_after)
    assert not is_late(S.WAITING, DUE, basis="typical", today=long_after)
    assert is_late(S.WAITING, DUE, basis="law", today=DUE + timedelta(days=1))
    assert not is_late(S.WAITING, DUE, basis="law", today=DUE)
    assert [is_soon(S.WAITING, DUE, today=DUE - timedelta(days=one)) for one in (8, 7, 0, -1)] == [
        False, True, True, False,
    ]  # fmt: skip


FACTS = st.lists(
    st.builds(
        Fact,
        kind=st.sampled_from([str(one) for one in Happening]),
        number=st.integers(2, 99),
        happened_on=st.dates(DAY, DUE),
        body_id=st.integers(1, 3),
        joined=st.booleans(),
        due_on=st.none() | st.dates(DAY, DUE),
        basis=st.sampled_from(("promise", "law", "typical")),
        word=st.sampled_from(("yes", "no")),
    ),
    max_size=14,
)


@given(FACTS, st.booleans())
def test_what_always_holds(facts: list[Fact], joined: bool) -> None:
    now = fold([*story("asked", joined=joined), *facts])
    if now.stage == S.NOT_SENT:
        assert now.since is None and now.due_on is None
    if now.stage in OWED:
        assert now.since is not None and not now.to_send
    if now.to_send:
        assert now.stage == S.NOT_SENT
    if now.said is not None:
        assert now.stage in OPEN
    again = fold([*story("asked", joined=joined), *facts, Fact("taken-back", 100, DUE), Fact("published", 101, DUE)])
    assert again.stage in (S.TAKEN_BACK, S.ANSWERED, S.NOT_HERE)


@given(FACTS)
def test_what_may_not_happen_changes_nothing(facts: list[Fact]) -> None:
    now: Now | None = None
    seen: list[Fact] = []
    for one in [*story("asked"), *facts]:
        after = fold([*seen, one])
        if now is not None and not may_happen(now, one.kind):
            assert after == now
        seen.append(one)
        now = after
    assert sum(one.kind in BEGINS for one in seen) >= 1


def test_a_question_begins_with_being_asked() -> None:
    with pytest.raises(ValueError, match="being asked"):
        fold(story("published"))
