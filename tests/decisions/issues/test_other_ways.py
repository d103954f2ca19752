"""An issue in other shapes: the short version, large print, one answer alone."""

from datetime import timedelta

from flask import Flask

from forum import clock
from tests import make, travel
from tests.client import Client
from tests.queries import counted


def issue(app: Flask) -> tuple[int, int]:
    thread, body = make.make_thread(app, "Keep Fridays"), make.make_body(app, "Cabinet", short="the Cabinet")
    _here, stop = travel.start_journey(app, thread, ("decide", body))
    travel.record(app, thread, "on-agenda", stop, planned_on=clock.today() + timedelta(days=9))
    make.make_way(app, stop, "Send a question", until=clock.today() + timedelta(days=4))
    make.make_answer(app, thread, body, "We will decide in the spring.")
    return thread, body


def test_the_short_version_says_what_the_panel_says(app: Flask, client: Client) -> None:
    thread, _body = issue(app)
    page = client.get(f"/issues/{thread}/short")
    assert "The Cabinet has it now." in page.text and "The Cabinet decides." in page.text
    assert "The decision is planned for" in page.text and "Send a question by" in page.text
    assert page.source.count('class="picture"') == 4
    assert "Easy Read" not in page.text
    assert page.links()["Read it all"] == f"/issues/{thread}-keep-fridays"
    whole = client.get(f"/issues/{thread}-keep-fridays")
    assert whole.links()["Short version"] == f"/issues/{thread}/short"


def test_a_short_version_without_a_route_still_says_what_you_can_do(app: Flask, client: Client) -> None:
    page = client.get(f"/issues/{make.make_thread(app)}/short")
    assert "It has not been sent to anyone yet." in page.text and "There is no date yet." in page.text
    assert "Write what you know in a reply here" in page.links()


def test_large_print_of_an_issue_and_of_an_answer(app: Flask, client: Client) -> None:
    thread, _body = issue(app)
    page = client.get(f"/issues/{thread}-keep-fridays")
    assert '<html lang="en-GB" dir="ltr">' in page.source
    large = client.get(page.links()["Large print"])
    assert '<html lang="en-GB" dir="ltr" class="large here">' in large.source
    assert large.links()["Usual size"] == f"/issues/{thread}-keep-fridays"
    answer = client.get(f"/issues/{thread}/answers/2?print=large")
    assert "We will decide in the spring." in answer.text and 'class="large here"' in answer.source
    assert 'data-listen="answer"' in answer.source
    client.get(f"/issues/{thread}/answers/1", status=404)  # the opening is no answer
    client.get(f"/issues/{thread}/answers/3", status=404)


def test_what_may_not_be_seen_has_no_other_shape(app: Flask, client: Client) -> None:
    hidden = make.make_thread(app, "Secret", state="hidden")
    client.get(f"/issues/{hidden}/short", status=404)
    client.get(f"/issues/{hidden}/answers/1", status=404)


def test_the_issue_page_takes_no_query_more(app: Flask, client: Client) -> None:
    thread, _body = issue(app)
    client.get(f"/issues/{thread}-keep-fridays")
    with counted(app) as statements:
        client.get(f"/issues/{thread}-keep-fridays")
    assert len([one for one in statements if one.startswith("SELECT")]) <= 6, statements
