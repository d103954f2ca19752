"""Where a promise stands: every step of the table, what people affected make of it, lateness."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.promises.kinds import (
    HAPPENING_WORDS,
    HINTS,
    ONLOOKER_WORDS,
    OWNER_WORDS,
    STAGE_WORDS,
    CheckWord,
    Happening,
    Stage,
)
from decisions.promises.states import MOVES, EventFact, can_check, fold, has_passed, is_late, rank, step

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = date(2026, 11, 23)
H, S = Happening, Stage


def facts(*kinds: str) -> list[EventFact]:
    return [EventFact(kind, NOW + timedelta(hours=number)) for number, kind in enumerate(kinds)]


@pytest.mark.parametrize(
    ("happened", "stage"),
    [
        (["made"], S.UNDER_WAY),
        (["proposed"], S.PROPOSED),
        (["proposed", "turned-down"], S.TURNED_DOWN),
        (["proposed", "made"], S.UNDER_WAY),
        (["proposed", "made", "news", "new-date"], S.UNDER_WAY),
        (["made", "says-done"], S.SAYS_DONE),
        (["made", "says-done", "again"], S.UNDER_WAY),
        (["made", "not-done"], S.NOT_DONE),
        (["made", "not-done", "new-date"], S.UNDER_WAY),
        (["made", "not-done", "says-done"], S.SAYS_DONE),
        (["made", "dropped"], S.DROPPED),
        (["made", "says-done", "new-date"], S.UNDER_WAY),  # people said that it is not done
        (["made", "says-done", "says-done"], S.SAYS_DONE),
        (["made", "says-done", "dropped"], S.DROPPED),
        (["made", "dropped", "again"], S.UNDER_WAY),
        (["made", "dropped", "says-done"], S.DROPPED),  # not allowed: changes nothing
        (["proposed", "turned-down", "made"], S.TURNED_DOWN),
    ],
)
def test_where_it_stands(happened: list[str], stage: Stage) -> None:
    assert fold(facts(*happened)).stage == stage


@pytest.mark.parametrize(
    ("checks", "stage"),
    [
        ({}, S.SAYS_DONE),
        ({"kept": 2}, S.SAYS_DONE),
        ({"kept": 3}, S.CONFIRMED),
        ({"kept": 3, "not-kept": 3}, S.SAYS_DONE),
        ({"kept": 3, "partly": 3}, S.SAYS_DONE),
        ({"kept": 3, "dont-know": 9}, S.CONFIRMED),
        ({"not-kept": 2}, S.SAYS_DONE),
        ({"not-kept": 3, "kept": 1}, S.NOT_DONE),
    ],
)
def test_people_affected_confirm_or_not(checks: dict[str, int], stage: Stage) -> None:
    assert fold(facts("made", "says-done"), checks).stage == stage
    assert fold(facts("made"), checks).stage == S.UNDER_WAY  # nobody said that it is done
    assert fold(facts("made", "dropped"), checks).stage == S.DROPPED


def test_a_promise_begins_with_itself() -> None:
    with pytest.raises(ValueError, match="begins"):
        fold([])
    with pytest.raises(ValueError, match="begins"):
        fold([])
    assert fold(facts("made")).claimed_at is None
    assert fold(facts("made", "says-done", "news")).claimed_at == NOW + timedelta(hours=1)


def test_the_newest_day_holds() -> None:
    first, second = date(2026, 12, 1), date(2027, 1, 1)
    events = [EventFact("made", NOW, first), EventFact("news", NOW, second), EventFact("new-date", NOW, second)]
    assert fold(events[:2]).due_on == first  # news names no day
    assert fold(events).due_on == second


@given(
    st.lists(st.sampled_from(list(Happening)), max_size=12),
    st.dictionaries(st.sampled_from(list(CheckWord)), st.integers(0, 9)),
)
def test_any_story_ends_somewhere_that_the_table_knows(kinds: list[Happening], checks: dict[CheckWord, int]) -> None:
    now = fold(facts("made", *kinds), {str(word): number for word, number in checks.items()})
    assert now.said in MOVES
    assert (now.stage == S.CONFIRMED) <= (now.said == S.SAYS_DONE)
    assert (now.claimed_at is not None) == (now.said == S.SAYS_DONE)
    allowed = facts("made", *kinds)
    stepped = fold(allowed[:1]).said
    for one in allowed[1:]:
        stepped = step(stepped, one.kind) or stepped
    assert stepped == now.said


def test_whatever_a_form_offers_leads_where_the_table_says() -> None:
    """People affected turn "they say it is done" into kept or not done: what is offered then leads on as well."""
    assert set(MOVES) == {None, *Stage}
    for stage, said in ((S.CONFIRMED, S.SAYS_DONE), (S.NOT_DONE, S.SAYS_DONE)):
        for happening, leads in MOVES[stage].items():
            assert step(said, happening) == (said if happening == H.NEWS else leads)


def test_every_state_has_a_sentence_for_each_reader() -> None:
    for words in (STAGE_WORDS, OWNER_WORDS, ONLOOKER_WORDS):
        assert set(words) == set(Stage)
    assert set(HAPPENING_WORDS) == set(Happening)
    assert set(HINTS) == set(Happening) - {H.PROPOSED}


YESTERDAY = TODAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("stage", "due_on", "basis", "joined", "late"),
    [
        (S.UNDER_WAY, YESTERDAY, "promise", True, True),
        (S.NOT_DONE, YESTERDAY, "promise", True, True),
        (S.UNDER_WAY, TODAY, "promise", True, False),
        (S.UNDER_WAY, None, "promise", True, False),
        (S.UNDER_WAY, YESTERDAY, "typical", True, False),
        (S.UNDER_WAY, YESTERDAY, "promise", False, False),
        (S.SAYS_DONE, YESTERDAY, "promise", True, False),
        (S.DROPPED, YESTERDAY, "promise", True, False),
    ],
)
def test_only_a_body_that_joined_is_late_past_its_own_day(
    stage: Stage, due_on: date | None, basis: str, joined: bool, late: bool
) -> None:
    assert is_late(stage, due_on, basis=basis, joined=joined, today=TODAY) is late


def test_kept_ones_come_first_then_late_ones() -> None:
    ranks = [rank(S.CONFIRMED, late=False), rank(S.SAYS_DONE, late=False), rank(S.UNDER_WAY, late=True)]
    ranks += [rank(S.NOT_DONE, late=False), rank(S.UNDER_WAY, late=False), rank(S.DROPPED, late=False)]
    assert ranks == sorted(ranks) and len(set(ranks)) == len(ranks)


def test_people_are_asked_once_it_is_said_or_due() -> None:
    assert can_check(S.SAYS_DONE, None, today=TODAY)
    assert can_check(S.UNDER_WAY, YESTERDAY, today=TODAY) and has_passed(S.UNDER_WAY, YESTERDAY, today=TODAY)
    assert not can_check(S.UNDER_WAY, TODAY, today=TODAY)
    assert not can_check(S.DROPPED, YESTERDAY, today=TODAY)
    assert not can_check(S.PROPOSED, YESTERDAY, today=TODAY)
