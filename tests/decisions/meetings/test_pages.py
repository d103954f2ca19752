"""The pages of meetings, as anyone reads them."""

from datetime import date, time, timedelta

import icalendar
from flask import Flask

from decisions.meetings.models import Attendance
from forum import clock
from forum.db import db
from tests import packs
from tests.client import Client
from tests.make import (
    keep,
    make_body,
    make_decision,
    make_entry,
    make_item,
    make_journey,
    make_meeting,
    make_move,
    make_open,
    make_paper,
    make_stop,
    make_thread,
)
from tests.queries import counted

TODAY = clock.today()
DAY = timedelta(days=1)


def cabinet(app: Flask) -> int:
    """The Cabinet of a place with the England pack, which wants questions three working days before."""
    packs.load_england(app, place="Leedham")
    data = {"id": "question-deadline", "value": 3, "unit": "working-days", "drives": ["public-question"]}
    make_entry(app, "local", "own-question-deadline", pack="leedham", data={**data, "link": "https://a.example/rules"})
    return make_body(app, "Leedham Cabinet", slug="leedham-cabinet")


def lines(client: Client, address: str) -> dict[str, icalendar.Event]:
    """The lines of a calendar file, by their names."""
    answer = client.raw.get(address)
    assert answer.status_code == 200 and answer.mimetype == "text/calendar"
    return {str(one["uid"]): one for one in icalendar.Calendar.from_ical(answer.data).events}


def test_without_meetings_there_is_no_menu_entry_and_a_way_on(app: Flask, client: Client) -> None:
    page = client.get("/meetings")
    assert "We know of no meeting yet" in page.text and "Meetings" not in client.get("/who-decides").links()
    make_meeting(app, make_body(app), TODAY)
    app.extensions.pop("some_meetings")
    assert client.get("/who-decides").links()["Meetings"] == "/meetings"


def test_what_is_to_come_stands_first(app: Flask, client: Client) -> None:
    body, other = make_body(app), make_body(app, "Board")
    make_meeting(app, body, TODAY - DAY, title="Yesterday’s")
    make_meeting(app, body, TODAY + 2 * DAY, title="Later one")
    make_meeting(app, other, TODAY, title="Today’s", status="cancelled", why="Snow.")
    text = client.get("/meetings").text
    assert text.index("Today’s") < text.index("Later one") < text.index("Yesterday’s")
    assert "Cancelled" in text and "Snow." in text and "7 pm, UK time" in text
    mine = client.get("/meetings?body=board").text
    assert "Today’s" in mine and "Later one" not in mine
    client.get("/meetings?body=nobody", status=404)
    make_body(app, "Planning")
    assert "no meeting of this body" in client.get("/meetings?body=planning").text


def test_pages_go_on_by_where_they_ended(app: Flask, client: Client) -> None:
    body = make_body(app)
    for number in range(45):
        make_meeting(app, body, TODAY - (number // 2 + 1) * DAY, title=f"Meeting {number:02}")
    seen, address = [], "/meetings"
    while address:
        page = client.get(address)
        seen += [one for one in page.links() if one.startswith("Meeting ")]
        address = page.links().get("Earlier meetings", "")
    assert sorted(seen) == [f"Meeting {number:02}" for number in range(45)]
    assert "There are no more meetings" in client.get("/meetings?before=1990-01-01~1").text
    for junk in ("x", "2026-01-01", "2026-99-01~1", "~1", "2026-01-01~²", "2026-01-01~1~2"):
        client.get(f"/meetings?before={junk}")
        client.get(f"/meetings?after={junk}")


def test_a_month_is_a_table(app: Flask, client: Client) -> None:
    body = make_body(app)
    make_meeting(app, body, date(2026, 12, 15), title="Budget")
    make_meeting(app, body, date(2027, 1, 1), title="New year")
    page = client.get("/meetings?month=2026-12")
    assert "Meetings in December 2026" in page.text and "Budget" in page.text and "New year" not in page.text
    heads = [one.text for one in page.all(".//table[@class='month']//th")]
    assert heads[0] == "Monday" and len(heads) == 7
    assert "January 2027" in page.links() and "November 2026" in page.links()
    assert "no meeting in this month" in client.get("/meetings?month=2030-01&body=marlbrook-cabinet").text
    for junk in ("", "x", "2026-13", "9999-12", "0001-01", "2026-1", "²026-01"):
        assert "Meetings in" in client.get(f"/meetings?month={junk}").text


def test_an_old_address_leads_on(app: Flask, client: Client) -> None:
    meeting = make_meeting(app, make_body(app), date(2027, 1, 5))
    here = f"/meetings/{meeting}-cabinet-2027-01-05"
    assert client.get(f"/meetings/{meeting}", status=301).location == here
    assert client.get(f"/meetings/{meeting}-old-name", status=301).location == here
    assert "Cabinet, 5 January" in client.get(here).text
    client.get("/meetings/999", status=404)


def page_of(client: Client, meeting: int) -> str:
    """The text of a meeting's page."""
    return client.get(client.get(f"/meetings/{meeting}", status=301).location).text


def test_a_meeting_says_what_people_need(app: Flask, client: Client) -> None:
    day = TODAY + 40 * DAY
    meeting = make_meeting(
        app, cabinet(app), day, ends=time(21), place="Town Hall", watch="https://example.org/watch", attend="By bus 7.",
        about="The budget.", status="confirmed",
    )  # fmt: skip
    make_item(app, meeting, "Money", position=1, heading=True)
    item = make_item(app, meeting, "Day services", position=2, number="4", plain="Fridays.", agenda="To consider.")
    make_item(app, meeting, "Land", position=3, restricted=True)
    make_paper(app, meeting, item_id=item, published_on=TODAY)
    keep(app, Attendance(meeting_id=meeting, name="Cllr Jo Tamber", role="Chair", attended="expected"))
    text = page_of(client, meeting)
    assert "7 pm to 9 pm, UK time" in text and "Town Hall" in text and "By bus 7." in text and "The budget." in text
    assert text.index("Money") < text.index("Day services") < text.index("Land")
    assert "Talked about without the public." in text and "You can ask which reason" in text
    assert "Send a question" in text and "Their own rules" in text and "Hand in a petition" in text
    assert "Check this" in text  # no date for petitions
    assert "What they must publish" in text and "By law" in text
    assert "The report" in text and "Cllr Jo Tamber" in text and "None of our issues" in text


def test_a_meeting_that_is_off_says_why_and_gives_no_dates(app: Flask, client: Client) -> None:
    body = cabinet(app)
    new = make_meeting(app, body, TODAY + 50 * DAY)
    off = make_meeting(app, body, TODAY + 40 * DAY, status="put-off", why="No room.", moved_to_id=new)
    text = page_of(client, off)
    assert "The new day is" in text and "No room." in text and "Send a question" not in text
    assert "It was put off to here from" in page_of(client, new)
    over = make_meeting(app, body, TODAY - DAY)
    assert "We have not heard yet if it took place" in page_of(client, over)


def test_minutes_and_decisions_stand_beside_their_item(app: Flask, client: Client) -> None:
    body = make_body(app)
    meeting = make_meeting(app, body, TODAY - 9 * DAY, status="held", minutes_on=TODAY - DAY)
    item = make_item(app, meeting, "Day services", minutes="RESOLVED to refuse.")
    make_decision(app, body, meeting_id=meeting, item_id=item, result="refused")
    make_decision(app, body, "Another matter", meeting_id=meeting, result="agreed")
    text = page_of(client, meeting)
    assert "RESOLVED to refuse." in text and "Refused." in text and "Another matter" in text
    assert "It took place" in text


def test_our_issues_that_a_meeting_has_to_do_with(app: Flask, client: Client) -> None:
    body, day = make_body(app), TODAY + 9 * DAY
    meeting = make_meeting(app, body, day)
    ways = {}
    for title in ("Planned there", "Open there", "Put off since", "On its agenda", "Another body’s", "Hidden one"):
        state = {"state": "hidden"} if title == "Hidden one" else {}
        ways[title] = make_journey(app, make_thread(app, title, **state))
    make_stop(app, ways["Planned there"], body, planned_on=day)
    stop = make_stop(app, ways["Open there"], body)
    make_open(app, ways["Open there"], stop, body, due_on=day)
    later = make_stop(app, ways["Put off since"], body, planned_on=day)
    make_move(app, ways["Put off since"], "deferred", stop_id=later, planned_on=day + 30 * DAY)
    stop = make_stop(app, ways["On its agenda"], body)
    make_move(app, ways["On its agenda"], "on-agenda", stop_id=stop, planned_on=day)
    make_stop(app, ways["Another body’s"], make_body(app, "Board"), planned_on=day)
    make_stop(app, ways["Hidden one"], body, planned_on=day)
    text = page_of(client, meeting)
    shown = [title for title in ways if title in text]
    assert shown == ["Planned there", "Open there", "On its agenda"]


def test_a_date_can_be_said_to_be_wrong(app: Flask, client: Client) -> None:
    meeting = make_meeting(app, make_body(app), TODAY)
    page = client.get(client.get(f"/meetings/{meeting}", status=301).location)
    assert page.links()["Your date is wrong"].startswith("/wrong?page=/meetings/")
    assert "Change day, place or words" not in page.text


def test_one_meeting_as_a_file_has_its_dates(app: Flask, client: Client) -> None:
    day = TODAY + 40 * DAY
    meeting = make_meeting(app, cabinet(app), day, sequence=2, ends=time(21))
    found = lines(client, f"/meetings/{meeting}.ics")
    event, asked = found[f"meeting-{meeting}@localhost"], found[f"meeting-{meeting}-public-question@localhost"]
    assert event["dtstart"].dt.time() == time(19) and int(event["sequence"]) == 2
    assert f"/meetings/{meeting}-cabinet" in str(event["url"])
    assert asked["dtstart"].dt < day and not hasattr(asked["dtstart"].dt, "hour")
    assert str(asked["summary"]).startswith("Last day: Send a question")


def test_what_is_cancelled_stays_in_the_feed(app: Flask, client: Client) -> None:
    body = cabinet(app)
    make_meeting(app, make_body(app, "Board"), TODAY)
    meeting = make_meeting(app, body, TODAY + 40 * DAY, status="cancelled", why="Snow.")
    make_meeting(app, body, TODAY - 800 * DAY, title="Long ago")
    assert len(lines(client, "/meetings.ics")) >= 3
    mine = lines(client, "/meetings.ics?body=leedham-cabinet")
    assert {str(one["status"]) for one in mine.values()} == {"CANCELLED"}
    assert "Snow." in str(mine[f"meeting-{meeting}@localhost"]["description"])
    assert client.raw.get("/meetings.ics?body=nobody").status_code == 404


def test_the_page_of_a_body_has_its_next_meetings_and_decisions(app: Flask, client: Client) -> None:
    body = make_body(app)
    make_meeting(app, body, TODAY + DAY, title="Next one")
    make_decision(app, body, "The 42 stops", result="agreed", decided_on=TODAY)
    page = client.get("/bodies/marlbrook-cabinet")
    assert "Next one" in page.text and "The 42 stops" in page.text and "All meetings of this body" in page.text


def test_they_are_found_by_their_words(app: Flask, client: Client) -> None:
    body = make_body(app)
    make_item(app, make_meeting(app, body, TODAY), "Kittens", plain="About whiskers.")
    make_decision(app, body, "Puppies", plain="More biscuits.")
    with app.app_context():
        app.extensions["reindex"]()
        db.session.commit()
    assert "Cabinet, " in client.get("/search?q=whiskers").text
    assert client.get("/search?q=biscuits").links()["Puppies"].startswith("/decisions/")


def test_ten_queries_are_enough(app: Flask, client: Client) -> None:
    body = cabinet(app)
    meeting = make_meeting(app, body, TODAY + 40 * DAY)
    for number in range(30):
        make_paper(app, meeting, item_id=make_item(app, meeting, f"Item {number}", position=number))
        make_meeting(app, body, TODAY + number * DAY)
    decision = make_decision(app, body, result="refused", decided_on=TODAY, meeting_id=meeting)
    page = client.get(f"/meetings/{meeting}", status=301).location
    pages = ["/meetings", "/meetings?month=2026-12", page, f"/decisions/{decision}", "/meetings.ics"]
    for address in pages:
        client.raw.get(address)
        with counted(app) as statements:
            assert client.raw.get(address).status_code == 200
        assert len(statements) <= 10, (address, statements)
