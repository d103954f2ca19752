"""Hard words through the pages: from A to Z, search, the page of each; suggested, explained, declined."""

from typing import Any

import pytest
from flask import Flask

from decisions.glossary.models import Suggestion
from decisions.glossary.naming import slug
from decisions.packs import queries as packs
from forum import clock
from forum.access import Role
from forum.db import db
from forum.words import known
from tests import make
from tests.client import Client
from tests.packs import load


def words(app: Flask) -> None:
    make.make_word(
        app, "quorum", "How many must be there.", variants=["quorate"], source="Common use", context="meetings"
    )
    make.make_word(app, "sar-data", "Asking for your data.", name="SAR", area="data")
    make.make_word(app, "sar-safety", "A look back.", name="Safety review", variants=["SAR"], area="safety")


def helper(app: Flask) -> Client:
    return Client(app).sign_in(make.make_person(app, name="Dev", role=Role.FACILITATOR, employer="Voices"))


def kept(app: Flask) -> list[Suggestion]:
    with app.app_context():
        return list(db.session.scalars(db.select(Suggestion).order_by(Suggestion.id)))


def test_words_stand_from_a_to_z_and_are_found(app: Flask, client: Client) -> None:
    words(app)
    page = client.get("/words")
    assert {"Q", "S"} <= set(page.links())
    assert "How many must be there." in page.text
    assert "Asking for your data." in client.get("/words?letter=S").text
    assert list(client.get("/words?q=QUORATE").links()).count("Quorum") == 1
    assert "Quorum" in client.get("/words?q=must be there").links()
    none = client.get("/words?q=bandicoot")
    assert none.links()["Suggest a word"] == "/words/suggest?word=bandicoot"


def test_a_word_has_its_page_and_its_other_meaning(app: Flask, client: Client) -> None:
    words(app)
    page = client.get("/words/sar-data")
    assert page.links()["Safety review"] == "/words/sar-safety"
    text = client.get("/words/quorum").text
    for said in ("How many must be there.", "quorate", "meetings", "Common use", "What changed here"):
        assert said in text
    client.get("/words/moon", status=404)


def test_anyone_suggests_a_word_once(app: Flask, client: Client) -> None:
    words(app)
    client.send("/words/suggest", word="Block  contract", plain="One price.", met="A letter")
    one = kept(app)[0]
    assert (one.word, one.key, one.person_id) == ("Block contract", "block contract", None)
    again = client.send("/words/suggest", word="BLOCK CONTRACT", status=409)
    assert "Somebody suggested this word before you." in again.text
    assert "explained here already" in client.send("/words/suggest", word="Quorate", status=409).text
    assert "Write the word." in client.send("/words/suggest", word=" ", plain="Kept.", status=400).text
    assert len(kept(app)) == 1


def test_a_facilitator_explains_it_and_it_is_there_at_once(app: Flask, client: Client) -> None:
    load(app)
    client.send("/words/suggest", word="Block contract", plain="One price.")
    dev = helper(app)
    assert "Somebody asks what this means: Block contract" in dev.get("/to-do").text
    address = f"/words/suggested/{kept(app)[0].id}"
    bare = dev.send(address, outcome="add", plain="", reason="Asked for", status=400)
    assert "Write what it means." in bare.text
    given: dict[str, Any] = {
        "outcome": "add",
        "plain": "One price for all.",
        "variants": "block contracts\n\nblock deal",
    }
    dev.send(address, **given, reason="Asked for")
    assert kept(app)[0].outcome == "added"
    page = client.get("/words/block-contract")
    assert "One price for all." in page.text
    assert "block deal" in page.text
    assert "Asked for" in client.get("/who-decides/history/word/block-contract").text
    assert "Block contract" in client.get("/safety/log").text
    with app.app_context():
        assert known.here().named("Block Deal")
        entry = packs.one("word", "block-contract")
        assert entry is not None
        assert entry.data["basis"] == "local"
    assert (
        "Somebody answered this already." in dev.post(address, {**given, "word": "x", "reason": "x"}, status=409).text
    )


def test_a_word_is_declined_with_a_reason_in_the_public_log(app: Flask, client: Client) -> None:
    client.send("/words/suggest", word="Moon")
    dev = helper(app)
    dev.send(f"/words/suggested/{kept(app)[0].id}", outcome="decline", reason="Everybody knows it")
    log = client.get("/safety/log").text
    assert "We did not explain a word that was suggested." in log
    assert "Everybody knows it" in log
    assert "Moon" not in dev.get("/to-do").text
    client.send("/words/suggest", word="Moon")  # another person may ask again
    assert len(kept(app)) == 2


def test_only_those_who_help_run_the_place_answer(app: Flask, client: Client) -> None:
    one = make.keep(app, Suggestion(word="Moon", key="moon", created_at=clock.now()))
    assert client.get(f"/words/suggested/{one}", status=302).location.startswith("/sign-in")
    member = Client(app).sign_in(make.make_person(app, name="Amina"))
    member.get(f"/words/suggested/{one}", status=403)
    member.post(f"/words/suggested/{one}", {"outcome": "add"}, status=403)
    helper(app).get("/words/suggested/404", status=404)


@pytest.mark.parametrize(
    ("word", "made"),
    [("Block contract", "block-contract"), ("Carer’s café", "carers-cafe"), ("中", "word"), ("Taken", "taken-2")],
)
def test_the_address_of_a_word_is_plain_and_not_taken(word: str, made: str) -> None:
    assert slug(word, {"taken"}) == made
