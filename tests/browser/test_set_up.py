"""A place is set up from nothing to a useful home page, by keyboard alone; each page keeps what pages promise."""

import re

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import looks_right
from tests.browser.keys import Keys
from tests.decisions.set_up.way import code
from tests.sizes import sized


def fill_in(keys: Keys, page: Page, app: Flask, address: str, seen: list[str]) -> None:
    """Go from the code to the last step, looking at every page on the way."""

    def look() -> None:
        looks_right(page, page.url)
        seen.append(page.get_by_role("heading", level=1).inner_text())

    page.goto(f"{address}/set-up")
    look()
    keys.write("The code from the server", code(app))
    keys.press("Begin")
    look()
    keys.follow("Begin")
    look()
    keys.write("The name of the place", "Leedham")
    keys.write("Who runs this", "Leedham Voices, a charity")
    keys.write("Who pays for it", "The charity and a grant")
    keys.press("Keep and go on")
    keys.write("A part of its name", "leeds")
    keys.press("Look for it")
    look()
    keys.choose("Leeds City Council")
    keys.press("Keep and go on")
    look()
    expect(page.get_by_role("radio", name="a metropolitan council")).to_be_checked()
    keys.choose("A leader and a cabinet")
    keys.press("Keep and go on")
    look()
    keys.write("Phone", "01632 960 000")
    keys.press("Keep and go on")
    look()
    keys.write("The council’s phone number for care", "01632 960 111")
    keys.write("Who reads worries about someone’s safety", "Ada Lowe, Leedham Voices")
    keys.press("Keep and go on")
    look()


@pytest.mark.parametrize("scripts", sized([True], [True, False]), ids=str)
def test_a_place_is_set_up_from_nothing_to_a_useful_home_page(
    browser: Browser, empty_app: Flask, empty: str, scripts: bool
) -> None:
    size = {"width": 360, "height": 740} if scripts else {"width": 320, "height": 640}
    scheme = "light" if scripts else "dark"
    page = browser.new_context(java_script_enabled=True, viewport=size, color_scheme=scheme).new_page()  # type: ignore[arg-type]
    if not scripts:  # axe needs scripts of its own: ours alone are kept away
        page.route(re.compile(r"\.js$"), lambda route: route.abort())
    keys, seen = Keys(page), []
    fill_in(keys, page, empty_app, empty, seen)
    assert seen[-1] == "Your account" and len(seen) == 8
    keys.write("Your name here", "Ada Lowe")
    keys.write("Your e-mail address", "ada@example.org")
    keys.write("A password", "kettle orbit lantern")
    keys.press("Make this place")
    expect(page.get_by_role("heading", level=1)).to_have_text("What is still to find out")
    looks_right(page, page.url)
    keys.follow("Fill in Last day to send a question")
    looks_right(page, page.url)
    keys.write("What you found out", "3")
    keys.write("The page where it stands", "https://example.org/constitution")
    keys.press("Save")
    keys.tick("Other languages")
    keys.write("Who will find out?", "Sam")
    keys.press("Give them these")
    expect(page.get_by_role("heading", level=1)).to_have_text("Please find this out")
    looks_right(page, page.url)
    a_useful_home_page(browser, empty)


def a_useful_home_page(browser: Browser, address: str) -> None:
    """Somebody who knows nothing comes by: in two clicks they know who decides."""
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    keys = Keys(page)
    page.goto(address)
    looks_right(page, "home")
    expect(page.get_by_role("main")).to_contain_text("Leedham")
    expect(page.get_by_role("main")).to_contain_text("Leeds City Council")
    keys.write("Type what it is about", "day centre")
    keys.press("Find out")
    keys.follow("Day centres")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("contentinfo")).to_contain_text("Leedham Voices, a charity")
