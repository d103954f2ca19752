"""The pages that keep a journey, as those who use them see them: axe finds nothing, nothing scrolls sideways."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from forum.db import db
from forum.people.models import Person
from tests.browser.axe import faults
from tests.client import Client

PAGES = (
    ("dev", "/issues/1/steps"),
    ("dev", "/issues/1/steps/new"),
    ("dev", "/issues/1/steps/2"),
    ("dev", "/issues/1/steps/2/ways"),
    ("dev", "/issues/1/dates"),
    ("dev", "/issues/9/steps/start"),
    ("dev", "/issues/1/happened"),
    ("amina", "/issues/1/happened"),
    ("dev", "/moves/2/correct"),
    ("helen", "/issues/1/answer"),
)


def signed_in(browser: Browser, app: Flask, address: str, who: str, *, scheme: str, width: int) -> Page:
    """A page of a browser in which somebody of the demonstration is signed in."""
    with app.app_context():
        person = db.session.scalars(db.select(Person.id).where(Person.email == f"{who}@example.org")).one()
    client = Client(app).sign_in(person)
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    cookie = client.raw.get_cookie("session")
    assert cookie is not None
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
    return context.new_page()


@pytest.mark.parametrize(("who", "address"), PAGES)
def test_a_page_keeps_its_promises(browser: Browser, own: str, demo_app: Flask, who: str, address: str) -> None:
    for scheme, width in (("light", 1280), ("dark", 320)):
        page = signed_in(browser, demo_app, own, who, scheme=scheme, width=width)
        answer = page.goto(own + address)
        assert answer is not None
        assert answer.status == 200
        assert faults(page) == [], f"{address} {scheme}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{address} scrolls sideways"
        page.context.close()


def test_a_form_that_failed_keeps_them_too(browser: Browser, own: str, demo_app: Flask) -> None:
    page = signed_in(browser, demo_app, own, "dev", scheme="light", width=320)
    for address, button in (
        ("/issues/1/happened", "Put it on the record"),
        ("/issues/1/steps/new", "Save"),
        ("/issues/1/dates", "Save"),
    ):
        page.goto(own + address)
        page.get_by_role("main").get_by_role("button", name=button).click()
        assert page.get_by_role("alert").count() == 1
        assert faults(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
