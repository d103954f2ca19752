"""The clock is put back, and the two nights on which it changes: pages answer, buttons work, letters go out once."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from flask import Flask

from forum import clock
from tests import make
from tests.client import HERE, Client
from tests.letters import do_jobs, letters
from tests.sizes import sized
from tests.travel import start_journey

BACK = (timedelta(minutes=5), timedelta(hours=1), timedelta(days=3))
NIGHTS = (date(2026, 3, 29), date(2026, 10, 25))  # Europe/London: the clock goes forward, and back
EVERY = timedelta(minutes=sized(30, 5))
PAGES = ("/", "/issues", "/this-week", "/who-decides", "/safety/log", "/me", "/to-do")


class Place:
    """An issue on its way, somebody who follows it by e-mail, and a facilitator."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.thread, self.body = make.make_thread(app), make.make_body(app)
        self.stops = start_journey(app, self.thread, ("decide", self.body), planned={1: clock.today()})
        self.client = Client(app).sign_in(make.make_person(app, name="Dee", role="facilitator"))
        self.seen = 1
        self.client.post(f"/follow/thread/{self.thread}", {"key": "follow"})
        self.other = Client(app).sign_in(make.make_person(app, name="Mo", role="facilitator"))

    def look(self) -> None:
        """Open every page."""
        for address in (*PAGES, f"/issues/{self.thread}"):
            self.client.get(address, follow_redirects=True)

    def write(self) -> None:
        """Reply, and record what happened today."""
        here, key = f"/issues/{self.thread}", f"key {self.seen}"
        self.client.post(f"{here}/reply", {"key": key, "text": f"Words {self.seen}."})
        happened = {"kind": "considered", "evidence": "heard-at-meeting", "plain": "They met.", "seen": str(self.seen)}
        happened |= {"stop": str(self.stops[1]), "happened_on": clock.today().isoformat(), "key": f"move {self.seen}"}
        token = self.other.token()
        answer = self.other.raw.post(f"{here}/happened", data={**happened, "csrf_token": token}, headers=HERE)
        assert answer.status_code == 303, answer.get_data(as_text=True)
        self.seen += 1

    def told(self) -> list[int]:
        """How often each letter went out."""
        return list(Counter(one.extra_headers["Message-ID"] for one in letters(self.app)).values())


@pytest.mark.parametrize("back", BACK, ids=str)
def test_a_clock_that_is_put_back(app: Flask, back: timedelta) -> None:
    with time_machine.travel(clock.now() - timedelta(days=4)):  # what was followed later is told later
        place = Place(app)
    place.look()
    place.write()
    with time_machine.travel(clock.now() - back, tick=True):
        place.look()
        place.write()
        do_jobs(app)
        place.look()
    place.write()
    do_jobs(app)
    do_jobs(app, timedelta(hours=7))
    assert place.told() == [1, 1, 1]


@pytest.mark.parametrize("night", NIGHTS, ids=str)
def test_the_nights_on_which_the_clock_changes(app: Flask, night: date) -> None:
    begin = datetime.combine(night, time(0), tzinfo=UTC) - timedelta(hours=1)
    with time_machine.travel(begin, tick=False):
        place = Place(app)
    moment, end, written = begin, begin + timedelta(hours=4), 0
    while moment <= end:
        with time_machine.travel(moment, tick=False):
            place.look()
            place.write()
            do_jobs(app)
            written += 1
            assert clock.at(clock.local_day(moment), time(0)) <= moment
            assert clock.local(moment).astimezone(UTC) == moment
        moment += EVERY
    assert place.told() == [1] * written
