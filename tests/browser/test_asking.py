"""Who decides? Tried as somebody would who knows nothing: at most five clicks from the first page to the answer."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sizes import sized

MOST_CLICKS = 5
# What somebody types on the first page, what they press then, and what they must be able to read at the end.
FIRST_PAGE = [
    ("who decides to close a day centre", ["Closing a council day centre"], "Marlbrook Council Cabinet"),
    ("day centre", ["Day centres", "The council runs it"], "Marlbrook Council Cabinet"),
    ("pedestrian crossing", ["Crossings", "A street or local road"], "Roads and Transport, Marlbrook Council"),
    ("our GP surgery is closing", ["GP surgery closing", "Only that it may close"], "What you can do at this step"),
    ("my mum's care package was cut", ["My care or my mum’s care"], "Who can help"),
    (
        "by when must the council answer a freedom of information request",
        ["Asking for information", "Answer to a freedom"],
        "The last day is",
    ),
    ("can we start a lunch club", ["Starting a club or group", "food", "lunch"], "you can start it"),
]
# The same, asked on "Who decides?".
ASKED = [
    ("who decides to close a day centre", ["Day centres", "The council runs it"], "Marlbrook Council Cabinet"),
    ("pedestrian crossing", ["Crossings", "A street or local road"], "Roads and Transport, Marlbrook Council"),
    ("our GP surgery is closing", ["GP surgery closing", "Only that it may close"], "What you can do at this step"),
    ("my mum's care package was cut", ["My care or my mum’s care"], "Who can help"),
    (
        "by when must the council answer a freedom of information request",
        ["Asking for information", "Papers or figures", "Answer to a freedom"],
        "The last day is",
    ),
    ("can we start a lunch club", ["Starting a club or group", "food", "lunch"], "you can start it"),
]


def pressed(page: Page, words: list[str]) -> int:
    """Press one link after the other, in the main part of the page, each of the first page that has it."""
    for one in words:
        page.locator("main").get_by_role("link", name=one).first.click()
    return len(words)


@pytest.mark.parametrize("scripts", sized([False], [True, False]), ids=str)
@pytest.mark.parametrize(("typed", "links", "answer"), FIRST_PAGE)
def test_five_clicks_at_most_from_the_first_page(
    browser: Browser, read_only: str, typed: str, links: list[str], answer: str, scripts: bool
) -> None:
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(read_only)
    page.get_by_role("searchbox").fill(typed)
    page.get_by_role("button", name="Find out").click()
    clicks = 1 + pressed(page, links)
    expect(page.locator("main")).to_contain_text(answer)
    assert clicks <= MOST_CLICKS
    context.close()


@pytest.mark.parametrize(("typed", "links", "answer"), ASKED)
def test_the_same_from_who_decides(page: Page, read_only: str, typed: str, links: list[str], answer: str) -> None:
    page.goto(read_only)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Who decides?").click()
    page.get_by_role("searchbox").fill(typed)
    page.get_by_role("button", name="Find out").click()
    clicks = 2 + pressed(page, links)
    expect(page.locator("main")).to_contain_text(answer)
    assert clicks <= MOST_CLICKS


def test_what_to_do_after_a_no_is_one_click_away(page: Page, read_only: str) -> None:
    page.goto(f"{read_only}/who-decides/how/close-day-centre")
    page.locator("main").get_by_role("link", name="If they say no").first.click()
    expect(page.get_by_role("heading", name="If they say no")).to_be_in_viewport()
