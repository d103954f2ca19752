"""The page of what people can do, and its calendar: all kinds, narrowed, next week, and few queries."""

from datetime import time, timedelta

import icalendar
import pytest
from flask import Flask

from forum import clock
from tests import packs
from tests.client import Client
from tests.make import (
    make_area,
    make_body,
    make_deadline,
    make_entry,
    make_journey,
    make_meeting,
    make_open,
    make_promise,
    make_round,
    make_stop,
    make_thread,
    make_topic,
    make_way,
)
from tests.queries import counted

TODAY = clock.today()
DAY = timedelta(days=1)


def filled(app: Flask) -> int:
    """A council that meets, asks and promises, about a bus in Riverside; and a board that meets. Returns the issue."""
    council, board = make_body(app, "Council", short="the council"), make_body(app, "Board")
    thread = make_thread(app, "Keep the bus", topic_id=make_topic(app, "Buses"), area_id=make_area(app))
    journey = make_journey(app, thread)
    stop = make_stop(app, journey, council, planned_on=TODAY + 2 * DAY)
    asks = make_stop(app, journey, council, role="consult", position=2)
    make_open(app, journey, asks, council, since=TODAY, due_on=TODAY + 30 * DAY)
    make_way(app, stop, "Come to the drop-in", until=TODAY + 4 * DAY)
    make_deadline(app, journey, TODAY + 5 * DAY, text="Sign up to speak", at=time(12))
    make_meeting(app, council, TODAY + 2 * DAY, title="Council meets", place="Town Hall")
    make_meeting(app, board, TODAY + 3 * DAY, title="Board meets", status="cancelled", why="Snow.")
    make_meeting(app, board, TODAY + 10 * DAY, title="Board meets later")
    make_promise(app, council, thread, words="We will mend it.", due_on=TODAY + 6 * DAY)
    make_promise(app, council, thread, words="We will paint it.", due_on=TODAY - 6 * DAY)
    make_round(app, make_journey(app, make_thread(app, "Old one"), stage="finished"), closes_on=TODAY + 20 * DAY)
    return thread


def test_all_kinds_of_things_day_by_day(app: Flask, client: Client) -> None:
    filled(app)
    text = client.get("/this-week").text
    order = [
        "Day by day", "Watch or go to: Council meets", "It does not take place: Board meets", "Come to the drop-in",
        "Sign up to speak", "Look if it is done by then. Council promised: We will mend it.", "On any day",
        "Say what changed for you", "Answer the council", "Say if this was done. Council promised: We will paint it.",
    ]  # fmt: skip
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)
    assert "Town Hall · Keep the bus · Council" in text and "7 pm, UK time" in text
    assert "until noon" in text and "Snow." in text and "Board meets later" not in text
    after = client.get("/this-week?days=next").text
    assert "Board meets later" in after and "Council meets" not in after and "On any day" not in after
    assert "Board meets later" in client.get("/this-week?days=all").text


@pytest.mark.parametrize(
    ("asked", "seen", "not_seen"),
    [
        ("topic=buses", "Council meets", "Board meets"),
        ("place=riverside", "Come to the drop-in", "Say what changed for you"),
        ("body=board", "Board meets", "Council meets"),
        ("body=council", "Sign up to speak", "Board meets"),  # a date of an issue that goes to the council
        ("kind=promise", "We will mend it.", "Sign up to speak"),
        ("kind=meeting&body=council", "Council meets", "We will mend it."),
    ],
)
def test_narrowed_to_what_was_chosen(app: Flask, client: Client, asked: str, seen: str, not_seen: str) -> None:
    filled(app)
    page = client.get(f"/this-week?{asked}")
    assert seen in page.text and not_seen not in page.text
    assert "You see only" in page.text and "What bodies owe" not in page.text
    address = page.links()["Next week"]
    assert asked.partition("&")[0] in address and "days=next" in address
    made = client.raw.get(f"/this-week.ics?{asked}").text
    assert (seen in made or asked.startswith("kind=promise")) and not_seen not in made


def test_nothing_in_these_days_says_the_next_one(app: Flask, client: Client) -> None:
    make_meeting(app, make_body(app), TODAY + 40 * DAY)
    page = client.get("/this-week")
    assert "Nothing is on in these days. The next date is" in page.text
    assert "Cabinet" in client.get(page.links()["See the next three months"]).text
    assert "We don’t know one of the things you chose" in client.get("/this-week?topic=nonsense").text
    assert client.get("/this-week?days=nonsense&other=1").text == page.text


def calendar(client: Client, address: str = "/this-week.ics") -> dict[str, icalendar.Event]:
    """The lines of the calendar, by their names."""
    answer = client.raw.get(address)
    assert answer.status_code == 200 and answer.mimetype == "text/calendar"
    return {str(one["uid"]).partition("@")[0]: one for one in icalendar.Calendar.from_ical(answer.data).events}


def test_the_calendar_has_all_with_names_that_stay(app: Flask, client: Client) -> None:
    filled(app)
    lines = calendar(client)
    assert set(lines) == {
        "meeting-1", "meeting-2", "meeting-3", "way-1", "date-1", "asked-2", "promise-1", "what-changed-1",
    }  # fmt: skip
    assert set(lines["meeting-1"].items()) == set(calendar(client, "/meetings.ics")["meeting-1"].items())
    noon = lines["date-1"]["dtstart"].dt
    assert (noon.hour, noon.date(), str(noon.tzinfo)) == (12, TODAY + 5 * DAY, "Europe/London")
    assert lines["way-1"]["dtstart"].dt == TODAY + 4 * DAY and lines["meeting-2"]["status"] == "CANCELLED"
    assert client.raw.get("/this-week.ics").data == client.raw.get("/this-week.ics").data
    made = client.raw.get("/this-week.ics").text
    assert made.count("BEGIN:VTIMEZONE") == 1 and "TZID:Europe/London" in made


def leedham(app: Flask) -> int:
    """A cabinet of the England pack, which wants questions three working days before it meets."""
    packs.load_england(app, place="Leedham")
    data = {"id": "question-deadline", "value": 3, "unit": "working-days", "drives": ["public-question"]}
    make_entry(app, "local", "own-question-deadline", pack="leedham", data={**data, "link": "https://a.example/rules"})
    return make_body(app, "Leedham Cabinet")


def test_the_same_queries_however_many_there_are_with_the_last_days_before_each(app: Flask, client: Client) -> None:
    cabinet, topic, found = leedham(app), make_topic(app), []
    for many in (5, 195):
        for n in range(many):
            journey = make_journey(app, make_thread(app, f"Issue {many} {n}", topic_id=topic))
            stop = make_stop(app, journey, cabinet, planned_on=TODAY + n % 90 * DAY)
            make_way(app, stop, f"Do {many} {n}", until=TODAY + n % 7 * DAY)
            make_meeting(app, cabinet, TODAY + (n + 11) % 90 * DAY)
            make_promise(app, cabinet, due_on=TODAY + n % 90 * DAY)
        client.get("/this-week")
        with counted(app) as statements:
            text = client.get("/this-week?days=all").text
        found.append(len(statements))
        assert "Send a question for this meeting: Cabinet" in text
    assert found[0] == found[1] <= 10, found
    with counted(app) as statements:
        lines = calendar(client, "/this-week.ics?body=leedham-cabinet&kind=last-day")
    assert len(statements) <= 10 and sum(name.startswith("meeting-") for name in lines) > 100
