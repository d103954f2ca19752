"""Home, the bodies and the topics."""

from datetime import timedelta

import pytest
from flask import Flask

from forum import clock
from forum.about.site import save
from forum.db import db
from tests.client import Client
from tests.make import (
    make_body,
    make_journey,
    make_move,
    make_open,
    make_person,
    make_stop,
    make_thread,
    make_topic,
    make_verdicts,
    make_way,
)
from tests.queries import counted

TODAY = clock.today()
DAY = timedelta(days=1)


def set_up(app: Flask) -> None:
    """Say which place this is."""
    with app.app_context():
        save({"place": "Marlbrook", "phone": "01632 960 000", "email": "hello@example.org"})
        db.session.commit()


def full(app: Flask) -> int:
    """A place with an issue before a body, one decided, one finished. Returns the body's id."""
    set_up(app)
    topic = make_topic(app, "Buses")
    council = make_body(app, "Council", decides="The budget.", advises="On buses.", how="Come along.")
    cabinet = make_body(app, "Cabinet", parent_id=council, decides="Most things.", joined=False)
    make_body(app, "Bus team", parent_id=cabinet)
    now = make_journey(app, make_thread(app, "Keep the 42", topic_id=topic, affected_count=5), stage="agenda")
    stop = make_stop(app, now, cabinet)
    make_open(app, now, stop, cabinet, since=TODAY - DAY, due_on=TODAY + DAY)
    make_way(app, stop, "Send a question", until=TODAY + DAY)
    done = make_journey(
        app,
        make_thread(app, "The 42 stops again", topic_id=topic, affected_count=23),
        stage="finished",
        outcome="agreed",
    )
    make_move(app, done, "agreed", stop_id=make_stop(app, done, cabinet), plain="The bus stops there again.")
    make_verdicts(app, done, *["changed"] * 4, "not-changed")
    return cabinet


def test_an_empty_place_leads_with_its_bodies(app: Flask, client: Client) -> None:
    set_up(app)
    assert "No bodies are listed yet" in client.get("/").text
    make_body(app, "Cabinet", how="Send a question.")
    page = client.get("/")
    assert "Who decides, and how can you have a say in Marlbrook?" in page.text
    assert "Send a question." in page.text and page.links()["Cabinet"] == "/bodies/cabinet"
    assert "You can act this week" not in page.text


def test_few_answers_are_not_split_on_the_first_page(app: Flask, client: Client) -> None:
    done = make_journey(app, make_thread(app, "The lift runs again"), stage="finished", outcome="agreed")
    make_verdicts(app, done, *["changed"] * 4)
    page = client.get("/").text
    assert "The lift runs again" in page and "say it changed" not in page


def test_home_shows_what_to_do_and_what_changed(app: Flask, client: Client) -> None:
    full(app)
    page = client.get("/")
    assert "2 issues: where each one is" in page.text
    assert "Send a question" in page.text and "tomorrow" in page.text
    assert "The 42 stops again" in page.text and "23 people said it affects them." in page.text
    assert "4 say it changed, 1 says it did not change." in page.text
    assert page.links()["Buses"] == "/topics/buses"


def test_an_administrator_is_told_that_the_place_is_not_set_up(app: Flask, client: Client) -> None:
    assert "not set up yet" not in client.get("/").text
    boss = Client(app).sign_in(make_person(app, name="Boss", role="administrator"))
    assert "not set up yet" in boss.get("/").text
    set_up(app)
    assert "not set up yet" not in boss.get("/").text


def test_home_lists_five_things_to_do_at_most_one_for_each_issue(app: Flask, client: Client) -> None:
    body = make_body(app)
    for n in range(7):
        stop = make_stop(app, make_journey(app, make_thread(app, f"Issue {n}")), body)
        make_way(app, stop, f"Way {n}", until=TODAY + DAY)
        make_way(app, stop, f"Other {n}", until=TODAY + 2 * DAY)
    page = client.get("/")
    assert len(page.all(".//li[@class='clock']")) == 5 and "Other" not in page.text


def test_bodies_stand_under_those_they_answer_to(app: Flask, client: Client) -> None:
    full(app)
    page = client.get("/bodies")
    tops = page.all(".//ul[@class='results']/li/h3")
    assert ["".join(one.itertext()) for one in tops] == ["Council"]
    assert ["".join(one.itertext()) for one in page.all(".//ul[@class='results']/li/ul/li/ul/li/h5")] == ["Bus team"]
    assert page.all(".//*[@id='a-to-z']") and "#who" in page.links().values()
    assert "/bodies" in client.get("/who-decides").links().values()


def test_bodies_that_answer_to_each_other_are_still_there(app: Flask, client: Client) -> None:
    from decisions.bodies.models import Body

    one = make_body(app, "One")
    two = make_body(app, "Two", parent_id=one)
    with app.app_context():
        db.session.get(Body, one).parent_id = two
        db.session.commit()
    assert {"One", "Two"} <= set(client.get("/bodies").links())
    client.get("/bodies/one")


def test_who_decides_without_bodies_says_so(client: Client) -> None:
    assert "No bodies are listed yet" in client.get("/who-decides").text
    assert "No bodies are listed yet" in client.get("/bodies").text
    assert "No topics are listed yet" in client.get("/topics").text
    assert "No words are explained here yet" in client.get("/words").text


def test_a_body_that_ended_is_not_listed_but_has_its_page(app: Flask, client: Client) -> None:
    make_body(app, "Old board", valid_to=TODAY - DAY)
    make_body(app, "Coming board", valid_from=TODAY + DAY)
    links = client.get("/bodies").links()
    assert "Old board" not in links and "Coming board" not in links
    assert "This body ended on" in client.get("/bodies/old-board").text


def test_a_body_says_what_it_decides_and_has_before_it(app: Flask, client: Client) -> None:
    full(app)
    page = client.get("/bodies/cabinet")
    assert "Most things." in page.text and "They have not joined; we write to them." in page.text
    assert "Keep the 42" in page.text and "The bus stops there again." in page.text and "Agreed" in page.text
    assert page.links()["Council"] == "/bodies/council" and page.links()["Bus team"] == "/bodies/bus-team"
    assert page.links()["Something wrong?"] == "/wrong?page=/bodies/cabinet&title=Cabinet"
    assert "Nobody has checked this page yet" in page.text
    council = client.get("/bodies/council")
    assert "On buses." in council.text and "No issue is with it now" in council.text
    assert "It has joined" in council.text and "Nothing is recorded here yet" in council.text


def test_who_speaks_for_a_body_is_a_post_never_a_name(app: Flask, client: Client) -> None:
    from decisions.bodies.models import Affiliation
    from tests.make import keep

    body = make_body(app, "Council")
    for name, more in (
        ("Helen", {"post": "Head of Day Services", "confirmed_at": clock.now()}),
        ("Unsure", {"post": "Not confirmed"}),
        ("Gone", {"post": "Left long ago", "confirmed_at": clock.now(), "until": TODAY - DAY}),
        ("Cllr", {"post": "Councillor for Mill Lane", "confirmed_at": clock.now(), "councillor": True}),
    ):
        keep(app, Affiliation(person_id=make_person(app, name=name), body_id=body, asked_at=clock.now(), **more))
    text = client.get("/bodies/council").text
    assert "Head of Day Services" in text and "Helen" not in text
    assert "Not confirmed" not in text and "Left long ago" not in text and "Councillor for" not in text


def test_when_and_by_which_source_it_was_checked(app: Flask, client: Client) -> None:
    make_body(app, "One", checked_on=TODAY, source="https://one.example.org/constitution", web="javascript:alert(1)")
    page = client.get("/bodies/one")
    assert "Last checked" in page.text
    assert page.links()["one.example.org/constitution"] == "https://one.example.org/constitution"
    assert not any("javascript" in link for link in page.links().values())


@pytest.mark.parametrize("slug", ["nothing", "%00", "a%00b", "'", "x" * 500, "👩", "..%2f..", "%ff"])
def test_a_body_or_topic_that_is_none_of_ours_is_not_found(client: Client, slug: str) -> None:
    client.get(f"/bodies/{slug}", status=404)
    client.get(f"/topics/{slug}", status=404)


def test_corrections_and_hearsay_do_not_count_as_decided(app: Flask, client: Client) -> None:
    body = make_body(app, "Cabinet")
    journey = make_journey(app, make_thread(app, "One"))
    stop = make_stop(app, journey, body)
    wrong = make_move(app, journey, "agreed", number=1, stop_id=stop, plain="We said it agreed.")
    make_move(app, journey, "corrected", number=2, corrects_id=wrong, becomes="refused", plain="It said no.")
    make_move(app, journey, "agreed", number=3, stop_id=stop, evidence="member-says", plain="Somebody says so.")
    never = make_move(app, journey, "refused", number=4, stop_id=stop, plain="It never was.")
    make_move(app, journey, "corrected", number=5, corrects_id=never, becomes="nothing", plain="Not at all.")
    text = client.get("/bodies/cabinet").text
    assert "It said no." in text and "Refused" in text
    assert "We said it agreed." not in text and "Somebody says so." not in text
    assert "It never was." not in text and "Not at all." not in text


def test_what_is_hidden_shows_nowhere(app: Flask, client: Client) -> None:
    body = make_body(app, "Cabinet")
    topic = make_topic(app, "Buses")
    journey = make_journey(
        app, make_thread(app, "Secret", state="hidden", topic_id=topic), stage="finished", outcome="agreed"
    )
    stop = make_stop(app, journey, body)
    make_open(app, journey, stop, body)
    make_move(app, journey, "agreed", stop_id=stop, plain="Hush.")
    make_way(app, stop, "Whisper", until=TODAY)
    for address in ("/", "/bodies/cabinet", "/topics/buses", "/who-decides"):
        text = client.get(address).text
        assert not any(word in text for word in ("Secret", "Hush.", "Whisper")), address


def test_a_topic_shows_its_issues_and_what_was_decided(app: Flask, client: Client) -> None:
    full(app)
    page = client.get("/topics/buses")
    assert "Keep the 42" in page.text and "The bus stops there again." in page.text
    assert page.links()["the Cabinet"] == "/bodies/cabinet"
    make_topic(app, "Quiet")
    assert "Nobody has raised anything about this yet" in client.get("/topics/quiet").text


def test_bodies_are_found_by_search_after_reindex(app: Flask, client: Client) -> None:
    make_body(app, "Cabinet", decides="Closures of libraries.")
    app.test_cli_runner().invoke(args=["forum", "reindex"])
    assert client.get("/search?q=library+closure").links()["Cabinet"] == "/bodies/cabinet"


@pytest.mark.parametrize("address", ["/", "/who-decides", "/bodies", "/bodies/cabinet", "/topics/buses"])
def test_each_page_takes_few_queries(app: Flask, client: Client, address: str) -> None:
    full(app)
    app.extensions["some_meetings"] = (0.0, True)  # asked once in the life of a process
    app.extensions.pop("site", None)
    with counted(app) as statements:
        client.get(address)
    assert len(statements) <= 8, statements


def test_an_empty_home_takes_few_queries(app: Flask, client: Client) -> None:
    make_body(app)
    with counted(app) as statements:
        client.get("/")
    assert len(statements) <= 8, statements


def test_the_menu_marks_one_entry_the_page_or_its_part(app: Flask, client: Client) -> None:
    make_body(app, "Cabinet")
    current = {"/": [], "/issues": ["page"], "/this-week": ["page"], "/who-decides": ["page"]}
    current |= {"/bodies/cabinet": ["true"], "/search": []}
    for address, marks in current.items():
        found = [a.get("aria-current") for a in client.get(address).all(".//nav//a") if a.get("aria-current")]
        assert found == marks, address


def test_who_works_for_a_body_reads_how_to_answer(app: Flask, client: Client) -> None:
    make_body(app, "Surgery", joined=False)
    links = client.get("/bodies/surgery").links()
    assert links["Answer here yourself"] == "/me/organisation"
    assert links["Can I get into trouble for this?"] == "/your-job"
