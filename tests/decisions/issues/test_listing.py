"""The issue list: what stands in a row, filters one by one, pages, few queries."""

from datetime import timedelta

import pytest
from flask import Flask

from decisions.issues.queries import read_cursor
from forum import clock
from tests.client import Client
from tests.make import (
    ago,
    make_area,
    make_body,
    make_byline,
    make_community,
    make_deadline,
    make_journey,
    make_open,
    make_stop,
    make_thread,
    make_topic,
    make_way,
)
from tests.page import Page
from tests.queries import counted

TODAY = clock.today()
DAY = timedelta(days=1)


def titles(page: Page) -> list[str]:
    """The titles of the issues on a page."""
    return ["".join(one.itertext()).strip() for one in page.all(".//ul[@class='entries']/li/div/h2")]


def test_an_empty_list_says_what_to_do(client: Client) -> None:
    page = client.get("/issues")
    assert "Nobody has raised anything yet" in page.text and page.links()["Raise something"]


def test_a_row_says_where_it_is_who_has_it_and_what_is_next(app: Flask, client: Client) -> None:
    thread = make_thread(app, "Keep Fridays", post_count=3, affected_count=41)
    cabinet = make_body(app, "Cabinet", short="the Cabinet")
    journey = make_journey(app, thread, stage="agenda", news_on=TODAY - 3 * DAY)
    stop = make_stop(app, journey, cabinet)
    make_open(app, journey, stop, cabinet, since=TODAY - 5 * DAY, due_on=TODAY + 9 * DAY)
    make_way(app, stop, "Send a question", until=TODAY + 4 * DAY)
    text = client.get("/issues").text
    assert "On a meeting agenda" in text
    assert "The Cabinet has had it for 5 days." in text
    assert "Next date: " in text and ". Send a question." in text
    assert "3 replies" in text and "41 people say it affects them" in text


def test_talk_without_a_journey_is_listed_too(app: Flask, client: Client) -> None:
    make_thread(app, "Just talk", kind="question")
    page = client.get("/issues")
    assert titles(page) == ["Just talk"] and "Being talked about here" in page.text and "question" in page.text


@pytest.mark.parametrize("state", ["waiting", "hidden", "withdrawn"])
def test_what_is_not_shown_is_not_listed(app: Flask, client: Client, state: str) -> None:
    make_thread(app, "Secret", state=state)
    assert titles(client.get("/issues")) == []


def test_late_is_said_of_a_body_that_joined_and_never_of_what_is_usual(app: Flask, client: Client) -> None:
    joined, outside = make_body(app, "Council"), make_body(app, "Surgery", joined=False)
    for title, body, more in (
        ("Late", joined, {}),
        ("Usual", joined, {"basis": "typical"}),
        ("Not joined", outside, {}),
        ("Dropped", joined, {"dropped_at": clock.now()}),
        ("Not yet", joined, {"due_on": TODAY}),
    ):
        journey = make_journey(app, make_thread(app, title))
        values = {"due_on": TODAY - 6 * DAY, **more}
        make_deadline(app, journey, body_id=body, **values)
    ended = make_journey(app, make_thread(app, "Ended"), stage="not-taken")
    make_deadline(app, ended, TODAY - 6 * DAY, body_id=joined)
    page = client.get("/issues?late=1")
    assert titles(page) == ["Late"] and "6 days late Publish the costs" in page.text
    assert client.get("/issues").text.count("days late") == 1


def test_each_filter_finds_its_own(app: Flask, client: Client) -> None:
    bus, area, deaf, cabinet = make_topic(app, "Buses"), make_area(app), make_community(app), make_body(app, "Cabinet")
    one = make_thread(app, "One", topic_id=bus, area_id=area, community_id=deaf, kind="idea")
    make_thread(app, "Other")
    journey = make_journey(app, one, stage="waiting")
    stop = make_stop(app, journey, cabinet, role="reply")
    make_open(app, journey, stop, cabinet, waiting=True)
    make_way(app, stop, until=TODAY + 7 * DAY)
    for wanted in (
        "topic=buses",
        "place=riverside",
        "community=deaf-people",
        "body=cabinet",
        "stage=waiting",
        "kind=idea",
        "waiting=1",
        "act=1",
        "topic=buses&place=riverside&community=deaf-people&body=cabinet&stage=waiting&kind=idea&waiting=1&act=1",
    ):
        page = client.get(f"/issues?{wanted}")
        assert titles(page) == ["One"], wanted
        assert "Was" not in page.text and "Take off" in page.text
    assert titles(client.get("/issues?stage=talking")) == ["Other"]
    assert titles(client.get("/issues?kind=offer")) == []
    assert "No issue is like this now" in client.get("/issues?kind=offer").text


def test_each_way_to_act_this_week(app: Flask, client: Client) -> None:
    cabinet = make_body(app, "Cabinet")

    def issue(title: str, *, stage: str = "sent") -> tuple[int, int]:
        journey = make_journey(app, make_thread(app, title, created_at=ago(len(title))), stage=stage)
        return journey, make_stop(app, journey, cabinet, role="consult")

    make_way(app, issue("Way")[1], until=TODAY)
    make_way(app, issue("Way past")[1], until=TODAY - DAY)
    make_way(app, issue("Way far off")[1], until=TODAY + 8 * DAY)
    make_way(app, issue("Way at any time")[1])
    make_way(app, issue("Way ended", stage="finished")[1], until=TODAY)
    make_deadline(app, issue("People")[0], TODAY + 7 * DAY)
    make_deadline(app, issue("Body’s")[0], TODAY + 7 * DAY, body_id=cabinet)
    for title, since, due in (("Asks", 0, 30), ("Asks later", 1, 5), ("Asked before", -9, -1)):
        journey, stop = issue(title)
        make_open(app, journey, stop, cabinet, since=TODAY + since * DAY, due_on=TODAY + due * DAY)
    assert set(titles(client.get("/issues?act=1"))) == {"Way", "People", "Asks"}


def test_a_filter_is_taken_off_by_its_link(app: Flask, client: Client) -> None:
    make_topic(app, "Buses")
    page = client.get("/issues?topic=buses&late=1")
    links = page.links()
    assert links["Take off Topic: Buses"] == "/issues?late=1"
    assert links["Take off Late"] == "/issues?topic=buses"
    assert links["Take all off"] == "/issues"


@pytest.mark.parametrize("wanted", ["topic=nothing", "stage=x", "kind=", "late=2", "body=%00", "place='\"<b>"])
def test_what_is_not_ours_is_said(app: Flask, client: Client, wanted: str) -> None:
    make_thread(app, "One")
    page = client.get(f"/issues?{wanted}")
    if wanted == "kind=":
        assert titles(page) == ["One"]
    else:
        assert titles(page) == [] and "We don’t know one of the things you chose" in page.text


def test_keys_that_are_not_ours_are_left_out(app: Flask, client: Client) -> None:
    make_thread(app, "One")
    assert titles(client.get("/issues?fbclid=1&after=&after=2&_external=1&_anchor=x")) == ["One"]


def test_pages_hold_twenty_and_miss_nothing(app: Flask, client: Client) -> None:
    by, topic, same = make_byline(app), make_topic(app), ago(3)
    for n in range(45):
        on = same if 10 <= n < 35 else ago(n)
        make_thread(app, f"Issue {n}", byline_id=by, topic_id=topic, created_at=on)
    page = client.get("/issues")
    seen = titles(page)
    assert len(seen) == 20
    while (more := page.links().get("Next page")) is not None:
        if len(seen) == 20:
            make_thread(app, "New", byline_id=by, topic_id=topic)
        page = client.get(more)
        seen += titles(page)
    assert len(seen) == 45 and len(set(seen)) == 45 and "New" not in seen
    assert titles(client.get("/issues"))[0] == "New"
    beyond = client.get("/issues?after=1~1")
    assert "There are no more issues" in beyond.text and beyond.links()["Back to the first page"] == "/issues"


def test_a_move_brings_an_issue_to_the_top_across_pages(app: Flask, client: Client) -> None:
    by, topic = make_byline(app), make_topic(app)
    for n in range(1, 31):
        thread = make_thread(app, f"Issue {n}", byline_id=by, topic_id=topic, created_at=ago(n))
        if n % 3 == 0:
            make_journey(app, thread, moved_at=ago(60 if n % 2 else 0))
    page = client.get("/issues")
    seen = titles(page)
    assert set(seen[:5]) == {f"Issue {n}" for n in (6, 12, 18, 24, 30)} and seen[5:8] == [
        "Issue 1",
        "Issue 2",
        "Issue 3",
    ]
    seen += titles(client.get(page.links()["Next page"]))
    assert len(seen) == len(set(seen)) == 30


STRANGE = [
    "\0",
    "'\"<b>&",
    "%00%ff",
    "\u202e\ufeff",
    "👩‍🦽",
    "x" * 10_000,
    "1;drop table thread",
    "{{7*7}}",
    "../..",
    "٣",
]


@pytest.mark.parametrize(
    "key", ["topic", "place", "community", "body", "stage", "kind", "act", "waiting", "late", "after"]
)
def test_strange_input_never_breaks_it(app: Flask, client: Client, key: str) -> None:
    make_thread(app, "One")
    for strange in STRANGE:
        client.get("/issues", query_string={key: strange})
    client.get(f"/issues?{key}=%ff%fe&{key}=&{key}[]=1")


@pytest.mark.parametrize("given", ["", "x", "1", "1~", "~1", "9" * 30 + "~1", "1~" + "9" * 12, "١~١", "-1~1"])
def test_a_cursor_that_is_not_ours_is_none(given: str) -> None:
    assert read_cursor(given) is None


def test_a_full_page_takes_few_queries(app: Flask, client: Client) -> None:
    by, topic, cabinet = make_byline(app), make_topic(app), make_body(app)
    for n in range(25):
        journey = make_journey(app, make_thread(app, f"Issue {n}", byline_id=by, topic_id=topic))
        stop = make_stop(app, journey, cabinet)
        make_open(app, journey, stop, cabinet)
        make_way(app, stop, until=TODAY + DAY)
        make_deadline(app, journey, TODAY - DAY, body_id=cabinet)
    app.extensions.pop("site", None)
    with counted(app) as statements:
        client.get("/issues")
    assert len(statements) <= 6, statements
    with counted(app) as statements:
        client.get("/issues?late=1&act=1&body=marlbrook-cabinet")
    assert len(statements) <= 6, statements
