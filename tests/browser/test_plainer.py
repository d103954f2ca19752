"""Help to make an answer plain, while somebody writes it, in a real browser."""

from flask import Flask
from playwright.sync_api import Page, expect

from tests.decisions.answers.test_write import Asked

HARD = "😀 It begins prior to May. We will utilise reserves."


def test_words_are_found_put_in_and_ignored_while_writing(empty_app: Flask, empty: str, watched: Page) -> None:
    asked = Asked(empty_app)
    cookie = asked.client.raw.get_cookie("doorway")
    assert cookie is not None
    watched.context.add_cookies([{"name": "doorway", "value": cookie.value, "url": empty}])
    watched.goto(empty + asked.address)
    text, count = watched.locator("#text"), watched.locator("[data-count]")
    text.fill(HARD)
    expect(count).to_have_text("2 things to change.")
    watched.locator("[data-words='utilise'] [data-go]").click()
    assert text.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)") == "utilise"
    watched.locator("[data-words='utilise'] [name=use]").click()
    expect(text).to_have_value("😀 It begins prior to May. We will use reserves.")
    expect(count).to_have_text("1 thing to change.")
    watched.locator("[data-words='prior to'] [name=ignore]").click()
    expect(count).to_have_text("We found nothing to change.")
    expect(watched.locator("[data-heard]")).to_have_text("We found nothing to change.")
    watched.reload()
    text.fill(HARD)  # what was ignored stays away
    expect(count).to_have_text("1 thing to change.")
    text.fill("We will utilise")  # it is still being written
    expect(count).to_have_text("We found nothing to change.")
