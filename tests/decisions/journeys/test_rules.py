"""Who may record what, when, and with what: every kind of move, yes and no."""

from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.journeys.fold import AGREED, MoveFact, Now, StopState, fold
from decisions.journeys.kinds import ENDED, NOTHING, OUTCOMES, Door, Evidence, MoveKind, Stage, StopRole
from decisions.journeys.rules import Proposal, choices, evidences, may_record
from decisions.journeys.table import RULES
from forum.access import Standing
from tests.decisions.journeys.test_fold import EVERY_STOP, facts
from tests.decisions.journeys.told import HERE, ROLES, day, move

K, R = MoveKind, StopRole
TODAY = day(20)
HELPER = Standing(person_id=1, name="Dev", roles=frozenset({"facilitator"}))
MEMBER = Standing(person_id=2, name="Amina")
OFFICER = Standing(person_id=3, name="Helen", speaks_for={5: "Head of Day Services, Marlbrook Council"})
AGREED_NOW = Now(stops={}, outcome=K.AGREED, stage=Stage.DECIDED, last_number=4)
CLOSED_NOW = Now(stops={}, stage=Stage.NOT_TAKEN, closed=MoveFact(4, K.CLOSED, day(9)), last_number=4)
OPEN = Now(stops={}, stage=Stage.SENT, last_number=2)


def proposal(kind: K, **more: Any) -> Proposal:
    """A proposal with all that its kind needs."""
    rule = RULES[kind]
    roles = sorted(rule.roles)
    values: dict[str, Any] = {
        "kind": kind,
        "happened_on": day(10),
        "evidence": Evidence.OFFICIAL_RECORD,
        "plain": "They met and said so.",
        "stop_role": (R.DECIDE if R.DECIDE in roles else roles[0]) if roles else None,
        "to_role": R.SCRUTINISE if rule.to else None,
        "body_id": 5,
        "source": "https://example.org/minutes" if rule.source else "",
        "reason": "There is no money." if rule.reason else "",
        "planned_on": day(30) if rule.planned else None,
    }
    if kind == K.CORRECTED:
        values |= {"becomes": NOTHING, "corrects": MoveFact(2, K.AGREED, day(9))}
    return Proposal(**values | more)


def met(kind: K) -> Now:
    """A state in which a kind may be recorded."""
    return {
        K.RAISED: replace(OPEN, last_number=0),
        K.CALLED_IN: AGREED_NOW,
        K.TAKES_EFFECT: AGREED_NOW,
        K.PROMISE_UPDATE: replace(OPEN, promised=True),
        K.REOPENED: CLOSED_NOW,
    }.get(kind, OPEN)


def said_no(who: Standing, state: Now, move: Proposal) -> str | None:
    """The field at fault; empty for none; `None` for yes."""
    refusal = may_record(who, state, move, today=TODAY)
    return None if refusal is None else refusal.field or ""


@pytest.mark.parametrize("kind", list(K))
def test_each_kind_may_be_recorded_with_what_it_needs(kind: K) -> None:
    assert said_no(HELPER, met(kind), proposal(kind)) is None


@pytest.mark.parametrize("kind", list(K))
def test_each_kind_needs_what_its_rule_says(kind: K) -> None:
    rule, full, state = RULES[kind], proposal(kind), met(kind)
    assert said_no(HELPER, state, replace(full, plain=" ")) == "plain"
    assert said_no(HELPER, state, replace(full, happened_on=day(21))) == "happened_on"
    if rule.roles:
        assert said_no(HELPER, state, replace(full, stop_role=None)) == "stop"
        for role in set(R) - rule.roles:
            assert said_no(HELPER, state, replace(full, stop_role=role)) == "stop"
    for needed, field, nothing in (
        (rule.source, "source", ""),
        (rule.reason, "reason", "  "),
        (rule.planned, "planned_on", None),
    ):
        if needed:
            assert said_no(HELPER, state, replace(full, **{field: nothing})) == field
    if rule.to:
        assert said_no(HELPER, state, replace(full, to_role=None)) == "to"


@pytest.mark.parametrize("kind", list(K))
def test_an_end_is_an_end_until_it_is_opened_again(kind: K) -> None:
    state = replace(CLOSED_NOW, promised=True, outcome=K.AGREED)
    expected = None if RULES[kind].ended else "kind"
    assert said_no(HELPER, state, proposal(kind)) == expected


@pytest.mark.parametrize("kind", list(K))
def test_a_member_reports_as_a_member(kind: K) -> None:
    state, full = met(kind), proposal(kind, source="")
    as_member = replace(full, evidence=Evidence.MEMBER_SAYS)
    assert said_no(MEMBER, state, as_member) == (None if RULES[kind].members else "kind")
    for evidence in set(Evidence) - {Evidence.MEMBER_SAYS}:
        assert said_no(MEMBER, state, replace(full, evidence=evidence)) is not None
    assert (kind in choices(MEMBER)) == RULES[kind].members


@pytest.mark.parametrize("kind", list(K))
def test_a_body_says_what_it_did_itself(kind: K) -> None:
    state, full = met(kind), proposal(kind, evidence=Evidence.THEIR_REPLY)
    assert said_no(OFFICER, state, full) == (None if RULES[kind].members else "kind")
    assert said_no(OFFICER, state, replace(full, body_id=6)) is not None  # another body’s step
    assert said_no(OFFICER, state, replace(full, evidence=Evidence.HEARD)) is not None


def test_nobody_closes_an_issue_about_themselves() -> None:
    for kind in (K.CLOSED, K.REOPENED, K.CORRECTED, K.SENT):
        assert said_no(OFFICER, met(kind), proposal(kind)) == "kind"
        assert kind not in choices(OFFICER)


def test_signed_out_and_suspended_record_nothing() -> None:
    for who in (Standing(), replace(HELPER, suspended=True), replace(OFFICER, suspended=True)):
        assert said_no(who, OPEN, proposal(K.NOTED)) == ""


def test_how_we_know_is_offered_by_role() -> None:
    assert evidences(HELPER) == list(Evidence)
    assert evidences(MEMBER, [5]) == [Evidence.MEMBER_SAYS]
    assert Evidence.THEIR_REPLY in evidences(OFFICER, [None, 5])
    assert evidences(OFFICER, [6]) == [Evidence.MEMBER_SAYS]


def test_advice_is_not_a_decision() -> None:
    for kind in (K.AGREED, K.AGREED_CHANGED, K.REFUSED):
        refusal = may_record(HELPER, OPEN, proposal(kind, stop_role=R.SCRUTINISE), today=TODAY)
        assert refusal is not None
        assert "gives advice" in refusal.sentence.text


def test_a_source_may_be_a_letter_or_their_own_words_here() -> None:
    bare = proposal(K.PROMISE_MADE, source="")
    assert said_no(HELPER, OPEN, bare) == "source"
    assert said_no(HELPER, OPEN, replace(bare, source_name="Letter of 3 October")) is None
    assert said_no(HELPER, OPEN, replace(bare, cites=True)) == "source"
    assert said_no(HELPER, OPEN, replace(bare, cites=True, evidence=Evidence.THEIR_REPLY)) is None


def test_what_a_member_says_needs_no_source_as_it_changes_nothing() -> None:
    for who in (HELPER, MEMBER):
        assert said_no(who, OPEN, proposal(K.AGREED, source="", evidence=Evidence.MEMBER_SAYS)) is None


def test_a_planned_day_is_not_before_what_happened() -> None:
    assert said_no(HELPER, OPEN, proposal(K.ON_AGENDA, planned_on=day(9))) == "planned_on"
    assert said_no(HELPER, OPEN, proposal(K.ON_AGENDA, planned_on=day(10))) is None


def test_what_must_have_happened_before() -> None:
    assert said_no(HELPER, OPEN, proposal(K.RAISED)) == "kind"
    assert said_no(HELPER, OPEN, proposal(K.CALLED_IN)) == "kind"
    assert said_no(HELPER, replace(AGREED_NOW, in_force_on=day(9)), proposal(K.CALLED_IN)) == "kind"
    assert said_no(HELPER, AGREED_NOW, proposal(K.CALLED_IN, to_role=R.DECIDE)) == "to"
    assert said_no(HELPER, OPEN, proposal(K.TAKES_EFFECT)) == "kind"
    assert said_no(HELPER, OPEN, proposal(K.PROMISE_UPDATE)) == "kind"
    for stage in (Stage.DECIDED, Stage.PAUSED, *ENDED):
        assert said_no(HELPER, replace(OPEN, stage=stage), proposal(K.REOPENED)) is None
    assert said_no(HELPER, OPEN, proposal(K.REOPENED)) == "kind"


def test_what_is_over_is_not_put_off() -> None:
    for door, expected in ((Door.DONE, "stop"), (Door.NO, "stop"), (Door.NOW, None), (Door.AHEAD, None)):
        assert said_no(HELPER, OPEN, proposal(K.DEFERRED, stop=StopState(door=door))) == expected


def test_a_correction_needs_what_it_becomes_needs() -> None:
    full = proposal(K.CORRECTED, becomes=K.REFUSED, stop_role=R.DECIDE, source="https://example.org", reason="Money.")
    assert said_no(HELPER, OPEN, full) is None
    assert said_no(HELPER, OPEN, replace(full, stop_role=R.SCRUTINISE)) == "stop"
    assert said_no(HELPER, OPEN, replace(full, source="")) == "source"
    assert said_no(HELPER, OPEN, replace(full, reason="")) == "reason"
    listed = replace(full, becomes=K.ON_AGENDA)
    assert said_no(HELPER, OPEN, listed) == "planned_on"
    assert said_no(HELPER, OPEN, replace(listed, planned_on=day(30))) is None
    assert said_no(HELPER, OPEN, replace(full, becomes=K.REFERRED)) == "to"


def test_what_can_not_be_corrected() -> None:
    full = proposal(K.CORRECTED)
    assert said_no(HELPER, OPEN, replace(full, corrects=None)) == ""
    assert said_no(HELPER, OPEN, replace(full, corrects=MoveFact(1, K.RAISED, day(1)))) == ""
    for nonsense in (None, "", "sideways", K.RAISED, K.CORRECTED):
        assert said_no(HELPER, OPEN, replace(full, becomes=nonsense)) == "becomes"
    assert said_no(MEMBER, OPEN, replace(full, evidence=Evidence.MEMBER_SAYS)) == "kind"


@given(st.lists(facts, max_size=14))
def test_allowed_moves_keep_the_journey_sound(rows: list[tuple[str, int, int | None, int | None, bool, int]]) -> None:
    made, on = [move("1 raised", 1)], 1
    numbers = count(2)
    for kind, stop, to, planned, says, gap in rows:
        on += gap
        evidence = Evidence.MEMBER_SAYS if says else Evidence.OFFICIAL_RECORD
        planned_on = day(on + planned) if planned else None
        before = fold(EVERY_STOP, made)
        whole = not RULES[K(kind)].roles
        asked = Proposal(
            kind=K(kind),
            happened_on=day(on),
            evidence=evidence,
            plain="It happened.",
            stop_role=None if whole else R(ROLES[stop]),
            to_role=R(ROLES[to]) if to else None,
            stop=None if whole else before.stops[stop],
            source="https://example.org",
            reason="They said why.",
            planned_on=planned_on,
        )
        if may_record(HELPER, before, asked, today=day(on)) is not None:
            continue
        fact = MoveFact(next(numbers), kind, day(on), None if whole else stop, to, planned_on, evidence)
        made.append(fact)
        after = fold(EVERY_STOP, made)
        _sound(before, after, fact)


def _sound(before: Now, after: Now, fact: MoveFact) -> None:
    assert after.stage in set(Stage)
    assert after.last_number == fact.number
    assert after.stops[HERE].door == Door.DONE
    if fact.kind in OUTCOMES and fact.evidence == Evidence.MEMBER_SAYS:
        assert replace(after, last_number=0) == replace(before, last_number=0)
        return
    assert after.news_on == fact.happened_on
    if fact.kind in AGREED | {K.REFUSED}:
        assert after.outcome == fact.kind
    if fact.kind == K.CLOSED:
        assert after.stage in ENDED
    if fact.kind == K.REOPENED:
        assert after.stage not in (Stage.FINISHED, *([Stage.DECIDED] if after.outcome else []))
    if after.called_in:
        assert after.outcome in AGREED
        assert after.in_force_on is None
    if after.stage == Stage.FINISHED:
        assert after.outcome not in (K.REFUSED, K.WITHDRAWN, K.OUTSIDE_POWER)
