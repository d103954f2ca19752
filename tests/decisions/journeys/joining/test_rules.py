"""What a record says of an issue: each status of a meeting and each result, and what is never guessed."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.journeys.joining.rules import Published, likely_role, next_saying, sayings
from decisions.journeys.kinds import StopRole
from decisions.journeys.table import RULES
from decisions.meetings.kinds import Result, Status
from forum.say import Sentence

TODAY = date(2026, 11, 23)
SOON, PAST = TODAY + timedelta(days=11), TODAY - timedelta(days=3)
YES = {"result": "agreed", "decided_on": PAST}


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"day": SOON}, ["on-agenda 2026-12-04"]),
        ({"day": SOON, "status": "confirmed"}, ["on-agenda 2026-12-04"]),
        ({"day": PAST}, []),
        ({"day": PAST, "status": "held"}, []),
        ({"day": PAST, "status": "held", "minutes": "It was discussed."}, ["considered 2026-11-20"]),
        ({"day": SOON, "status": "cancelled"}, []),
        ({"day": SOON, "status": "cancelled", "planned": True}, ["off 2026-12-04"]),
        ({"day": SOON, "status": "put-off", "planned": True}, ["off 2026-12-04"]),
        (
            {"day": SOON, "status": "put-off", "planned": True, "moved_to": date(2027, 1, 8)},
            ["off 2026-12-04 2027-01-08"],
        ),
        ({"day": SOON, "gone": True, "planned": True}, ["off 2026-12-04"]),
        ({"day": SOON, "gone": True}, []),
        (YES, ["agreed 2026-11-20"]),
        ({**YES, "role": "scrutinise"}, ["recommended 2026-11-20"]),
        ({**YES, "result": "refused", "role": "recommend"}, ["recommended-against 2026-11-20"]),
        ({**YES, "in_force_on": TODAY}, ["agreed 2026-11-20", "takes-effect 2026-11-23"]),
        ({**YES, "in_force_on": SOON}, ["agreed 2026-11-20"]),
        ({**YES, "result": "noted", "in_force_on": TODAY}, ["noted 2026-11-20"]),
        ({**YES, "result": "deferred"}, ["deferred 2026-11-20"]),
        ({**YES, "result": "referred"}, ["referred 2026-11-20"]),
        ({**YES, "decided_on": SOON, "day": SOON}, ["on-agenda 2026-12-04"]),
        ({"result": "agreed"}, []),
        ({**YES, "result": "unknown", "day": PAST, "minutes": "Resolved: yes."}, ["considered 2026-11-20"]),
    ],
)
def test_what_is_said(known: dict[str, Any], said: list[str]) -> None:
    assert [one.said for one in sayings(Published(body="the Cabinet", **known), TODAY)] == said


def test_a_new_day_is_planned_and_none_is_withdrawn() -> None:
    off = {"body": "the Cabinet", "day": SOON, "planned": True, "why": "Snow."}
    moved = sayings(Published(status="put-off", moved_to=date(2027, 1, 8), **off), TODAY)[0]
    assert (moved.planned_on, moved.reason) == (date(2027, 1, 8), "Snow.")
    none = sayings(Published(status="cancelled", **{**off, "why": ""}), TODAY)[0]
    assert none.planned_on is None
    assert isinstance(none.reason, Sentence)


def test_a_no_without_a_reason_says_that_they_have_not_said() -> None:
    no = {"body": "the Cabinet", "result": "refused", "decided_on": PAST}
    assert isinstance(sayings(Published(**no), TODAY)[0].reason, Sentence)
    assert sayings(Published(reason="No money.", **no), TODAY)[0].reason == "No money."


def test_what_was_brought_in_is_said_to_come_from_their_record() -> None:
    assert len(sayings(Published(body="the Cabinet", imported=True, day=SOON), TODAY)[0].plain) == 2
    assert len(sayings(Published(body="the Cabinet", day=SOON), TODAY)[0].plain) == 1


DAYS = st.dates(date(2026, 11, 1), date(2026, 12, 20))


@given(
    st.builds(
        Published,
        body=st.just("the Cabinet"),
        day=st.none() | DAYS,
        status=st.sampled_from(Status),
        moved_to=st.none() | DAYS,
        gone=st.booleans(),
        agenda_on=st.none() | DAYS,
        minutes=st.sampled_from(["", "Minutes"]),
        planned=st.booleans(),
        role=st.sampled_from([None, *StopRole]),
        result=st.sampled_from(Result),
        decided_on=st.none() | DAYS,
        published_on=st.none() | DAYS,
        in_force_on=st.none() | DAYS,
    )
)
def test_nothing_is_said_that_the_table_of_moves_would_refuse(known: Published) -> None:
    """Whatever is known: no day that is to come, a reason where one is owed, a result only from a result."""
    for one in sayings(known, TODAY):
        rule = RULES[one.kind]
        assert one.happened_on <= TODAY
        assert one.planned_on is None or one.planned_on >= one.happened_on
        assert one.plain
        assert one.reason or not rule.reason
        assert one.planned_on or not rule.planned
        assert known.result != Result.UNKNOWN or one.kind in ("on-agenda", "considered", "deferred")


def test_what_somebody_dealt_with_is_not_drafted_again() -> None:
    both = sayings(Published(body="the Cabinet", **YES, in_force_on=TODAY), TODAY)
    assert next_saying(both, None, []) is both[0]
    assert next_saying(both, "agreed 2026-11-20", []) is both[1]
    assert next_saying(both, None, ["agreed 2026-11-20"]) is both[1]
    assert next_saying(both, None, [], ["agreed 2026-11-20"]) is both[1]
    assert next_saying(both, "takes-effect 2026-11-23", []) is None
    assert next_saying(both, "on-agenda 2026-11-20", []) is both[0]


@pytest.mark.parametrize(
    ("body", "kind", "role"),
    [
        ("cabinet", "on-agenda", StopRole.DECIDE),
        ("scrutiny", "on-agenda", StopRole.SCRUTINISE),
        ("hwb", "considered", StopRole.RECOMMEND),
        ("scrutiny", "agreed", StopRole.DECIDE),
        ("cabinet", "recommended", StopRole.RECOMMEND),
    ],
)
def test_what_a_body_most_likely_does(body: str, kind: str, role: StopRole) -> None:
    assert likely_role(body, kind) == role
