"""Easy reading help: what can be chosen, what the browser keeps of it, and how pages then look."""

from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from forum.reading.looks import CHOICES, Look, look, read
from tests.client import HERE, Client

COOKIE = "doorway-reading"


def html_class(page_source: str) -> str:
    """The class of the page as a whole."""
    opening = page_source[page_source.index("<html") : page_source.index(">", page_source.index("<html"))]
    return opening.partition('class="')[2].partition('"')[0]


def test_what_is_chosen_shows_on_every_page_and_is_taken_off_again(app: Flask, client: Client) -> None:
    assert html_class(client.get("/").source) == ""
    page = client.get("/reading", headers={"Referer": "http://localhost/safety"})
    action, values = page.form()
    assert values["back"] == "/safety" and values["text"] == ""
    sent = client.post(action, {**values, "text": "larger", "space": "wide", "contrast": "strong"})
    assert sent.location == "/safety"
    kept = sent.answer.headers["Set-Cookie"]
    assert kept.startswith(f"{COOKIE}=larger.wide.strong;") and "HttpOnly" in kept and "SameSite=Lax" in kept
    for address in ("/", "/reading", "/issues", "/nowhere"):
        page = client.get(address, status=404 if address == "/nowhere" else 200)
        assert html_class(page.source) == "text-larger space-wide contrast-strong"
    assert client.get("/reading").form()[1]["text"] == "larger"
    back = client.post("/reading", {"key": "k", "text": "", "space": "", "contrast": "", "back": "/safety"})
    assert "Max-Age=0" in back.answer.headers["Set-Cookie"]
    assert html_class(client.get("/").source) == ""


def test_what_is_not_ours_is_the_usual_look_and_leads_nowhere_else(client: Client) -> None:
    sent = client.post("/reading", {"key": "k", "text": '"><script>', "space": "x", "back": "//elsewhere.example"})
    assert sent.location == "/" and "Max-Age=0" in sent.answer.headers["Set-Cookie"]
    assert client.post("/reading", {"key": "k"}).location == "/reading"
    elsewhere = client.raw.get("/reading", headers={"Referer": "https://elsewhere.example/x", **HERE})
    assert "elsewhere" not in elsewhere.get_data(as_text=True)
    client.raw.set_cookie(COOKIE, 'large"><script>.wide')
    assert html_class(client.get("/").source) == "space-wide"


def test_reading_sets_no_cookie(client: Client) -> None:
    assert "Set-Cookie" not in client.get("/reading").answer.headers


@given(st.builds(Look, *(st.sampled_from(sorted(words)) for words in CHOICES.values())))
def test_a_note_is_read_as_it_was_written(chosen: Look) -> None:
    assert read(chosen.note) == chosen
    assert chosen.usual == (chosen.classes == "")


@given(st.text())
def test_no_note_is_ever_a_fault(note: str) -> None:
    found = read(note)
    assert look({"text": found.text, "space": found.space, "contrast": found.contrast}) == found
