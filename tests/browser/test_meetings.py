"""Keeping meetings in a browser: the forms keep their promises, and a meeting is put off by keyboard alone."""

from playwright.sync_api import Browser, Page

from tests.browser.axe import looks_right_in_turn
from tests.browser.entering import signed_in

PAGES = (
    "/meetings",
    "/meetings/27",
    "/meetings/new",
    "/meetings/27/change",
    "/meetings/27/status",
    "/meetings/27/items",
    "/meetings/27/papers",
    "/meetings/series",
    "/meetings/series/new",
    "/meetings/series/1",
    "/decisions/new",
    "/decisions/1/change",
)


def test_every_form_keeps_its_promises(browser: Browser, own: str) -> None:
    page = signed_in(browser, own, "Dev S.")
    for address in PAGES:
        page.goto(own + address)
        looks_right_in_turn(page, address)
    page.context.close()


def test_a_meeting_is_put_off_without_scripts(browser: Browser, own: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{own}/sign-in")
    page.get_by_role("button", name="Dev S.").press("Enter")
    page.goto(f"{own}/meetings/27/status")
    page.get_by_label("It is put off").check()
    page.get_by_role("button", name="Save").press("Enter")
    assert page.get_by_text("Write why, so that people understand.").first.is_visible()
    page.get_by_label("Why?").fill("The hall is flooded.")
    page.get_by_label("Or: to which new day?").fill("2099-01-06")
    page.get_by_role("button", name="Save").press("Enter")
    assert page.get_by_text("The new day is").first.is_visible()
    page.get_by_role("link", name="Go to the new day").press("Enter")
    assert page.get_by_text("It was put off to here from").is_visible()
    context.close()


def test_from_a_record_to_a_move_in_three_clicks(browser: Browser, own: str) -> None:
    """What was brought in waits for a facilitator: look at both, yes, on the record."""
    page = signed_in(browser, own, "Dev S.")
    page.goto(f"{own}/to-do")
    row = page.get_by_role("listitem").filter(has_text="with a hoist and a bench (Changing Places)")
    row.get_by_role("link", name="Look at both").click()
    looks_right_in_turn(page, "a suggestion")
    page.get_by_role("button", name="Yes, the same").click()
    looks_right_in_turn(page, "a draft")
    assert "It is on the agenda of the Cabinet" in page.get_by_label("What happened, in plain words").input_value()
    page.get_by_role("button", name="Put it on the record").click()
    assert page.get_by_text("Thank you. It is on the record.").is_visible()
    assert page.get_by_text("It is on the agenda of the Cabinet").first.is_visible()
    for address in ("/issues/27/records", "/decisions/1/join", "/meetings/27"):
        page.goto(own + address)
        looks_right_in_turn(page, address)
    page.context.close()


def test_a_decision_prints_on_one_page(page: Page, read_only: str) -> None:
    page.goto(f"{read_only}/decisions/1")
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 1
    page.emulate_media(media="print")
    assert page.get_by_text("Where this decision stands on").is_visible()
    assert page.get_by_text("/decisions/1").first.is_visible()
