"""A hard word in an answer: a button that opens its meaning, by keyboard too; without a script a link."""

from flask import Flask
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import func, select

from decisions.answers.models import OfficialReply
from forum.db import db
from tests.browser.axe import looks_right_in_turn
from tests.browser.keys import Keys


def answered(app: Flask) -> str:
    """The address of the issue with the first official answer."""
    with app.app_context():
        thread = db.session.scalar(select(func.min(OfficialReply.thread_id)))
    return f"/issues/{thread}"


def test_a_hard_word_opens_its_meaning_after_the_sentence(demo_app: Flask, own: str, watched: Page) -> None:
    watched.goto(own + answered(demo_app))
    button = watched.locator("button.term").first
    meaning = watched.locator("#" + (button.get_attribute("aria-controls") or ""))
    expect(meaning).to_be_hidden()
    assert (button.bounding_box() or {"height": 0})["height"] >= 24
    Keys(watched).reach(button)
    watched.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    looks_right_in_turn(watched, "an answer with a meaning open")
    watched.keyboard.press("Space")
    expect(meaning).to_be_hidden()


def test_without_a_script_it_is_a_link_to_the_words_page(demo_app: Flask, own: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(own + answered(demo_app))
    link = page.locator("a.term").first
    address = link.get_attribute("href") or ""
    link.click()
    assert page.url == own + address
    expect(page.get_by_role("heading", name="How we know this")).to_be_visible()
    context.close()
