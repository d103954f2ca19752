"""A facilitator adds a source, brings a file, looks, says yes; says which body is which; pastes an agenda."""

from io import BytesIO

from flask import Flask

from decisions.imports.models import Brought, Source
from decisions.meetings.models import AgendaItem, Meeting
from forum import clock
from tests import make, packs
from tests.client import Client
from tests.decisions.imports.bringing import bring, make_source, sample
from tests.decisions.imports.test_keeping import MEETING, MEETINGS, all_of


def facilitator(app: Flask) -> Client:
    return Client(app).sign_in(make.make_person(app, name="Dev", role="facilitator"))


def send_file(client: Client, source: int, content: bytes, name: str = "meetings.xml", status: int = 303) -> str:
    page = client.get(f"/sources/{source}")
    action, values = page.form()
    values["file"] = (BytesIO(content), name)
    answer = client.post(action, values, status=status, content_type="multipart/form-data")
    return answer.location


def test_from_nothing_to_meetings(app: Flask) -> None:
    client, body = facilitator(app), make.make_body(app, "Audit Committee")
    assert "Nothing is brought in yet" in client.get("/sources").text
    client.post("/sources/new", {"key": "1", "name": "Manchester", "reader": "moderngov"})
    look = send_file(client, 1, sample(MEETINGS))
    page = client.get(look)
    assert "1 is new." in page.text
    assert "2 records wait" in page.text
    client.send(look)
    assert all_of(app, Brought) == []
    assert "say which of our bodies 1 body is" in client.get("/to-do").text
    page = client.get("/sources/1/bodies/1")
    assert f'<option selected value="{body}">' in page.source
    client.send("/sources/1/bodies/1")
    client.send(send_file(client, 1, sample(MEETINGS)))
    assert [one.body_id for one in all_of(app, Meeting)] == [body, body]
    assert "2 are new." in client.get("/sources/1").text
    assert "That is all for now" in client.get("/to-do").text
    assert "said which body one of Manchester is" in client.get("/safety/log").text


def test_no_is_no(app: Flask) -> None:
    client, source = facilitator(app), make_source(app)
    look = send_file(client, source, sample(MEETINGS))
    client.send(look, form=1)
    assert all_of(app, Brought) == []
    client.get(look, status=404)


def test_a_file_that_is_none_is_a_sentence(app: Flask) -> None:
    client, source = facilitator(app), make_source(app)
    page = client.get(send_file(client, source, b"<html>Not found</html>"))
    assert "This is a web page" in page.text
    client.post(f"/sources/{source}/bring", {"key": "1"}, status=400)
    page = client.get(send_file(client, source, b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'))
    assert "brings its own rules" in page.text


def test_a_pasted_agenda_is_looked_at_first(app: Flask) -> None:
    client, body = facilitator(app), make.make_body(app)
    meeting = make.make_meeting(app, body, clock.today())
    source = make_source(app, "text", "Agendas")
    text = "Agenda\n1. Minutes\nTo agree them.\n2. Day services\nA report."
    client.send(f"/sources/{source}", meeting=str(meeting), text=text)
    look = "/brought/1"
    assert "2 are new." in client.get(look).text
    client.send(look, form=2, text="1. Minutes\n\n2. Day services and day centres\nA report.")
    client.send(look)
    items = all_of(app, AgendaItem)
    assert [(one.number, one.title, one.agenda) for one in items] == [
        ("1", "Minutes", ""),
        ("2", "Day services and day centres", "A report."),
    ]
    client.send(
        f"/sources/{source}", meeting=str(meeting), minutes="y", text="1. Minutes\nAgreed.\n2. Day services\nNoted."
    )
    client.send("/brought/1" if not all_of(app, Brought) else f"/brought/{all_of(app, Brought)[0].id}")
    assert [(one.title, one.minutes) for one in all_of(app, AgendaItem)] == [
        ("Minutes", "Agreed."),
        ("Day services", "Noted."),
    ]


def test_a_new_body_has_the_kind_that_a_person_sets(app: Flask) -> None:
    packs.load(app)
    client, source = facilitator(app), make_source(app)
    bring(app, source, sample(MEETINGS), sample(MEETING))
    page = client.get("/sources/1/bodies/1")
    assert "Add it as a new body" in page.text
    client.send("/sources/1/bodies/1", form=1, status=400, kind="")


def test_reading_now_waits_for_the_next_minute(app: Flask) -> None:
    client = facilitator(app)
    source = make_source(app, address="https://democracy.example.org/")
    client.send(f"/sources/{source}")
    assert all_of(app, Source)[0].asked_at is not None
    assert "It is read within a few minutes" in client.get(f"/sources/{source}").text


def test_a_source_is_changed(app: Flask) -> None:
    client = facilitator(app)
    source = make_source(app, address="https://democracy.example.org/", every="day")
    make_source(app, name="Another")
    page = client.get(f"/sources/{source}/change")
    action, values = page.form()
    client.post(action, {**values, "every": "", "address": ""})
    (changed, _other) = all_of(app, Source)
    assert (changed.every, changed.address, changed.reader) == ("", "", "moderngov")
    assert (
        "There is a source with this name already."
        in client.post(action, {**values, "name": "Another"}, status=409).text
    )
    assert "it needs an address" in client.post(action, {**values, "address": "", "key": "3"}, status=409).text


def test_others_see_none_of_it(app: Flask) -> None:
    source = make_source(app)
    Client(app).sign_in(make.make_person(app, name="Bo")).get(f"/sources/{source}", status=403)


def test_a_table_to_fill_in(app: Flask) -> None:
    answer = facilitator(app).raw.get("/sources/table/meeting.csv")
    assert answer.get_data(as_text=True).startswith('\ufeff"Id","Body","Meeting","Day"')
