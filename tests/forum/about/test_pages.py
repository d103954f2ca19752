"""Pages about this place: what they say is true, and they are there when nothing is set up yet."""

from dataclasses import fields
from datetime import date, timedelta

from flask import Flask
from sqlalchemy import select

from forum import clock
from forum.about import facts
from forum.about.months import months
from forum.about.site import FROM_ELSEWHERE, LABELS, Site, forget, fresh, save
from forum.db import db
from forum.history.models import Event
from forum.moderation.models import Flag, Ruling
from forum.reading.routes import ENDING
from forum.threads import browser
from tests.client import Client
from tests.make import make_person

PAGES = ("/safety", "/help-now", "/accessibility", "/privacy", "/about", "/your-job", "/safety/log", "/worried")
NUMBERS = ("tel:999", "tel:111", "tel:116123", "tel:18000", "https://999bsl.co.uk")


def set_up(app: Flask, **values: object) -> None:
    with app.app_context():
        save(values)
        db.session.commit()
        forget()


def test_pages_stand_in_an_empty_place_and_set_no_cookie(client: Client) -> None:
    for address in PAGES:
        assert "Set-Cookie" not in client.get(address).answer.headers


def test_help_now_has_the_numbers_of_everywhere_and_of_here(app: Flask, client: Client) -> None:
    set_up(
        app,
        place="Marlbrook",
        phone="01632 960 000",
        council_name="Marlbrook Council",
        council_care_phone="01632 960 111",
        council_care_hours="Monday to Friday, 8:30 to 5",
        safeguarding_lead="Ruth Adeyemi",
        advocate="Marlbrook Advocacy: 01632 960 140",
    )
    page = client.get("/help-now")
    for number in (*NUMBERS, "tel:01632960000", "tel:01632960111"):
        assert f'href="{number}"' in page.source, number
    for words in ("Marlbrook Council", "8:30 to 5", "Ruth Adeyemi", "Marlbrook Advocacy"):
        assert words in page.text
    assert page.all(".//main//form") == [] and page.all(".//main//script") == []


def test_get_help_now_is_in_the_same_place_on_every_page(client: Client) -> None:
    places = [list(client.get(address).links()).index("Get help now") for address in PAGES]
    assert len(set(places)) == 1


def test_safety_names_who_acts_and_when(app: Flask, client: Client) -> None:
    set_up(app, moderation_hours="every day, 8 in the morning to 10 at night", safeguarding_lead="Ruth Adeyemi")
    page = client.get("/safety")
    assert "every day, 8 in the morning" in page.text and "Ruth Adeyemi" in page.text
    assert "please ring" in page.text  # nobody holds the role
    make_person(app, name="Ruth", role="safeguarding")
    assert "please ring" not in client.get("/safety").text


def reports(app: Flask, number: int, *, hours: float | None, on: date) -> None:
    moment = clock.at(on, clock.now().time())
    with app.app_context():
        ruling = Ruling(
            kind="post", subject_id=1, deed="leave", reason="other", at=moment + timedelta(hours=hours or 0)
        )
        db.session.add(ruling)
        db.session.flush()
        for one in range(number):
            db.session.add(
                Flag(
                    receipt=f"{on.month}-{one}",
                    kind="post",
                    subject_id=1,
                    reason="other",
                    created_at=moment,
                    ruling_id=ruling.id if hours else None,
                )
            )
        db.session.commit()


def test_no_figure_below_ten(app: Flask, client: Client) -> None:
    last = clock.today().replace(day=1) - timedelta(days=2)
    before = last.replace(day=1) - timedelta(days=2)
    reports(app, 12, hours=5, on=last)
    reports(app, 9, hours=3, on=before)
    with app.app_context():
        found = months(clock.today())
    assert [(one.month.reports, one.month.hours) for one in found] == [(12, 5.0), (None, None), (None, None)]
    page = client.get("/safety")
    assert "5 hours" in page.text and "fewer than ten" in page.text and "3 hours" not in page.text


def test_months_go_back_over_the_new_year(app: Flask) -> None:
    with app.app_context():
        assert [one.first for one in months(date(2027, 2, 14))] == [
            date(2027, 1, 1),
            date(2026, 12, 1),
            date(2026, 11, 1),
        ]


def test_the_statement_is_dated_and_not_too_old(client: Client) -> None:
    assert "We last tested this site on" in client.get("/accessibility").text
    assert facts.LAST_TESTED.isoformat() in (facts.RECORD.read_text()), (
        "docs/accessibility.md has no record of that day"
    )


def test_privacy_lists_every_cookie_that_is_set(app: Flask, client: Client) -> None:
    page = client.get("/privacy")
    own = app.config["SESSION_COOKIE_NAME"]
    endings = {"", "-set-up", ENDING, *(f"-{one}" for one in browser.SECONDS)}
    assert {one.ending for one in facts.COOKIES} == endings
    for ending in endings:
        assert own + ending in page.text
    assert (browser.SECONDS["draft"], browser.SECONDS["browser"]) == (24 * 3600, 365 * 24 * 3600)  # as the page says


def test_settings_are_saved_with_history_and_say_what_changed(app: Flask) -> None:
    admin = Client(app).sign_in(make_person(app, name="Ada", role="administrator"))
    typed = {"place": "Marlbrook", "run_by": "Marlbrook Voices", "phone": "01632 960 000"}
    assert admin.send("/settings", **typed).location == "/settings"
    page = admin.get("/settings")
    assert "You changed: The name of the place, Who runs this, Phone." in page.text
    assert "Run by Marlbrook Voices." in page.source
    with app.app_context():
        event = db.session.scalars(select(Event).where(Event.verb == "changed_settings")).one()
        assert event.values == {"names": ["phone", "place", "run_by"]}
    action, values = admin.get("/settings").form()
    values.pop("first_posts_wait")
    admin.post(action, values)
    assert "You changed: First posts by new people wait for a look." in admin.get("/settings").text
    admin.send("/settings")
    assert "Nothing was changed." in admin.get("/settings").text


def test_settings_that_cannot_be_are_shown_again(app: Flask) -> None:
    admin = Client(app).sign_in(make_person(app, name="Ada", role="administrator"))
    page = admin.send("/settings", place="", email="no address", phone="01632", status=400)
    assert "Write the name of the place." in page.text and "Write an e-mail address" in page.text
    assert 'value="no address"' in page.source and 'value="01632"' in page.source
    page = admin.send("/settings", place="M", run_by="x" * 301, status=400)
    assert "300 characters or fewer" in page.text


def test_settings_that_were_not_sent_are_empty(app: Flask) -> None:
    admin = Client(app).sign_in(make_person(app, name="Ada", role="administrator"))
    admin.post("/settings", {"place": "Marlbrook", "run_by": "Us", "key": "k"})
    with app.app_context():
        assert fresh() == Site(place="Marlbrook", run_by="Us", first_posts_wait=False)


def test_every_setting_has_a_label() -> None:
    assert set(LABELS) == {one.name for one in fields(Site)} - set(FROM_ELSEWHERE)
