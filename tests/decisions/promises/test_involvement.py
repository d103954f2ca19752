"""The record: who was asked, what they asked for, what came of it; small numbers hidden, words kept in versions."""

from datetime import timedelta

from flask import Flask

from decisions.promises.involvement.models import Paragraph
from forum import clock
from forum.db import db
from forum.threads.models import Ask
from tests.client import Client
from tests.decisions.promises.scene import Scene, scene
from tests.make import (
    keep,
    make_area,
    make_byline,
    make_decision,
    make_person,
    make_post,
    make_promise,
    make_stop,
    make_thread,
)
from tests.queries import counted
from tests.travel import record


def write(app: Flask, thread: int, capacity: str | None, many: int, start: int) -> None:
    """Let people write in a capacity, each twice."""
    for number in range(start, start + many):
        person = make_person(app, name=f"P {capacity} {number}")
        line = make_byline(app, name=f"P {number}", person_id=person, capacity=capacity)
        for place in (0, 1):
            make_post(app, thread, "Words.", number=10 + 2 * number + place, byline_id=line)


def recorded(app: Flask) -> tuple[Scene, int]:
    """A decision with an issue that people wrote on."""
    made = scene(app)
    row = make_decision(app, made.body, "Mend the lift", url="https://example.org/minutes")
    record(app, made.thread, "noted", made.stop, reason="They had no time.", source="https://example.org/minutes")
    write(app, made.thread, "carer", 6, 0)
    write(app, made.thread, "volunteer", 2, 10)
    line = make_byline(app)
    for number, words in enumerate(("Mend it.", "Mend it by May."), 1):
        keep(
            app,
            Ask(
                thread_id=made.thread,
                number=number,
                text=words,
                agreed_by="17 people",
                agreed_on=clock.today(),
                written_by_id=line,
                created_at=clock.now(),
            ),
        )
    make_promise(app, made.body, made.thread, words="We will order the part.", then=["says-done"], stage="says-done")
    make_promise(app, made.body, made.thread, words="We will paint it.", then=["dropped"], stage="dropped")
    return made, row


def test_a_record_says_who_and_what_and_why(app: Flask) -> None:
    made, row = recorded(app)
    Client(app).sign_in(made.speaker).send(f"/issues/{made.thread}/answer", text="The part costs £900.")
    page = Client(app).get(f"/involvement/decision/{row}")
    for words in (
        "The lift is broken", "unpaid carer 6", "volunteer or community group fewer than 5", "Mend it by May.",
        "The part costs £900.", "Head of Lifts", "We will order the part.", "They had no time.", "No money.",
        "Fewer than 5 people said that it affects them.",
    ):  # fmt: skip
        assert words in page.text, words
    assert "all of them" not in page.text  # the total would give the hidden number away
    changed, unchanged = page.text.index("What changed"), page.text.index("What did not change, and why")
    assert changed < page.text.index("We will order the part.") < unchanged < page.text.index("We will paint it.")


def test_a_total_stands_when_nothing_is_hidden(app: Flask) -> None:
    made, row = recorded(app)
    write(app, made.thread, "volunteer", 3, 20)
    write(app, made.thread, None, 5, 30)
    page = Client(app).get(f"/involvement/decision/{row}").text
    assert "fewer than 5" not in page.replace("Fewer than 5", "") or "all of them" not in page


def test_only_the_days_asked_for(app: Flask) -> None:
    made, row = recorded(app)
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    later = Client(app).get(f"/involvement/decision/{row}?from={tomorrow}&to={tomorrow}").text
    assert "unpaid carer" not in later and "They had no time." not in later
    assert "Mend it by May." in later and "Mend it. " not in later  # what stood when the days began
    Client(app).get(f"/involvement/decision/{row}?from=nonsense&to=9999-99-99")
    Client(app).get(f"/involvement/decision/{row}?from={tomorrow}&to=2020-01-01")
    assert made.thread


def test_of_a_step_and_of_an_area(app: Flask) -> None:
    made = scene(app)
    step = make_stop(app, 1, made.body, role="consult", position=5, title="The board asks people")
    area = make_area(app)
    other = make_thread(app, "Steps are steep", area_id=area)
    make_promise(app, made.body, other)
    asked = Client(app).get(f"/involvement/asking/{step}").text
    assert "Lift Board asked people: The board asks people." in asked
    Client(app).get(f"/involvement/asking/{made.stop}", status=404)  # nobody was asked there
    assert "We will mend the lift." in Client(app).get(f"/involvement/area/{area}").text
    for address in ("decision/99", "area/99", "asking/99", "moon/1"):
        Client(app).get(f"/involvement/{address}", status=404)
    listed = Client(app).get("/involvement").links()
    assert {"The lift is broken", "Riverside"} <= set(listed)


def test_hidden_issues_stay_out(app: Flask) -> None:
    made, row = recorded(app)
    with app.app_context():
        db.session.execute(db.text("UPDATE thread SET state = 'hidden'"))
        db.session.commit()
    page = Client(app).get(f"/involvement/decision/{row}").text
    assert "The lift is broken" not in page and "Mend it" not in page.replace("Mend the lift", "")
    assert "We will" not in page and made.thread


def test_a_helpers_own_words_are_kept_in_versions(app: Flask) -> None:
    made, row = recorded(app)
    address = f"/involvement/decision/{row}/words/changed"
    Client(app).sign_in(made.affected).get(address, status=403)
    helper = Client(app).sign_in(made.helper)
    helper.send(address, text="The board met us twice.")
    helper.send(address, text="The board met us three times.")
    page = Client(app).get(f"/involvement/decision/{row}").text
    assert "three times" in page and "twice" not in page and "Hana, who helps run this" in page
    assert "The board met us twice." in helper.get(address).text
    assert "We wrote our own words beside" in Client(app).get("/safety/log").text
    helper.send(address, text="")
    assert "three times" not in Client(app).get(f"/involvement/decision/{row}").text
    with app.app_context():
        assert [one.number for one in db.session.scalars(db.select(Paragraph).order_by(Paragraph.id))] == [1, 2, 3]
    helper.get(f"/involvement/decision/{row}/words/moon", status=404)


def test_a_file_to_paste_from(app: Flask) -> None:
    made, row = recorded(app)
    line = make_byline(app)
    keep(
        app,
        Ask(
            thread_id=made.thread,
            number=3,
            text="# Not a heading\n=1+2 [x](javascript:1)",
            agreed_by="*All*",
            agreed_on=clock.today(),
            written_by_id=line,
            created_at=clock.now(),
        ),
    )
    answer = Client(app).get(f"/involvement/decision/{row}/record.md")
    assert answer.answer.mimetype == "text/markdown"
    assert answer.source.startswith("# Mend the lift\n")
    assert (
        "> \\# Not a heading" in answer.source and "\\*All\\*" in answer.source and "> \\=1+2 \\[x\\]" in answer.source
    )
    assert "volunteer or community group: fewer than 5" in answer.source


def test_a_record_costs_as_many_queries_however_long_it_is(app: Flask) -> None:
    made, row = recorded(app)
    client = Client(app)
    client.get(f"/involvement/decision/{row}")  # the place's settings are read again after some seconds
    with counted(app) as first:
        client.get(f"/involvement/decision/{row}")
    write(app, made.thread, "resident", 9, 40)
    for number in range(5):
        make_promise(app, made.body, made.thread, words=f"Promise {number}.")
    with counted(app) as second:
        client.get(f"/involvement/decision/{row}")
    assert len(first) == len(second) <= 20
