"""The plan of a journey: steps, ways, dates, limits, checked. Yes and no through the pages."""

from datetime import time, timedelta
from typing import Any

import pytest
from flask import Flask

from decisions.journeys.models import Deadline, Journey, Move, Stop, Way
from forum import clock
from forum.db import db
from tests.client import Client
from tests.make import make_body, make_person, make_thread
from tests.travel import record, start_journey

PLAIN = {"role": "decide", "title": "", "about": "", "writing_counts": ""}


class Plan:
    """An issue with two steps, and who plans it."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.thread = make_thread(app)
        self.council, self.cabinet = make_body(app, "Council"), make_body(app, "Cabinet")
        self.stops = start_journey(app, self.thread, ("reply", self.council), ("decide", self.cabinet))
        self.dev = Client(app).sign_in(make_person(app, name="Dee", role="facilitator"))
        self.address = f"/issues/{self.thread}/steps"

    def rows(self, model: Any) -> list[Any]:
        with self.app.app_context():
            return list(db.session.scalars(db.select(model).order_by(model.id)))

    def titles(self) -> list[str]:
        with self.app.app_context():
            return list(db.session.scalars(db.select(Stop.title).order_by(Stop.position)))


@pytest.fixture
def plan(app: Flask) -> Plan:
    return Plan(app)


def test_the_plan_shows_every_step(plan: Plan) -> None:
    page = plan.dev.get(plan.address)
    for words in ("Raised here", "Step 1: reply", "Not sent yet", "Step 2: decide", "Dates that matter"):
        assert words in page.text
    assert "A date stands here when" in page.text


def test_a_step_is_added_at_the_end_or_between(plan: Plan) -> None:
    plan.dev.send(f"{plan.address}/new", body=str(plan.cabinet), role="carry-out")
    between = {"body": str(plan.council), "role": "consult", "after": str(plan.stops[1]), "title": "People are asked"}
    plan.dev.send(f"{plan.address}/new", **between, opens_on="2026-11-01", planned_on="2026-12-01")
    assert plan.titles() == [
        "Raised here",
        "Step 1: reply",
        "People are asked",
        "Step 2: decide",
        "The Cabinet carries it out",
    ]


def test_a_step_is_changed(plan: Plan) -> None:
    page = plan.dev.get(f"{plan.address}/{plan.stops[2]}")
    assert page.form()[1]["title"] == "Step 2: decide"
    typed = {"title": "The Cabinet decides at last", "writing_counts": "no", "official_way": "Write to the clerk."}
    plan.dev.send(f"{plan.address}/{plan.stops[2]}", **typed, planned_on="12/01/2027", after=str(plan.stops[0]))
    row = next(one for one in plan.rows(Stop) if one.id == plan.stops[2])
    assert (row.title, row.writing_counts, row.planned_on.isoformat()) == (typed["title"], "no", "2027-01-12")
    assert plan.titles() == ["Raised here", "The Cabinet decides at last", "Step 1: reply"]


def test_where_something_happened_body_and_role_stay(plan: Plan) -> None:
    record(plan.app, plan.thread, "sent", plan.stops[1])
    address = f"{plan.address}/{plan.stops[1]}"
    assert "its body and role stay" in plan.dev.send(address, role="decide", status=409).text
    assert "its body and role stay" in plan.dev.send(address, body=str(plan.cabinet), status=409).text
    plan.dev.send(address, title="They answer")
    assert "They answer" in plan.titles()


BAD_STEPS = [
    ({"body": ""}, 400, "Choose the body."),
    ({"body": "4040"}, 409, "Choose the body."),
    ({"body": "'; drop table stop"}, 409, "Choose the body."),
    ({"role": ""}, 400, "Choose what it does."),
    ({"role": "here"}, 400, "Choose what it does."),
    ({"writing_counts": "perhaps"}, 400, "Choose one."),
    ({"planned_on": "31/02/2027"}, 400, "Write a day"),
    ({"opens_on": "soon"}, 400, "Write a day"),
    ({"opens_on": "2027-01-02", "planned_on": "2027-01-01"}, 409, "The last day is before the first day."),
    ({"title": "x" * 81}, 400, "Use 80 characters or fewer"),
    ({"official_way": "x" * 301}, 400, "Use 300 characters or fewer"),
]


def test_what_is_wrong_with_a_step_is_said(plan: Plan) -> None:
    for typed, status, says in BAD_STEPS:
        for address in (f"{plan.address}/new", f"{plan.address}/{plan.stops[2]}"):
            sent = {"body": str(plan.cabinet), "role": "decide", "about": "Kept as it was typed."} | typed
            page = plan.dev.send(address, status=status, **sent)
            assert says in page.text
            assert page.form()[1]["about"] == "Kept as it was typed."
        assert len(plan.rows(Stop)) == 3


def test_a_step_is_taken_off_only_when_nothing_happened(plan: Plan) -> None:
    record(plan.app, plan.thread, "sent", plan.stops[1])
    page = plan.dev.get(plan.address)
    assert page.text.count("Take this step off") == 1
    plan.dev.post(f"{plan.address}/{plan.stops[1]}/remove", status=409)
    plan.dev.post(f"{plan.address}/{plan.stops[0]}/remove", status=404)
    for _press in range(2):  # a second press finds it gone, as was wanted
        assert plan.dev.post(f"{plan.address}/{plan.stops[2]}/remove").location == plan.address
    assert plan.titles() == ["Raised here", "Step 1: reply"]


def test_what_people_can_do_is_added_and_taken_away(plan: Plan) -> None:
    typed = {"text": "Answer the questions", "detail": "On paper.", "url": "www.example.org/ask", "until": "2027-01-12"}
    plan.dev.send(f"{plan.address}/{plan.stops[2]}/ways", **typed, at="12:30", speaking="y")
    way = plan.rows(Way)[0]
    assert (way.text, way.url, way.at, way.speaking) == (
        "Answer the questions", "https://www.example.org/ask", time(12, 30), True,
    )  # fmt: skip
    assert "It means speaking in public." in plan.dev.get(plan.address).text
    for _press in range(2):
        plan.dev.post(f"/issues/{plan.thread}/ways/{way.id}/remove")
    assert plan.rows(Way) == []


BAD_WAYS = [
    ({"text": ""}, 400, "Write what people can do."),
    ({"text": "x" * 161}, 400, "Use 160 characters or fewer"),
    ({"url": "javascript:alert(1)"}, 400, "Copy the whole address."),
    ({"url": "https://"}, 400, "Copy the whole address."),
    ({"url": "http://[::1"}, 400, "Copy the whole address."),
    ({"until": "2027-02-31"}, 400, "Write a day"),
    ({"at": "25:00", "until": "2027-01-12"}, 400, "Write an hour"),
    ({"at": "noon", "until": "2027-01-12"}, 400, "Write an hour"),
    ({"at": "12:00"}, 409, "Write the last day as well"),
]


def test_what_is_wrong_with_a_way_is_said(plan: Plan) -> None:
    for typed, status, says in BAD_WAYS:
        sent = {"text": "Write to them", "detail": "Kept as it was typed."} | typed
        page = plan.dev.send(f"{plan.address}/{plan.stops[2]}/ways", status=status, **sent)
        assert says in page.text
        assert page.form()[1]["detail"] == "Kept as it was typed."
        assert plan.rows(Way) == []


def test_a_date_that_matters_is_typed_with_who_says_so(plan: Plan) -> None:
    typed = {"text": "The costs are published", "due_on": "2027-01-12", "at": "17:00", "body": str(plan.council)}
    plan.dev.send(f"/issues/{plan.thread}/dates", **typed, basis="law", source="Care Act 2014, section 9")
    row = plan.rows(Deadline)[0]
    assert (row.text, row.at, row.body_id, row.basis) == ("The costs are published", time(17), plan.council, "law")
    page = plan.dev.get(plan.address)
    assert "Care Act 2014, section 9" in page.text
    assert "Care Act" not in "".join(page.links().values())


def test_a_date_with_authority_needs_a_source(plan: Plan) -> None:
    for basis in ("law", "guidance", "local", "promise"):
        typed = {"text": "An answer", "due_on": "2027-01-12", "basis": basis, "working": "Kept as it was typed."}
        page = plan.dev.send(f"/issues/{plan.thread}/dates", status=409, **typed)
        assert "Say where this date comes from" in page.text
        assert page.form()[1]["working"] == "Kept as it was typed."


def test_what_is_only_usual_needs_no_source_and_is_no_right(plan: Plan) -> None:
    page = plan.dev.get(f"/issues/{plan.thread}/dates")
    assert "This is usual. It is not a right" in page.text
    plan.dev.send(f"/issues/{plan.thread}/dates", text="An answer", due_on="2027-01-12", basis="typical")
    assert "This is usual. It is not a right" in plan.dev.get(plan.address).text


BAD_DATES = [
    ({"text": ""}, 400, "Write what is to happen."),
    ({"due_on": ""}, 400, "Write a day"),
    ({"due_on": "2027-02-31"}, 400, "Write a day"),
    ({"at": "99:99"}, 400, "Write an hour"),
    ({"basis": ""}, 400, "Choose who says so."),
    ({"basis": "wish"}, 400, "Choose who says so."),
    ({"body": "4040"}, 409, "Choose the body."),
    ({"body": "x"}, 409, "Choose the body."),
    ({"source": "x" * 501}, 400, "Use 500 characters or fewer"),
]


def test_what_is_wrong_with_a_date_is_said(plan: Plan) -> None:
    for typed, status, says in BAD_DATES:
        sent = {"text": "An answer", "due_on": "2027-01-12", "basis": "typical"} | typed
        assert says in plan.dev.send(f"/issues/{plan.thread}/dates", status=status, **sent).text
        assert plan.rows(Deadline) == []


def dated(plan: Plan) -> int:
    plan.dev.send(f"/issues/{plan.thread}/dates", text="An answer", due_on="2027-01-12", basis="typical")
    return int(plan.rows(Deadline)[-1].id)


def test_a_date_is_met_by_an_entry(plan: Plan) -> None:
    number, move = dated(plan), record(plan.app, plan.thread, "reply-received", plan.stops[1])
    plan.dev.send(plan.address, button="It was met", **{f"date{number}-move": str(move)})
    assert plan.rows(Deadline)[0].met_by_id == move
    assert "It was met." in plan.dev.get(plan.address).text
    again = plan.dev.post(
        f"/issues/{plan.thread}/dates/{number}",
        {f"date{number}-do": "dropped", f"date{number}-reason": "x"},
        status=409,
    )
    assert "already what became of this date" in again.text


def test_a_date_is_met_only_by_an_entry_of_its_issue(plan: Plan) -> None:
    number, other = dated(plan), make_thread(plan.app, "Another issue")
    stop = start_journey(plan.app, other, ("reply", plan.council))[1]
    foreign = record(plan.app, other, "reply-received", stop)
    address, field = f"/issues/{plan.thread}/dates/{number}", f"date{number}-move"
    plan.dev.post(address, {field: str(foreign)}, status=404)
    plan.dev.post(address, {field: "99999"}, status=404)
    assert "Choose the entry" in plan.dev.post(address, {field: ""}, status=409).text
    plan.dev.post(f"/issues/{other}/dates/{number}", {field: str(foreign)}, status=404)
    assert plan.rows(Deadline)[0].met_by_id is None


def test_a_date_that_does_not_apply_is_dropped_with_a_reason_for_all_to_read(plan: Plan) -> None:
    number = dated(plan)
    page = plan.dev.send(plan.address, button="It does not apply any more", status=409)
    assert "Write why it does not apply." in page.text
    typed = {f"date{number}-reason": "The law changed.", f"date{number}-do": "dropped"}
    plan.dev.send(plan.address, button="It does not apply any more", **typed)
    assert plan.rows(Deadline)[0].dropped_at is not None
    assert "An answer" not in plan.dev.get(plan.address).text
    log = Client(plan.app).get("/safety/log").text
    assert "We took a date off, “An answer”: Keep the day centre open" in log
    assert "Why: The law changed." in log


def test_what_can_not_change_is_said(plan: Plan) -> None:
    plan.dev.send(plan.address, button="Save", **{"limits-limits": "It must save £48,000."})
    assert plan.rows(Journey)[0].limits == "It must save £48,000."
    page = plan.dev.post(f"{plan.address}/limits", {"limits-limits": "x" * 601}, status=400)
    assert "Use 600 characters or fewer" in page.text
    assert "x" * 601 in page.source


def test_i_looked_today(plan: Plan) -> None:
    with plan.app.app_context():
        journey = db.session.scalars(db.select(Journey)).one()
        journey.checked_on = clock.today() - timedelta(days=40)
        db.session.commit()
    plan.dev.send(plan.address, button="I looked today")
    assert plan.rows(Journey)[0].checked_on == clock.today()


def test_nothing_of_a_plan_is_an_entry(plan: Plan) -> None:
    dated(plan)
    plan.dev.send(plan.address, button="I looked today")
    assert len(plan.rows(Move)) == 1


def test_steps_of_another_issue_are_not_there(plan: Plan) -> None:
    other = make_thread(plan.app, "Another issue")
    foreign = start_journey(plan.app, other, ("reply", plan.council))[1]
    for address in (f"{plan.address}/{foreign}", f"{plan.address}/{foreign}/ways", f"{plan.address}/99999"):
        plan.dev.get(address, status=404)
    for end in ("", "/ways", "/remove"):
        plan.dev.post(f"{plan.address}/{foreign}{end}", PLAIN, status=404)
    plan.dev.get(f"{plan.address}/{plan.stops[0]}", status=404)  # where it was raised is not planned
    plan.dev.send(f"{plan.address}/{plan.stops[2]}/ways", text="Write to them")
    way = plan.rows(Way)[0].id
    plan.dev.post(f"/issues/{other}/ways/{way}/remove", status=404)
    assert len(plan.rows(Way)) == 1


def test_a_double_press_adds_once(plan: Plan) -> None:
    for address, typed in (
        (f"{plan.address}/new", {"body": str(plan.cabinet), "role": "carry-out"}),
        (f"{plan.address}/{plan.stops[2]}/ways", {"text": "Write to them"}),
        (f"/issues/{plan.thread}/dates", {"text": "An answer", "due_on": "2027-01-12", "basis": "typical"}),
    ):
        values = plan.dev.get(address).form()[1] | typed
        assert plan.dev.post(address, values).location == plan.dev.post(address, values).location
    assert [len(plan.rows(one)) for one in (Stop, Way, Deadline)] == [4, 1, 1]


def test_only_who_helps_run_this_plans(plan: Plan, client: Client) -> None:
    member = Client(plan.app).sign_in(make_person(plan.app, name="Amina", trusted_at=clock.now()))
    step = f"steps/{plan.stops[2]}"
    for end in ("steps", "steps/new", step, f"{step}/ways", "dates"):
        assert client.get(f"/issues/{plan.thread}/{end}", status=302).location.startswith("/sign-in")
        member.get(f"/issues/{plan.thread}/{end}", status=403)
    ends = ("steps/new", step, f"{step}/ways", f"{step}/remove", "steps/limits", "steps/checked", "dates", "dates/1")
    for end in (*ends, "ways/1/remove"):
        member.post(f"/issues/{plan.thread}/{end}", PLAIN, status=403)
        client.post(f"/issues/{plan.thread}/{end}", PLAIN, status=403)
