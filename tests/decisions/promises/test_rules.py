"""Who may say what of a promise, and with what: yes and no side by side."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from decisions.promises.kinds import Happening, Stage, Voice
from decisions.promises.rules import Saying, choices, may_begin, may_check, may_say, voice
from forum.access import GUEST, Standing

TODAY = date(2026, 11, 23)
BODY, OTHER = 7, 8
MEMBER = Standing(person_id=1)
SPEAKER = Standing(person_id=2, speaks_for={BODY: "Head of Lifts"})
HELPER = Standing(person_id=3, roles=frozenset({"facilitator"}))
H, S = Happening, Stage


def saying(kind: Happening, **more: object) -> Saying:
    values = {"plain": "They said so.", "reason": "No money.", "source_name": "Letter of 3 May", **more}
    planned = TODAY + timedelta(days=9) if kind == H.NEW_DATE else None
    return Saying(kind, TODAY, **{"planned_on": planned, **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "stage", "member", "speaker", "helper"),
    [
        (H.PROPOSED, None, True, False, True),
        (H.MADE, None, False, True, True),
        (H.MADE, S.PROPOSED, False, True, True),
        (H.TURNED_DOWN, S.PROPOSED, False, False, True),
        (H.NEWS, S.UNDER_WAY, True, True, True),
        (H.NEW_DATE, S.UNDER_WAY, False, True, True),
        (H.SAYS_DONE, S.UNDER_WAY, False, True, True),
        (H.NOT_DONE, S.UNDER_WAY, False, True, True),
        (H.DROPPED, S.UNDER_WAY, False, True, True),
        (H.AGAIN, S.DROPPED, False, True, True),
        (H.SAYS_DONE, S.DROPPED, False, False, False),
        (H.NEWS, S.TURNED_DOWN, False, False, False),
    ],
)
def test_who_may_say_what(kind: Happening, stage: Stage | None, member: bool, speaker: bool, helper: bool) -> None:
    for who, may in ((MEMBER, member), (SPEAKER, speaker or kind == H.PROPOSED), (HELPER, helper), (GUEST, False)):
        refusal = may_say(who, stage, BODY, saying(kind), today=TODAY)
        assert (refusal is None) is may, (who, refusal)
    stopped = replace(HELPER, suspended=True)
    assert may_say(stopped, stage, BODY, saying(kind), today=TODAY) is not None
    elsewhere = may_say(SPEAKER, stage, OTHER, saying(kind), today=TODAY)
    assert (elsewhere is None) is member  # of another body they are members


def test_what_a_saying_needs() -> None:
    def field(who: Standing, said: Saying, stage: Stage | None = S.UNDER_WAY) -> str | None:
        refusal = may_say(who, stage, BODY, said, today=TODAY)
        return refusal.field if refusal else "fine"

    assert field(HELPER, saying(H.SAYS_DONE, plain=" ")) == "plain"
    assert field(HELPER, saying(H.DROPPED, reason="")) == "reason"
    assert field(SPEAKER, saying(H.DROPPED, reason="")) == "reason"
    assert field(HELPER, saying(H.SAYS_DONE, source_name="")) == "source_name"
    assert field(HELPER, saying(H.SAYS_DONE, source_name="", source="https://example.org")) == "fine"
    assert field(HELPER, saying(H.MADE, source_name="", cites=True), None) == "fine"
    assert field(SPEAKER, saying(H.SAYS_DONE, source_name="")) == "fine"  # their own word is enough
    assert field(HELPER, saying(H.NEW_DATE, planned_on=None)) == "planned_on"
    assert field(HELPER, saying(H.NEW_DATE, planned_on=TODAY - timedelta(days=1))) == "planned_on"
    assert field(HELPER, replace(saying(H.NEWS), happened_on=TODAY + timedelta(days=1))) == "happened_on"


def test_as_whom_somebody_speaks() -> None:
    assert voice(SPEAKER, BODY) == Voice.BODY
    assert voice(SPEAKER, OTHER) == Voice.MEMBER
    assert voice(HELPER, BODY) == Voice.FACILITATOR
    assert voice(replace(SPEAKER, suspended=True), BODY) == Voice.MEMBER
    assert may_begin(MEMBER, BODY) == H.PROPOSED
    assert may_begin(SPEAKER, BODY) == may_begin(HELPER, BODY) == H.MADE


def test_a_form_offers_what_may_be() -> None:
    assert choices(MEMBER, S.UNDER_WAY, BODY) == [H.NEWS]
    assert choices(HELPER, S.PROPOSED, BODY) == [H.MADE, H.TURNED_DOWN]
    assert H.TURNED_DOWN not in choices(SPEAKER, S.PROPOSED, BODY)
    assert choices(HELPER, S.TURNED_DOWN, BODY) == []


def test_who_may_check() -> None:
    assert may_check(MEMBER, affected=True, asked=True) is None
    for who, affected, asked in ((GUEST, True, True), (MEMBER, False, True), (MEMBER, True, False)):
        assert may_check(who, affected=affected, asked=asked) is not None
    assert may_check(replace(MEMBER, suspended=True), affected=True, asked=True) is not None
