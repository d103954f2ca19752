"""Editions that people made: who may put one there, what files are taken, how they are given, where they are linked."""

from io import BytesIO

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from decisions.editions.checking import LARGEST, media_of
from decisions.editions.forms import is_video_link
from decisions.editions.models import EditionFile
from forum.db import db
from forum.refusal import Refusal
from tests import make
from tests.client import Client
from tests.queries import counted

PDF = b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n%%EOF"


def helper(app: Flask, role: str | None = "facilitator") -> Client:
    return Client(app).sign_in(make.make_trusted(app, "Dev", role=role))


def bring(client: Client, address: str, content: bytes, *, status: int = 303, **typed: str) -> str:
    """Send a file as a browser would; return where it leads."""
    action, values = client.get(address).form()
    values |= {"made_by": "Speak Up Marlbrook", "sort": "easy-read", "lang": "en", **typed}
    values["file"] = (BytesIO(content), "../../evil name.exe")
    answer = client.post(action, values, status=status, content_type="multipart/form-data")
    return answer.location if status == 303 else answer.text


def test_an_easy_read_version_stands_at_the_top_and_is_only_ever_saved(app: Flask, client: Client) -> None:
    thread = make.make_thread(app, "Keep Fridays")
    made = bring(helper(app), f"/editions/issue/{thread}/new", PDF)
    issue = client.get(f"/issues/{thread}-keep-fridays")
    assert issue.links()["Easy Read"] == made and "file to print (PDF), 1 kB" in issue.text
    page = client.get(made)
    assert "Made by people: Speak Up Marlbrook." in page.text and "Put here by Dev" in page.text
    file = client.get(page.links()["Save the file"]).answer
    assert file.data == PDF and file.mimetype == "application/pdf"
    assert file.headers["Content-Disposition"] == 'attachment; filename="easy-read-1.pdf"'
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in file.headers["Content-Security-Policy"]


def test_a_text_is_shown_in_its_language_as_plain_words(app: Flask, client: Client) -> None:
    thread = make.make_thread(app, "Keep Fridays")
    text = b"Waxaan rabnaa <b>Jimcaha</b>"
    made = bring(helper(app), f"/editions/issue/{thread}/new", text, sort="translation", lang="so")
    page = client.get(made)
    assert 'lang="so">Waxaan rabnaa &lt;b&gt;Jimcaha&lt;/b&gt;</div>' in page.source
    assert client.get(f"{made}/file").answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "Somali" in client.get(f"/issues/{thread}-keep-fridays").links()


def test_officials_add_to_their_own_answers_alone(app: Flask, client: Client) -> None:
    thread, own, other = make.make_thread(app), make.make_body(app, "Council"), make.make_body(app, "Surgery")
    mine, theirs = make.make_answer(app, thread, own), make.make_answer(app, thread, other, number=3)
    joan = make.make_trusted(app, "Joan")
    make.make_affiliation(app, joan, own)
    official = Client(app).sign_in(joan)
    made = bring(official, f"/editions/answer/{mine}/new", PDF)
    official.get(f"/editions/answer/{theirs}/new", status=403)
    official.get(f"/editions/issue/{thread}/new", status=403)
    assert client.get(f"/issues/{thread}/answers/2").links()["Easy Read"] == made
    assert "Easy Read" not in client.get(f"/issues/{thread}/answers/3").links()
    client.get(f"/editions/answer/{mine + 100}/new", status=302)
    helper(app, None).get(f"/editions/answer/{mine}/new", status=403)


def test_a_signed_video_is_linked_with_what_it_says(app: Flask, client: Client) -> None:
    thread = make.make_thread(app, "Keep Fridays")
    sent = {"url": "https://www.bsl.example.org/v/1", "made_by": "Deaf Club", "words": "We want Fridays."}
    dev = helper(app)
    made = dev.send(f"/editions/issue/{thread}/video", **sent).location
    page = client.get(made)
    assert page.links()["Watch the video on bsl.example.org"] == sent["url"]
    assert "This leaves our site." in page.text and "We want Fridays." in page.text
    wrong = dev.send(f"/editions/issue/{thread}/video", **{**sent, "url": "http://bsl.example.org"}, status=400)
    assert "That is no safe address." in wrong.text and "We want Fridays." in wrong.text
    client.get(f"{made}/file", status=404)


def test_taken_off_its_file_is_gone(app: Flask, client: Client) -> None:
    thread = make.make_thread(app, "Keep Fridays")
    number = make.make_edition(app, thread)
    dev = helper(app)
    dev.send(f"/editions/{number}")
    assert "Easy Read" not in client.get(f"/issues/{thread}-keep-fridays").links()
    client.get(f"/editions/{number}", status=404)
    client.get(f"/editions/{number}/file", status=404)
    with app.app_context():
        assert db.session.get(EditionFile, number) is None


def test_what_is_wrong_is_said_and_what_was_typed_stays(app: Flask) -> None:
    dev, thread = helper(app), make.make_thread(app)
    page = bring(dev, f"/editions/issue/{thread}/new", b"GIF89a\x00\x01", status=409)
    assert "This is no file to print (PDF) and no plain text." in page
    assert "Write which language it is in." in bring(
        dev, f"/editions/issue/{thread}/new", PDF, status=400, lang="other", language=""
    )


def test_editions_cost_the_issue_page_one_query_and_only_if_there_are_any(app: Flask, client: Client) -> None:
    thread = make.make_thread(app, "Keep Fridays")
    client.get(f"/issues/{thread}-keep-fridays")
    with counted(app) as before:
        client.get(f"/issues/{thread}-keep-fridays")
    for _each in range(3):
        make.make_edition(app, thread)
    with counted(app) as after:
        client.get(f"/issues/{thread}-keep-fridays")
    assert len(after) == len(before) + 1


@pytest.mark.parametrize(
    ("content", "media"),
    [(PDF, "application/pdf"), (b"Plain words.\r\n", "text/plain"), ("\ufeffÜñï سلام".encode(), "text/plain")],
)
def test_what_is_taken(content: bytes, media: str) -> None:
    assert media_of(content) == media


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00",
        b"PK\x03\x04",
        b"\xff\xfe\x00h",
        b"%PDF-1.4 /JavaScript (app.alert(1))",
        b"%PDF-1.4 /Launch",
        b"x" * (LARGEST + 1),
    ],
)
def test_what_is_not_taken(content: bytes) -> None:
    with pytest.raises(Refusal):
        media_of(content)


@given(st.binary(max_size=300))
def test_no_file_is_ever_a_fault(content: bytes) -> None:
    try:
        assert media_of(content) in ("application/pdf", "text/plain")
    except Refusal:
        return


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org/v?x=1", True),
        ("https://example.org:443/v", True),
        ("http://example.org/", False),
        ("https://example.org:8443/", False),
        ("https://me@example.org/", False),
        ("https://localhost/", False),
        ("javascript:alert(1)", False),
        ("https://exämple.org/", False),
        ("https://example.org/a b", False),
        ("https://[::1", False),
        ("", False),
    ],
)
def test_which_addresses_a_video_may_have(address: str, safe: bool) -> None:
    assert is_video_link(address) is safe
