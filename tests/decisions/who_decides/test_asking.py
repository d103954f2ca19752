"""The guided question on pages: found in everyday words, answered by links, ends with who decides."""

import re

import pytest
from flask import Flask

from decisions.packs import files
from tests import packs
from tests.client import Client
from tests.make import make_person
from tests.packs import load_england
from tests.queries import counted

PUBLIC_ISSUE = re.compile(r'href="/issues/(?:new|write)[^"]*"')


def main_part(text: str) -> str:
    """The page without its frame: "Raise something" stands on every page."""
    return text[text.index("<main") : text.index("</main>")]


def test_words_lead_to_a_topic_and_nothing_is_lost(app: Flask, client: Client) -> None:
    load_england(app)
    page = client.get("/who-decides?q=close+a+day+centre")
    assert page.links()["Day centres"] == "/who-decides/ask/day-centres"
    nothing = client.get("/who-decides?q=xylophone")
    assert "We found nothing for these words" in nothing.text and 'value="xylophone"' in nothing.source


def test_an_empty_place_says_what_would_be_here(client: Client) -> None:
    page = client.get("/who-decides")
    assert "No bodies are listed yet" in page.text


def test_answers_lead_to_who_decides(app: Flask, client: Client) -> None:
    load_england(app)
    question = client.get("/who-decides/ask/day-centres")
    found = next(url for url in question.links().values() if url.startswith("/who-decides/ask/day-centres/"))
    answer = client.get(found)
    assert "Closing a council day centre" in answer.text
    assert "Step by step: what usually happens" in answer.text and "If they say no" in answer.text
    assert "What you told us" in answer.text and "Last checked" in answer.text and "This looks wrong" in answer.text


@pytest.mark.parametrize(
    "address",
    ["/who-decides/ask/none", "/who-decides/ask/day-centres/none", "/who-decides/how/none", "/who-decides/start/none",
     "/who-decides/clock/none", "/who-decides/power/none", "/who-decides/taking-part/none",
     "/who-decides/practice/none"],
)  # fmt: skip
def test_what_is_not_there_is_missing(app: Flask, client: Client, address: str) -> None:
    load_england(app)
    assert client.raw.get(address).status_code == 404


def test_one_persons_care_is_never_a_public_issue(app: Flask, client: Client) -> None:
    found = load_england(app)
    for ident, pathway in found["pathway"].items():
        text = main_part(client.get(f"/who-decides/how/{ident}").source)
        if pathway["about"] == "one-person":
            assert not PUBLIC_ISSUE.search(text), ident
            assert "it stays private" in text
        else:
            assert PUBLIC_ISSUE.search(text), ident


def test_what_nobody_decides_can_be_started(app: Flask, client: Client) -> None:
    for ident, start in load_england(app)["start"].items():
        page = client.get(f"/who-decides/start/{ident}")
        assert "Nobody needs to decide this: you can start it" in page.text
        write = client.get(page.links()["Find two others"])
        assert start["name"] in write.source


def test_safety_shows_numbers_before_anything_else(app: Flask, client: Client) -> None:
    load_england(app)
    text = main_part(client.get("/who-decides/how/safeguarding").source)
    assert 0 < text.index("tel:999") < text.index("tel:111") < text.index("Who can help")
    assert "<form" not in text and "keep a note" not in text


def test_safety_shows_the_lines_of_the_place(app: Flask, client: Client) -> None:
    packs.load(app, files.find("marlbrook"))
    text = main_part(client.get("/who-decides/how/safeguarding").source)
    for number in ("01632960111", "01632960113", "01632960112"):  # adults, children, at night
        assert 0 < text.index("tel:999") < text.index(f"tel:{number}") < text.index("Who can help"), number
    assert "tel:01632960113" not in client.get("/who-decides/how/hospital-discharge").source


def test_a_council_that_decides_by_committee_sees_its_own_way(app: Flask, client: Client) -> None:
    load_england(app, governance="committee")
    assert "Cabinet (the leader" not in client.get("/who-decides/how/close-day-centre").text


def test_a_council_with_a_cabinet_sees_its_own_way(app: Flask, client: Client) -> None:
    load_england(app, governance="leader")
    text = client.get("/who-decides/how/close-day-centre").text
    assert "Cabinet (the leader" in text and "In a council that decides by committee" not in text
    assert "no cabinet" not in text


def test_a_long_answer_says_what_stands_on_it_and_nothing_twice(app: Flask, client: Client) -> None:
    load_england(app, governance="leader")
    page = client.get("/who-decides/how/close-day-centre")
    anchors = [url for url in page.links().values() if url.startswith("#")]
    assert "#if-no" in anchors and "#known" in anchors and any(url.startswith("#step-") for url in anchors)
    assert all(page.all(f".//*[@id='{url[1:]}']") for url in anchors)
    assert page.text.count("does not count as an official answer") == 1
    assert page.links()["Link to this answer"] == "/who-decides/how/close-day-centre"
    asked = client.get("/who-decides/how/ask-for-information").text
    assert "By law: 20 working days" not in asked and ": 20 working days. By law." in asked


def test_a_short_answer_has_no_list_of_itself(app: Flask, client: Client) -> None:
    load_england(app)
    assert "On this page" not in client.get("/who-decides/how/road-repair").text


@pytest.mark.parametrize(
    "address",
    ["/who-decides/how/close-day-centre", "/topics/day-centres", "/bodies/lgsco", "/who-decides/clock/foi.reply"],
)
def test_who_helps_run_the_place_changes_an_entry_from_its_page(app: Flask, client: Client, address: str) -> None:
    load_england(app)
    guest = client.get(address).links()
    assert client.get(guest["What changed here"]) and "Change this" not in guest
    helper = Client(app).sign_in(make_person(app, name="Dev", role="facilitator", employer="Marlbrook Voices"))
    helper.get(helper.get(address).links()["Change this"])


@pytest.mark.parametrize(
    "address",
    ["/who-decides", "/who-decides?q=bus", "/who-decides/ask/day-centres", "/who-decides/how/close-day-centre",
     "/who-decides/how/safeguarding", "/who-decides/clock/foi.reply?day=2026-11-22", "/topics/day-centres",
     "/who-decides/rights", "/who-decides/law", "/who-decides/taking-part", "/bodies/lgsco", "/bodies", "/topics",
     "/words", "/who-decides/start/lunch-club", "/who-decides/how/care-assessment-complaint",
     "/who-decides/taking-part/speak-at-a-meeting", "/who-decides/practice/first-time-in-the-public-seats",
     "/who-decides/power/day-centres.decides.cabinet"],
)  # fmt: skip
def test_pages_ask_the_database_little(app: Flask, client: Client, address: str) -> None:
    load_england(app, governance="leader")
    client.get(address)
    with counted(app) as asked:
        client.get(address)
    assert len(asked) <= 8
