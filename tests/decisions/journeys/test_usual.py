"""Starting a journey from the usual steps of a pathway: laid out, changed, started; never those about one person."""

import pytest
from flask import Flask

from decisions.journeys.models import Journey, Stop
from decisions.journeys.usual.laying import cut, lay_out
from decisions.packs.known import made
from decisions.pathways.fitting import Council, fit
from decisions.pathways.shapes import Pathway
from forum.db import db
from tests import packs
from tests.client import HERE, Client
from tests.make import make_body, make_person, make_thread
from tests.page import Page


@pytest.fixture
def thread_id(app: Flask) -> int:
    packs.load(app)
    return make_thread(app, "The hall may close")


@pytest.fixture
def dev(app: Flask) -> Client:
    return Client(app).sign_in(make_person(app, name="Dev", role="facilitator"))


def kept_steps(app: Flask) -> list[tuple[str, str, str, str]]:
    with app.app_context():
        wanted = db.select(Stop).order_by(Stop.position)
        return [
            (one.role, one.title, one.step, one.body.slug if one.body else "") for one in db.session.scalars(wanted)
        ]


def laid_out(dev: Client, thread_id: int, *changes: str) -> tuple[str, Page]:
    query = "".join(f"&with={one}" for one in changes)
    address = f"/issues/{thread_id}/steps/usual"
    return address, dev.get(f"{address}?usual=close-hall{query}")


def filled(page: Page) -> dict[str, str]:
    return page.form()[1]


def test_the_steps_that_go_with_an_issue_stand_first(dev: Client, thread_id: int) -> None:
    page = dev.get(f"/issues/{thread_id}/steps/start")
    near = page.source.partition("These may fit")[2].partition("</optgroup>")[0]
    assert "Closing a village hall" in near
    assert "One person" not in page.text


def test_one_click_starts_with_the_usual_steps(app: Flask, dev: Client, thread_id: int) -> None:
    address, page = laid_out(dev, thread_id)
    assert "They must ask before they decide." in page.text
    sent = dev.post(address, filled(page))
    assert sent.location == f"/issues/{thread_id}/steps"
    assert kept_steps(app) == [
        ("here", "Raised here", "", ""),
        ("consult", "They ask people", "ask", "hamlet-cabinet"),
        ("decide", "The cabinet decides", "decide", "hamlet-cabinet"),
    ]
    with app.app_context():
        of = db.session.scalars(db.select(Journey)).one()
        assert (of.pathway, of.changes) == ("close-hall", "")
        asked = db.session.scalars(db.select(Stop).where(Stop.step == "ask")).one()
        assert (asked.writing_counts, asked.official_way) == ("no", "By letter to the cabinet.")
        assert asked.about == "Usually 6 to 12 weeks. That is not a right"


def test_steps_can_be_changed_and_left_out(app: Flask, dev: Client, thread_id: int) -> None:
    other = make_body(app, "Hall Trust")
    address, page = laid_out(dev, thread_id)
    values = filled(page) | {"usual_2-title": "The trust decides", "usual_2-body": str(other)}
    del values["usual_1-keep"]
    dev.post(address, values)
    assert kept_steps(app)[1:] == [("decide", "The trust decides", "decide", "hall-trust")]


def test_a_change_lays_the_steps_out_again(app: Flask, dev: Client, thread_id: int) -> None:
    address, page = laid_out(dev, thread_id, "big", "nonsense")
    dev.post(address, filled(page))
    assert [step for _role, _title, step, _body in kept_steps(app)] == ["", "ask"]
    with app.app_context():
        assert db.session.scalars(db.select(Journey.changes)).one() == "big"


def test_nothing_kept_is_no_journey(app: Flask, dev: Client, thread_id: int) -> None:
    address, page = laid_out(dev, thread_id)
    values = {name: value for name, value in filled(page).items() if not name.endswith("-keep")}
    assert "Fill in at least one step" in dev.post(address, values, status=409).text
    assert kept_steps(app) == []


def test_steps_about_one_person_are_refused(app: Flask, dev: Client, thread_id: int) -> None:
    address = f"/issues/{thread_id}/steps/usual"
    page = dev.get(f"{address}?usual=my-place", status=303)
    assert "never shown to everyone" in dev.get(page.location).text
    _address, page = laid_out(dev, thread_id)
    again = dev.post(address, filled(page) | {"usual": "my-place"})
    assert again.location == f"/issues/{thread_id}/steps/start?other=1"
    dev.get("/who-decides/how/my-place/use", status=404)
    assert dev.get(f"{address}?usual=nonsense", status=303).location == f"/issues/{thread_id}/steps/start?other=1"
    assert kept_steps(app) == []


def test_an_answer_leads_to_the_issues_without_steps(app: Flask, dev: Client, thread_id: int) -> None:
    hidden = make_thread(app, "Nobody sees this", state="hidden")
    page = dev.get("/who-decides/how/close-hall/use?with=big")
    assert f"/issues/{thread_id}/steps/usual?usual=close-hall&with=big" in page.source.replace("&amp;", "&")
    assert f"/issues/{hidden}/" not in page.source
    address, laid = laid_out(dev, thread_id)
    dev.post(address, filled(laid))
    assert "Every issue here has its steps." in dev.get("/who-decides/how/close-hall/use").text
    dev.get(f"{address}?usual=close-hall", status=302)
    Client(app).sign_in(make_person(app, name="Amina")).get("/who-decides/how/close-hall/use", status=403)


STEPS = [
    {"id": "advice", "name": "Advice", "plain": "", "role": "recommend", "body": "officer"},
    {"id": "ask", "name": "Ask", "plain": "", "role": "consult", "who": "everyone"},
    {"id": "cabinet", "name": "Cabinet", "plain": "", "role": "decide", "body": "cabinet", "governance": ["leader"]},
    {"id": "committee", "name": "C", "plain": "", "role": "decide", "body": "committee", "governance": ["committee"]},
    {"id": "no", "name": "Complain", "plain": "", "role": "redress", "body": "ombudsman"},
]


def test_what_is_laid_out_fits_the_place() -> None:
    of = made(Pathway, {"id": "p", "name": "P", "about": "everyone", "decides": ["cabinet"], "step": STEPS})
    for governance, expected in (
        ("leader", ["advice", "ask", "cabinet"]),
        ("committee", ["advice", "ask", "committee"]),
    ):
        laid = lay_out(fit(of, Council("unitary", governance)), [], {})
        assert [one.step.id for one in laid] == expected
        assert all(one.body is None for one in laid)


def test_long_words_are_cut_between_words() -> None:
    assert cut("short", 10) == "short"
    assert cut("many long words here", 12) == "many long…"


STRANGE = ("²", "\u202e\x00’;--", "<script>alert(1)</script>", "-1", "9" * 400, "close-hall", "🙂" * 90)


def test_nothing_that_is_sent_breaks_it(app: Flask, dev: Client, thread_id: int) -> None:
    address, page = laid_out(dev, thread_id)
    values = filled(page)
    names = [name for name in values if name not in ("csrf_token", "key", "usual")]
    for strange in STRANGE:
        for changed in (names, [one for one in names if one.endswith(("-body", "-role"))], ["changes"]):
            answer = dev.raw.post(address, data=values | dict.fromkeys(changed, strange), headers=HERE)
            assert answer.status_code in (303, 400, 409), (strange, changed)
            assert "<script>alert" not in answer.get_data(as_text=True)
