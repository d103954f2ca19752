"""The address that checks a text: one object, nothing kept, and a sentence when the text is too long."""

from flask import Flask
from sqlalchemy import select

from decisions.packs import loading
from decisions.packs.files import find
from decisions.packs.models import Entry
from forum import clock
from forum.db import begin_write, db
from tests.client import Client
from tests.make import make_person

ADDRESS = "/plain-language/check"
KEYS = ["file", "sentences", "words", "syllables", "polysyllables", "fk", "smog", "reading_age", "findings"]


def load_words(app: Flask) -> None:
    """Load the England pack."""
    with app.app_context():
        begin_write()
        loading.load(find("england"), on=clock.now())
        db.session.commit()


def test_one_object(app: Flask, client: Client) -> None:
    answer = client.post(ADDRESS, {"text": "😀 We will utilise it."}, status=200).answer.get_json()
    assert sorted(answer) == sorted(KEYS)
    assert (answer["file"], answer["sentences"], answer["words"], answer["reading_age"]) == (None, 1, 4, None)
    (one,) = answer["findings"]
    assert list(one) == ["end", "reason", "start", "suggestion", "text", "type"]
    assert (one["type"], one["start"], one["end"], one["text"]) == ("jargon", 11, 18, "utilise")
    assert one["suggestion"] == "use"


def test_the_words_of_this_place_are_known(app: Flask, client: Client) -> None:
    def terms(text: str) -> list[str]:
        found = client.post(ADDRESS, {"text": text}, status=200).answer.get_json()["findings"]
        return [one["text"] for one in found if one["type"] == "term"]

    assert terms("A quorum, and zibbets.") == []
    load_words(app)
    assert terms("A quorum, and zibbets.") == ["quorum"]
    with app.app_context():
        begin_write()
        word = db.session.scalar(select(Entry).where(Entry.kind == "word", Entry.ident == "quorum"))
        assert word is not None
        word.data = {**word.data, "variants": ["zibbets"]}
        word.number += 1
        db.session.commit()
    assert terms("Zibbets.") == ["Zibbets"]


def test_too_long_is_refused_with_a_sentence(client: Client) -> None:
    assert client.post(ADDRESS, {"text": "word " * 20_000}, status=200).answer.get_json()["words"] == 20_000
    for text in ("word " * 20_001, "w" * 200_001, "é" * 100_001):
        answer = client.post(ADDRESS, {"text": text}, status=413).answer.get_json()
        assert "too long to check" in answer["error"]


def test_who_may_ask(app: Flask, client: Client) -> None:
    assert client.post(ADDRESS, {"text": "Words."}, status=200)  # signed out: nothing is kept
    client.sign_in(make_person(app))
    assert client.post(ADDRESS, {"text": "Words."}, status=200)
    client.post(ADDRESS, {"text": "Words.", "csrf_token": "none"}, status=400)
    client.post(ADDRESS, {"text": "Words."}, status=400, headers={"Sec-Fetch-Site": "cross-site"})
    client.get(ADDRESS, status=405)


def test_nothing_and_anything(client: Client) -> None:
    assert client.post(ADDRESS, {}, status=200).answer.get_json()["words"] == 0
    assert client.post(ADDRESS, {"text": "\0\ufeff<script>"}, status=200).answer.get_json()["sentences"] == 0
