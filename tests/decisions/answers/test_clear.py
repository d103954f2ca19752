"""Was this clear? Readers say so, once; the writer sees counts and words; what many pick waits to be explained."""

from typing import Any

import pytest
from flask import Flask

from decisions.answers.clear.models import ClearMark, Unclear
from decisions.answers.clear.picking import choices, phrases
from decisions.glossary.models import Suggestion
from forum.access import Role
from forum.db import db
from tests import make
from tests.client import Client
from tests.queries import counted

TEXT = "Yes, we will. It needs a block contract first."


class Read:
    """An official answer, and where readers say if it was clear."""

    def __init__(self, app: Flask) -> None:
        self.thread, self.body = make.make_thread(app), make.make_body(app, "Council")
        self.post = make.make_answer(app, self.thread, self.body, TEXT)
        self.address = f"/posts/{self.post}/clear"
        self.issue = f"/issues/{self.thread}-keep-the-day-centre-open"


@pytest.fixture
def read(app: Flask) -> Read:
    return Read(app)


def rows(app: Flask, kind: Any) -> list[Any]:
    with app.app_context():
        return list(db.session.scalars(db.select(kind).order_by(kind.id)))


def picks(client: Client, read: Read, *words: str) -> None:
    client.send(read.address, said="part", sentence="2")
    client.send(f"{read.address}/words?sentence=2", words=list(words))


def test_the_words_of_a_sentence_and_what_was_picked() -> None:
    sentence = "The terms of reference and the block contract (2026) hold."
    assert choices(sentence) == [(1, "terms"), (3, "reference"), (6, "block"), (7, "contract"), (9, "hold")]
    assert phrases(sentence, [7, 6, 1, 3]) == ["terms of reference", "block contract"]
    assert phrases(sentence, [1, 7]) == ["terms", "contract"]
    assert phrases(sentence, [99, -1]) == []


def test_a_guest_is_asked_under_the_answer_and_counts_once(app: Flask, read: Read, client: Client) -> None:
    page = client.get(read.issue)
    assert page.links()["Not all of it: 2"] == f"{read.address}?said=part"
    assert "Set-Cookie" not in page.answer.headers
    assert client.get(f"{read.address}?said=part").form()[1]["said"] == "part"
    sent = client.send(read.address, said="yes")
    assert sent.location == f"/posts/{read.post}"
    assert "HttpOnly" in sent.answer.headers["Set-Cookie"]
    client.send(read.address, said="part")
    assert [one.said for one in rows(app, ClearMark)] == ["part"]
    Client(app).send(read.address, said="yes")
    assert len(rows(app, ClearMark)) == 2
    assert "Choose one." in client.post(read.address, {"said": "moon"}, status=400).text


def test_a_sentence_then_its_words(app: Flask, read: Read, client: Client) -> None:
    sent = client.send(read.address, said="part", sentence="2")
    assert sent.location == f"{read.address}/words?sentence=2"
    assert [(one.sentence, one.words) for one in rows(app, Unclear)] == [(2, "")]
    client.send(f"{read.address}/words?sentence=2", words=["3", "4"])
    assert [(one.sentence, one.words) for one in rows(app, Unclear)] == [(2, "block contract")]
    client.send(read.address, said="yes")
    assert rows(app, Unclear) == []


def test_odd_sentences_are_refused_and_words_need_a_mark(app: Flask, read: Read, client: Client) -> None:
    odd = client.post(read.address, {"said": "part", "sentence": "77"}, status=409)
    assert "That sentence is not there." in odd.text
    assert client.get(f"{read.address}/words?sentence=1", status=302).location == read.address
    assert client.post(f"{read.address}/words", {"sentence": "1", "words": ["0"]}, status=303).location == read.address
    client.send(read.address, said="part", sentence="1")
    client.post(f"{read.address}/words", {"sentence": "9", "words": ["0"]}, status=409)
    assert rows(app, Suggestion) == []


def test_only_an_answer_that_all_can_read_is_asked_about(app: Flask, read: Read, client: Client) -> None:
    own_view = make.make_post(app, read.thread, "My own view.", number=3)
    hidden = make.make_answer(app, read.thread, read.body, number=4, state="hidden")
    for post in (own_view, hidden, 9_999):
        client.get(f"/posts/{post}/clear", status=404)
        client.post(f"/posts/{post}/clear", {"said": "yes"}, status=404)


def test_the_writer_sees_counts_and_words_and_no_name(app: Flask, read: Read, client: Client) -> None:
    ada = make.make_person(app, name="Ada Unseen")
    picks(Client(app).sign_in(ada), read, "3", "4")
    picks(client, read, "3", "4")
    Client(app).send(read.address, said="yes")
    helen = make.make_person(app, name="Helen")
    make.make_affiliation(app, helen, read.body)
    writer = Client(app).sign_in(helen)
    assert writer.get(read.issue).links()["What readers said of this answer: 2"] == f"{read.address}/heard"
    text = writer.get(f"{read.address}/heard").text
    for said in (
        "1 reader says that it was clear.",
        "2 readers say that not all of it was.",
        "block contract",
        "2 readers chose",
    ):
        assert said in text
    assert "Ada Unseen" not in text
    assert client.get(f"{read.address}/heard", status=302).location.startswith("/sign-in")
    Client(app).sign_in(ada).get(f"{read.address}/heard", status=403)


def test_a_word_that_many_pick_waits_to_be_explained(app: Flask, read: Read) -> None:
    readers = [Client(app) for _ in range(3)]
    for number, reader in enumerate(readers):
        assert len(rows(app, Suggestion)) == 0, number
        picks(reader, read, "3", "4")
    (one,) = rows(app, Suggestion)
    assert (one.word, one.by_readers, one.met) == ("block contract", True, "An answer of the Council")
    dev = Client(app).sign_in(make.make_person(app, name="Dev", role=Role.FACILITATOR, employer="Voices"))
    assert "Readers did not understand this: block contract" in dev.get("/to-do").text
    dev.send(f"/words/suggested/{one.id}", outcome="decline", reason="The answer explains it")
    picks(Client(app), read, "3", "4")
    assert len(rows(app, Suggestion)) == 1  # it was looked at


def test_a_word_that_is_explained_does_not_wait(app: Flask, read: Read) -> None:
    make.make_word(app, "block-contract", "One price.", name="Block contract")
    for _ in range(3):
        picks(Client(app), read, "3", "4")
    assert rows(app, Suggestion) == []


def test_hard_words_are_explained_in_what_an_organisation_says(app: Flask, read: Read, client: Client) -> None:
    make.make_word(app, "block-contract", "One price.", name="Block contract")
    make.make_post(app, read.thread, "No block contract please.", number=3)
    page = client.get(read.issue)
    marked = page.all(".//a[@class='term']")
    assert [one.get("href") for one in marked] == ["/words/block-contract"] * 2  # in its card, and as a reply
    assert page.all(".//*[@id='meaning-answer-2-0']") and page.all(".//*[@id='meaning-post-2-0']")
    assert [one for one in page.all(".//script") if "words.js" in one.get("src", "")]
    with counted(app) as statements:
        client.get(read.issue)
    assert not [one for one in statements if "FROM entry" in one]


def test_who_leaves_takes_what_they_said_along(app: Flask, read: Read) -> None:
    ada = make.make_person(app, name="Ada")
    mine = Client(app).sign_in(ada)
    picks(mine, read, "3", "4")
    with app.app_context():
        from forum import subjects

        assert subjects.get("clear_mark").export_for(ada)[0]["hard_words"] == ["block contract"]
        subjects.get("clear_mark").erase(ada)
        db.session.commit()
    assert rows(app, ClearMark) == rows(app, Unclear) == []
