"""What packs say is found by the search of the site: topics first, then how it is decided, then what people write."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from decisions.packs.models import Entry
from forum import clock
from forum.db import db
from forum.search import actions
from tests.client import Client
from tests.make import make_thread
from tests.packs import load_england
from tests.queries import counted


def titles(client: Client, question: str, kind: str = "") -> list[tuple[str, str]]:
    """What is found, in its order: the words of each link, and where it leads."""
    links = client.get(f"/search?q={question}&kind={kind}").all(".//p[@class='result-title']/a")
    return [("".join(one.itertext()), str(one.get("href"))) for one in links]


def test_a_topic_and_its_answer_come_before_what_people_write(app: Flask, client: Client) -> None:
    load_england(app)
    for number in range(3):
        make_thread(app, f"Day centre {number}: our day centre", text="day centre " * 9)
    app.test_cli_runner().invoke(args=["forum", "reindex"])
    found = titles(client, "day+centre")
    assert found[:2] == [
        ("Day centres", "/who-decides/ask/day-centres"),
        ("Closing a council day centre", "/who-decides/how/close-day-centre"),
    ]
    assert any(title.startswith("Day centre 0") for title, _address in found[2:])


@pytest.mark.parametrize(
    ("question", "kind", "address"),
    [
        ("my+lift", "topic", "/who-decides/ask/community-transport"),
        ("close+day+centre", "pathway", "/who-decides/how/close-day-centre"),
        ("lunch+club", "start", "/who-decides/start/lunch-club"),
        ("freedom+of+information", "rule", "/who-decides/clock/foi.reply"),
        ("quorate", "word", "/words/quorum"),
        ("speak+at+a+meeting", "guide", "/who-decides/taking-part/speak-at-a-meeting"),
        ("first+meeting", "practice", "/who-decides/practice/first-time-in-the-public-seats"),
        ("vote+in+the+room", "banner", "/who-decides/law#"),
        ("advocate", "right", "/who-decides/rights#"),
    ],
)
def test_each_kind_leads_to_its_page(app: Flask, client: Client, question: str, kind: str, address: str) -> None:
    load_england(app)
    found = [url for _title, url in titles(client, question, kind)]
    assert any(url.startswith(address) for url in found), found
    if "#" in address:
        path, _sign, ident = next(url for url in found if url.startswith(address)).partition("#")
        assert client.get(path).all(f".//*[@id='{ident}']")


def test_what_has_ended_or_not_begun_is_not_found(app: Flask, client: Client) -> None:
    load_england(app)
    day = timedelta(days=1)
    for name, moved in (("valid_to", clock.today() - day), ("valid_from", clock.today() + day)):
        assert titles(client, "quorate", "word")
        with app.app_context():
            row = db.session.scalars(select(Entry).where(Entry.ident == "quorum")).one()
            before, row.data = row.data, {**row.data, name: moved.isoformat()}
            db.session.commit()
            assert not titles(client, "quorate", "word")
            row.data = before
            db.session.commit()


def test_words_changed_here_are_found_and_nothing_else_is_written(app: Flask, client: Client) -> None:
    load_england(app)
    assert not titles(client, "bandicoot")
    with app.app_context():
        row = db.session.scalars(select(Entry).where(Entry.kind == "topic", Entry.ident == "day-centres")).one()
        row.data = {**row.data, "words": [*row.data["words"], "bandicoot"]}
        db.session.flush()
        actions.follow_all("topic")
        db.session.commit()
        with counted(app) as asked:
            actions.follow_all("topic")
    assert titles(client, "bandicoot") == [("Day centres", "/who-decides/ask/day-centres")]
    assert not any("INSERT" in one for one in asked) and len(asked) <= 4
