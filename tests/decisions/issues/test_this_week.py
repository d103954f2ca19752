"""This week: days on which people can act, and what bodies owe."""

from datetime import time, timedelta

from flask import Flask

from decisions.journeys.models import Way
from forum import clock
from tests.client import Client
from tests.make import (
    keep,
    make_body,
    make_deadline,
    make_journey,
    make_open,
    make_promise,
    make_stop,
    make_thread,
    make_way,
)

TODAY = clock.today()
DAY = timedelta(days=1)


def test_an_empty_week_says_what_to_do(client: Client) -> None:
    page = client.get("/this-week")
    assert "No date is near on which you can act" in page.text and "Nothing is late" in page.text


def test_days_come_in_order_with_issue_and_body(app: Flask, client: Client) -> None:
    council = make_body(app, "Council", short="the council")
    journey = make_journey(app, make_thread(app, "Keep Fridays"))
    stop = make_stop(app, journey, council, role="consult")
    make_open(app, journey, stop, council, since=TODAY - DAY, due_on=TODAY + 5 * DAY)
    make_way(app, stop, "Send a question", until=TODAY + 2 * DAY)
    make_way(app, stop, "Too late now", until=TODAY - DAY)
    make_way(app, stop, "Far off", until=TODAY + 15 * DAY)
    make_way(app, stop, "Any time")
    make_deadline(app, journey, TODAY + 3 * DAY, text="Sign up to speak")
    page = client.get("/this-week")
    days = ["".join(one.itertext()) for one in page.all(".//h3")]
    assert len(days) == 3
    order = [
        page.text.index(words) for words in ("Send a question", "Sign up to speak", "Answer the council, which asks")
    ]
    assert order == sorted(order)
    assert "Too late now" not in page.text and "Far off" not in page.text and "Any time" not in page.text
    assert "Keep Fridays" in page.text and "the council" in page.text


def test_what_is_typed_twice_is_told_once(app: Flask, client: Client) -> None:
    council = make_body(app, "Council")
    journey = make_journey(app, make_thread(app))
    stop = make_stop(app, journey, council, role="consult")
    make_open(app, journey, stop, council, since=TODAY - DAY, due_on=TODAY + 5 * DAY)
    make_way(app, stop, "Answer their questions", until=TODAY + 5 * DAY)
    make_deadline(app, journey, TODAY + 5 * DAY, text="Answer by")
    page = client.get("/this-week")
    assert len(page.all(".//li[@class='clock']")) == 1
    assert "Answer their questions" in page.text and "which asks what you think" not in page.text


def test_what_bodies_owe_and_are_late_with(app: Flask, client: Client) -> None:
    council, surgery = make_body(app, "Council"), make_body(app, "Surgery", joined=False)
    journey = make_journey(app, make_thread(app))
    make_deadline(app, journey, TODAY - 6 * DAY, body_id=council, text="Publish the costs")
    make_deadline(app, journey, TODAY - 6 * DAY, body_id=council, text="Usually done", basis="typical")
    make_deadline(app, journey, TODAY - 6 * DAY, body_id=surgery, text="Surgery answer")
    make_deadline(app, journey, TODAY + 6 * DAY, body_id=surgery, text="Coming", basis="typical")
    text = client.get("/this-week").text
    assert "Publish the costs" in text and "6 days late" in text
    assert "Usually done" not in text and "Surgery answer" not in text
    assert "usually by" in text and "This is not a right" in text


def test_an_hour_that_is_over_today_is_not_told(app: Flask, client: Client) -> None:
    stop = make_stop(app, make_journey(app, make_thread(app)), make_body(app))
    now = clock.local(clock.now())
    over, still = (now - timedelta(minutes=1)).time(), time.max
    keep(app, Way(stop_id=stop, text="Over", until=now.date(), at=over if over < now.time() else time(0)))
    keep(app, Way(stop_id=stop, text="Still open", until=now.date(), at=still))
    text = client.get("/this-week").text
    assert "Over" not in text and "Still open" in text and "11:59 pm" in text


def test_hidden_and_ended_issues_do_not_show(app: Flask, client: Client) -> None:
    council = make_body(app, "Council")
    for state, stage in (("hidden", "sent"), ("waiting", "sent"), ("shown", "finished"), ("shown", "not-taken")):
        journey = make_journey(app, make_thread(app, f"Nothing {state} {stage}", state=state), stage=stage)
        make_way(app, make_stop(app, journey, council), "Do it", until=TODAY)
        make_deadline(app, journey, TODAY - DAY, body_id=council)
    text = client.get("/this-week").text
    assert "No date is near" in text and "Nothing is late" in text


def test_the_day_of_a_promise_stands_among_the_dates_of_its_issue(app: Flask, client: Client) -> None:
    council, thread = make_body(app, "Council"), make_thread(app, "Keep Fridays")
    journey = make_journey(app, thread)
    make_deadline(app, journey, TODAY - 6 * DAY, body_id=council, text="Paint it")
    make_promise(app, council, thread, words="We will paint it.", due_on=TODAY - 6 * DAY)
    make_promise(app, council, thread, words="We will mend it.", due_on=TODAY + 4 * DAY)
    make_promise(app, council, thread, words="We did it.", due_on=TODAY + 5 * DAY, stage="says-done")
    (card,) = client.get(f"/issues/{thread}-keep-fridays").all(".//section[@aria-labelledby='dates']")
    text = " ".join("".join(card.itertext()).split())
    assert text.index("Council promised: We will paint it.") < text.index("Council promised: We will mend it.")
    assert "6 days late" in text and "4 days" in text and "Paint it" not in text and "We did it." not in text
