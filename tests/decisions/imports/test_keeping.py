"""What is brought in becomes rows; a second time nothing changes; what people wrote stays."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from decisions.imports.models import Origin, Run
from decisions.meetings.models import AgendaItem, Attendance, Decision, Document, Meeting
from decisions.packs.models import Entry
from forum import clock
from forum.db import begin_write, db
from tests import make
from tests.decisions.imports.bringing import bring, make_source, match, sample

COMMITTEES, MEETINGS = "GetCommittees_manchester.xml", "GetMeetings_manchester.xml"
MEETING, DECISIONS = "GetMeeting_manchester_4967.xml", "mgDelegatedDecisions_list_kirklees.html"
POPOLO = "au_TAS_local_councillors_popolo.json"


def audit(app: Flask) -> tuple[int, int]:
    """A source whose audit committee is matched; its id and the body's."""
    source, body = make_source(app), make.make_body(app, "Audit committee")
    bring(app, source, sample(COMMITTEES))
    match(app, source, "144", body)
    return source, body


def all_of(app: Flask, model: Any) -> list[Any]:
    with app.app_context():
        return list(db.session.scalars(select(model).order_by(model.id)))


def write(app: Flask, model: Any, **values: Any) -> None:
    with app.app_context():
        begin_write()
        db.session.execute(update(model).values(**values))
        db.session.commit()


def test_the_real_files_twice(app: Flask) -> None:
    source, body = audit(app)
    first = bring(app, source, sample(COMMITTEES), sample(MEETINGS), sample(MEETING))
    assert first == {"added": 7, "same": 3}
    cancelled, held = all_of(app, Meeting)
    assert (cancelled.status, held.status, held.body_id) == ("cancelled", "confirmed", body)
    assert held.place == "Council Antechamber, Level 2, Town Hall Extension"
    assert (str(held.starts), str(held.ends), held.title) == ("10:00:00", "14:00:00", "Audit Committee")
    items = all_of(app, AgendaItem)
    assert [(one.number, one.title, one.position) for one in items] == [("1", "Minutes", 1), ("9", "Work Programme", 2)]
    assert items[0].minutes.startswith("To approve the minutes of the meeting held on 25 November 2025")
    assert [(one.item_id, one.meeting_id) for one in all_of(app, Document)] == [(one.id, held.id) for one in items]
    assert [(one.name, one.attended) for one in all_of(app, Attendance)] == [("Councillor Basil Curley", "expected")]
    assert bring(app, source, sample(COMMITTEES), sample(MEETINGS), sample(MEETING)) == {"same": 10}
    assert [one.sequence for one in all_of(app, Meeting)] == [0, 0]


def test_decisions_and_people_twice(app: Flask) -> None:
    body = make.make_body(app, "Kirklees Cabinet")
    source = make_source(app, "moderngov-decisions", body_id=body)
    assert bring(app, source, sample(DECISIONS)) == {"added": 2}
    assert bring(app, source, sample(DECISIONS)) == {"same": 2}
    assert [(one.title, one.call_in, one.result) for one in all_of(app, Decision)][1] == (
        "Admission of the Public", "exempt", "unknown",
    )  # fmt: skip
    people = make_source(app, "popolo", "People")
    assert bring(app, people, sample(POPOLO)) == {"added": 29}
    match(app, people, "legislature/break_o'day_council", body)
    assert bring(app, people, sample(POPOLO)) == {"added": 11, "same": 29}
    assert bring(app, people, sample(POPOLO)) == {"same": 40}
    seats = [one for one in all_of(app, Entry) if one.kind == "seat"]
    assert len(seats) == 11
    assert {one.data["body"] for one in seats} == {"kirklees-cabinet"}


def test_what_a_person_wrote_stays(app: Flask) -> None:
    source, _body = audit(app)
    bring(app, source, sample(MEETINGS), sample(MEETING))
    write(app, Meeting, place="The church hall")
    moved = sample(MEETING).replace(b"Council Antechamber", b"Library").replace(b"10.00 am", b"11.00 am")
    assert bring(app, source, moved)["changed"] == 1
    held = all_of(app, Meeting)[1]
    assert (held.place, str(held.starts), held.sequence) == ("The church hall", "11:00:00", 1)
    assert bring(app, source, moved)["same"] == 6


def test_what_is_gone_is_marked_and_comes_back(app: Flask) -> None:
    source, _body = audit(app)
    bring(app, source, sample(MEETINGS), sample(MEETING))
    without = sample(MEETING)
    start, end = without.index(b"<agendaitem>"), without.index(b"</agendaitem>") + len(b"</agendaitem>")
    without = without[:start] + without[end:]
    assert bring(app, source, without) == {"changed": 1, "same": 3, "gone": 2}
    today = clock.today()
    assert [one.gone_on for one in all_of(app, AgendaItem)] == [today, None]
    assert [one.gone_on for one in all_of(app, Document)] == [today, None]
    assert bring(app, source, sample(MEETING)) == {"changed": 1, "back": 2, "same": 3}
    assert {one.gone_on for one in all_of(app, AgendaItem)} == {None}


def test_nothing_becomes_a_body_by_itself(app: Flask) -> None:
    source = make_source(app)
    assert bring(app, source, sample(MEETINGS)) == {"added": 1}
    assert all_of(app, Meeting) == []
    match(app, source, "144", None)
    assert bring(app, source, sample(MEETINGS)) == {"same": 1}
    match(app, source, "144", make.make_body(app))
    assert bring(app, source, sample(MEETINGS)) == {"added": 2, "same": 1}


def test_a_meeting_that_stands_here_is_known_again(app: Flask) -> None:
    source, body = audit(app)
    make.make_meeting(app, body, clock.today().replace(2026, 2, 10), title="Audit", starts=None, place="")
    assert bring(app, source, sample(MEETINGS)) == {"added": 1, "changed": 1, "same": 1}
    typed = all_of(app, Meeting)[0]
    assert (typed.title, str(typed.starts), typed.status) == ("Audit", "10:00:00", "confirmed")
    assert bring(app, source, sample(MEETINGS)) == {"same": 3}


def test_what_a_person_took_away_stays_away(app: Flask) -> None:
    source, _body = audit(app)
    bring(app, source, sample(MEETINGS), sample(MEETING))
    with app.app_context():
        begin_write()
        db.session.delete(db.session.scalars(select(AgendaItem).order_by(AgendaItem.id)).first())
        db.session.commit()
    assert bring(app, source, sample(MEETING)) == {"same": 4}
    assert [one.title for one in all_of(app, AgendaItem)] == ["Work Programme"]
    assert len(all_of(app, Document)) == 1


def test_two_sources_of_one_meeting(app: Flask) -> None:
    source, body = audit(app)
    bring(app, source, sample(MEETINGS), sample(MEETING))
    other = make_source(app, name="The same council again", body_id=body)
    assert bring(app, other, sample(MEETINGS), sample(MEETING)) == {"same": 7}
    assert [len(all_of(app, one)) for one in (Meeting, AgendaItem, Document, Attendance)] == [2, 2, 2, 1]


def test_a_broken_file_leaves_everything(app: Flask) -> None:
    source, _body = audit(app)
    with pytest.raises(Exception, match=r"breaks off|broken"):
        bring(app, source, sample(MEETINGS), sample(MEETING)[:4000])
    assert all_of(app, Meeting) == []
    runs = all_of(app, Run)
    assert [one.outcome for one in runs] == ["done", "failed"]
    assert runs[1].why
    with app.app_context():
        assert db.session.scalar(select(func.count(Origin.id))) == 3
