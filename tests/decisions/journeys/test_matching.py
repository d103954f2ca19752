"""What really happened is matched to a step of the route: by who has it, and by what can happen there."""

import pytest

from decisions.journeys.doors import today_stops
from decisions.journeys.matching import stop_of
from tests.decisions.journeys.told import CABINET, REPLY, SCRUTINY, day, now, stops


@pytest.mark.parametrize(
    ("told", "kind", "body", "expected"),
    [
        ([], "", None, REPLY),
        ([], "agreed", None, CABINET),
        ([], "recommended", None, SCRUTINY),
        ([], "closed", None, None),
        ([], "raised", None, None),
        ([], "nonsense", None, REPLY),
        ([], "", CABINET, CABINET),
        ([], "", 99, None),
        ([], "agreed", SCRUTINY, None),
        (["2 sent reply"], "", None, REPLY),
        (["2 on-agenda scrutiny until 20"], "", None, SCRUTINY),
        (["2 on-agenda scrutiny until 5"], "", None, SCRUTINY),  # its day passed
        (["2 sent reply", "3 reply-received reply"], "", None, SCRUTINY),
        (["2 refused cabinet"], "reply-received", None, None),
    ],
)
def test_the_step_that_is_meant(told: list[str], kind: str, body: int | None, expected: int | None) -> None:
    route = stops(REPLY, SCRUTINY, CABINET)
    today = today_stops(route, now(route, *told), today=day(10))
    assert stop_of(today, kind=kind, body_id=body) == expected
