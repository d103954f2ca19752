"""Who decides? Tried as somebody would who knows nothing: at most five clicks from the question to the answer."""

import pytest
from playwright.sync_api import Page, expect

# What somebody types, then what they press, and what they must be able to read at the end.
ASKED = [
    ("who decides to close a day centre", ["Day centres", "The council runs it"], "Who decides"),
    ("pedestrian crossing", ["Crossings", "A street or local road"], "Who decides"),
    ("our GP surgery is closing", ["GP surgery closing", "Only that it may close"], "Who decides"),
    ("my mum's care package was cut", ["My care or my mum's care"], "Who can help"),
    (
        "freedom of information",
        ["Asking for information", "Papers or figures", "Answer to a freedom"],
        "The last day is",
    ),
    ("can we start a lunch club", ["Starting a club or group", "food", "lunch"], "you can start it"),
]


@pytest.mark.parametrize(("typed", "pressed", "answer"), ASKED)
def test_five_clicks_at_most(page: Page, read_only: str, typed: str, pressed: list[str], answer: str) -> None:
    page.goto(f"{read_only}/who-decides")
    page.get_by_role("searchbox").fill(typed)
    page.get_by_role("button", name="Find out").click()
    clicks = 1
    for words in pressed:
        page.locator("main").get_by_role("link", name=words).first.click()
        clicks += 1
    expect(page.locator("main")).to_contain_text(answer)
    assert clicks <= 5
