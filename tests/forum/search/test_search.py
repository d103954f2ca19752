"""Searching, on both databases, through a kind made for these tests."""

from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from flask import Flask

from forum import clock, subjects
from forum.access import Standing, is_moderator
from forum.db import begin_write, db
from forum.history.actions import record
from forum.markup import clean
from forum.refusal import Refusal
from forum.search import actions
from forum.search.queries import find, read_cursor
from tests.client import Client
from tests.make import make_person

STRANGE = [
    "",
    " ",
    '"',
    "'",
    "''\"\"",
    "*",
    "a*",
    "NEAR(a b)",
    "title:library",
    "-library",
    "a AND",
    "OR",
    "(((",
    "^x",
    "{a}: b",
    "a & | ! b <-> c",
    "\\",
    "%",
    "_",
    "\0",
    "a\0b",
    "\ufeff\u200b\u202e",
    "👩‍🦽🚌",
    "Ω≈ç√∫˜µ≤≥÷",
    "田中さんにあげて下さい",
    "مُنَاقَشَةُ سُبُلِ",
    "ﷺ",
    "'; DROP TABLE search_entry; --",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }} ${7*7} %(x)s %s {0}",
    "../../../etc/passwd",
    "1e5 0x1F 1/0 NaN Infinity -1 1.0.0",
    "http://a/%%30%30",
    "ẞ ŉ ǰ İ ı",
    "x" * 10_000,
    "a b " * 5_000,
    "🏳️‍🌈" * 5_000,
]


@dataclass
class Thing:
    """Something to be found."""

    id: int
    title: str
    text: str
    hidden: bool = False


@pytest.fixture
def things(app: Flask) -> dict[int, Thing]:
    """Things of a kind of their own, hidden ones for moderators only."""
    kept: dict[int, Thing] = {}

    def may_see(who: Standing, thing: Thing) -> Refusal | None:
        return Refusal("no") if thing.hidden and not is_moderator(who) else None

    def load(ids: Iterable[int]) -> dict[int, Thing]:
        return {one: kept[one] for one in ids if one in kept}

    entry = subjects.Subject(
        kind="thing",
        label="Thing",
        load=load,
        may_see=may_see,
        title=lambda thing: thing.title,
        address=lambda thing: ("search.results", {"thing": thing.id}),
        search=lambda thing: subjects.SearchText(thing.title, thing.text),
        all_ids=lambda: list(kept),
    )
    subjects.register(app, entry)
    return kept


def put(app: Flask, things: dict[int, Thing], *made: Thing) -> None:
    things.update({thing.id: thing for thing in made})
    with app.app_context():
        actions.index_many(("thing", thing.id, thing.title, thing.text) for thing in made)
        db.session.commit()


def found(app: Flask, *words: str, **more: object) -> list[int]:
    with app.app_context():
        return [hit.id for hit in find(words, ["thing"], **more)]  # type: ignore[arg-type]


def test_words_are_found_in_any_form_and_titles_come_first(app: Flask, things: dict[int, Thing]) -> None:
    put(
        app,
        things,
        Thing(1, "The bus", "It goes past the libraries and much else that has nothing to do with books."),
        Thing(2, "Our library", "It closes."),
        Thing(3, "Crisis café", "Open late."),
    )
    assert found(app, "library") == [2, 1]
    assert found(app, "closing") == [2]
    assert found(app, "cafe") == [3]
    assert found(app, "library", "bus") == [1]
    assert found(app, "library", "cafe", some=True) == [2, 3, 1] or set(found(app, "library", "cafe", some=True)) == {
        1,
        2,
        3,
    }
    assert found(app, "hospital") == []
    assert found(app) == []


def test_history_keeps_the_index(app: Flask, things: dict[int, Thing]) -> None:
    things[1] = Thing(1, "Pharmacy", "On Mill Lane")
    with app.app_context():
        record("made", ("thing", 1), by=None, on=clock.now())
        db.session.commit()
    assert found(app, "pharmacy") == [1]
    things[1].title = "Chemist"
    with app.app_context():
        record("changed", ("thing", 1), by=None, on=clock.now())
        db.session.commit()
    assert found(app, "pharmacy") == []
    assert found(app, "chemist") == [1]
    del things[1]
    with app.app_context():
        record("gone", ("thing", 1), by=None, on=clock.now())
        db.session.commit()
    assert found(app, "chemist") == []


def test_what_is_rolled_back_is_not_found(app: Flask, things: dict[int, Thing]) -> None:
    things[1] = Thing(1, "Pharmacy", "On Mill Lane")
    with app.app_context():
        begin_write()
        record("made", ("thing", 1), by=None, on=clock.now())
        db.session.rollback()
    assert found(app, "pharmacy") == []


def test_pages_follow_each_other_without_a_gap_or_a_double(app: Flask, things: dict[int, Thing]) -> None:
    put(app, things, *(Thing(n, f"Day centre {n % 3}", "day " * (n % 5)) for n in range(1, 56)))
    seen: list[int] = []
    with app.app_context():
        after = None
        while hits := find(["day"], ["thing"], 10, after):
            seen += [hit.id for hit in hits]
            after = hits[-1].cursor
    assert sorted(seen) == list(range(1, 56))


@pytest.mark.parametrize(
    "given", ["", "x", "1~", "~1", "nan~1", "inf~1", "0x1p99999~1", "1.5~9999999999999", "١~١", None]
)
def test_a_cursor_that_is_not_ours_is_none(given: str | None) -> None:
    assert read_cursor(given) is None


def test_the_page_shows_marks_and_pages(app: Flask, client: Client, things: dict[int, Thing]) -> None:
    put(app, things, *(Thing(n, f"Bus <b>{n}</b>", "The bus & the <script>alert(1)</script>") for n in range(1, 46)))
    page = client.get("/search?q=buses")
    assert len(page.all(".//ul[@class='results']/li")) == 20
    assert page.all(".//mark")[0].text == "Bus"
    assert not page.all(".//main//script") and "<script>alert(1)</script>" in page.text
    seen = len(page.all(".//ul[@class='results']/li"))
    while (more := page.links().get("Next page")) is not None:
        page = client.get(more)
        seen += len(page.all(".//ul[@class='results']/li"))
    assert seen == 45


def test_what_is_hidden_never_shows(app: Flask, client: Client, things: dict[int, Thing]) -> None:
    put(app, things, *(Thing(n, f"Secret {n}", "hush", hidden=True) for n in range(1, 60)), Thing(60, "Secret", "loud"))
    page = client.get("/search?q=secret")
    assert len(page.all(".//ul[@class='results']/li")) == 1 and "hush" not in page.text
    things[60].hidden = True
    page = client.get("/search?q=secret")
    assert "We found nothing" in page.text and "hush" not in page.text
    assert "Did you mean" not in client.get("/search?q=secrat").text
    boss = Client(app).sign_in(make_person(app, name="Mo", role="moderator"))
    assert len(boss.get("/search?q=secret").all(".//ul[@class='results']/li")) == 20


def test_some_of_the_words_are_better_than_nothing(app: Flask, client: Client, things: dict[int, Thing]) -> None:
    put(app, things, Thing(1, "Pharmacy", "It closes"), Thing(2, "Library", "It stays"))
    page = client.get("/search?q=how+can+I+stop+the+pharmacy+losing+its+elephant")
    assert "These have some of them" in page.text and "Pharmacy" in page.text and "Library" not in page.text


def test_a_typing_mistake_is_mended(app: Flask, client: Client, things: dict[int, Thing]) -> None:
    put(app, things, Thing(1, "Pharmacy", "It closes on Mill Lane"))
    page = client.get("/search?q=pharmcay+closes")
    assert "Did you mean pharmacy closes?" in page.text
    assert "Pharmacy" in client.get(page.links()["pharmacy closes"]).links()
    assert "Did you mean" not in client.get("/search?q=elephant").text


def test_a_kind_narrows_and_an_unknown_one_is_said(app: Flask, client: Client, things: dict[int, Thing]) -> None:
    put(app, things, Thing(1, "Pharmacy", "x"))
    assert "Pharmacy" in client.get("/search?q=pharmacy&kind=thing").links()
    assert "We found nothing" in client.get("/search?q=pharmacy&kind=body").text
    assert "We don’t know that kind" in client.get("/search?q=pharmacy&kind=%00%27").text


def test_nothing_typed_says_what_to_do(client: Client) -> None:
    assert "You can write a whole question" in client.get("/search").text


@pytest.mark.parametrize("field", ["q", "kind", "after"])
def test_strange_input_never_breaks_it(app: Flask, client: Client, things: dict[int, Thing], field: str) -> None:
    kept = [clean(words) for words in STRANGE]
    put(app, things, Thing(1, "Pharmacy", "x"), *(Thing(n, words[:80], words) for n, words in enumerate(kept, 2)))
    for strange in STRANGE:
        client.get("/search", query_string={"q": "pharmacy", field: strange})
    for before in ("all/", "some/", "all/0x1p0~"):
        client.get("/search", query_string={"q": "pharmacy x", "after": before + "x"})
    client.get("/search?q=%ff%fe%00&after=%ff")


def test_reindex_makes_it_anew(app: Flask, things: dict[int, Thing]) -> None:
    put(app, things, Thing(1, "Pharmacy", "x"), Thing(2, "Gone", "x"))
    del things[2]
    things[3] = Thing(3, "Library", "x")
    answer = app.test_cli_runner().invoke(args=["forum", "reindex"])
    assert "thing: 2" in answer.output
    assert (found(app, "pharmacy"), found(app, "library"), found(app, "gone")) == ([1], [3], [])


def test_removing_leaves_no_word_behind(app: Flask, things: dict[int, Thing]) -> None:
    put(app, things, Thing(1, "Zebra", "x"), Thing(2, "Library", "x"))
    with app.app_context():
        actions.remove("thing", 1)
        actions.tidy()
        db.session.commit()
        name = (
            "search_vocabulary"
            if db.engine.dialect.name == "sqlite"
            else "ts_stat('SELECT spelling FROM search_entry')"
        )
        words = [row[0] for row in db.session.execute(db.text(f"SELECT * FROM {name}"))]
    assert "zebra" not in words and "library" in words
