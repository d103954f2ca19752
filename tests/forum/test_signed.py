"""What we signed: good until it is too old, also when the clock that signed it goes before ours."""

from datetime import timedelta

import pytest
import time_machine
from itsdangerous import BadSignature, URLSafeTimedSerializer

from forum import clock
from forum.signed import read

SIGNER = URLSafeTimedSerializer("a key for the tests", salt="one")
DAY = timedelta(days=1)


@pytest.mark.parametrize("later", [timedelta(days=-3), timedelta(seconds=-2), timedelta(0), timedelta(hours=23)])
def test_it_holds(later: timedelta) -> None:
    token = SIGNER.dumps("words")
    with time_machine.travel(clock.now() + later):
        assert read(SIGNER, token, lasts=DAY) == "words"


def test_too_old_or_not_ours_is_nothing() -> None:
    token = SIGNER.dumps("words")
    with time_machine.travel(clock.now() + DAY + timedelta(minutes=1)):
        with pytest.raises(BadSignature):
            read(SIGNER, token, lasts=DAY)
        assert read(SIGNER, token, lasts=None) == "words"
    with pytest.raises(BadSignature):
        read(URLSafeTimedSerializer("another key", salt="one"), token, lasts=DAY)
