"""The pages of somebody signed in: axe finds nothing, nothing scrolls sideways, and signing in works by keyboard."""

from playwright.sync_api import Page

from tests.browser.axe import looks_right_in_turn

MINE = (
    "/me",
    "/me/settings",
    "/me/settings/name",
    "/me/settings/e-mail",
    "/me/settings/password",
    "/me/settings/capacity",
    "/me/settings/mail",
    "/me/sessions",
    "/me/organisation",
    "/me/leave",
    "/people",
    "/people?q=zzzz",
    "/people/1/roles",
    "/people/Dev%20S.",
)
GUEST = ("/forgot-password", "/check-your-e-mail", "/signed-out", "/left", "/join/nothing", "/sign-in/link/nothing")
WRONG = (("/join", "Send me the link"), ("/sign-in", "Sign in"), ("/forgot-password", "Send me the link"))


def test_pages_of_mine_keep_their_promises(page: Page, read_only: str) -> None:
    for address in GUEST:
        page.goto(read_only + address)
        looks_right_in_turn(page, address)
    for address, button in WRONG:
        page.goto(read_only + address)
        page.get_by_role("main").get_by_role("button", name=button, exact=True).click()
        assert page.evaluate("document.activeElement.hasAttribute('data-errors')"), address
        looks_right_in_turn(page, f"{address} with faults")
    page.goto(f"{read_only}/sign-in")
    page.get_by_role("button", name="Ruth A.").click()
    for address in MINE:
        page.goto(read_only + address)
        looks_right_in_turn(page, address)


def test_signing_in_and_out_by_keyboard(watched: Page, own: str) -> None:
    watched.goto(f"{own}/sign-in")
    watched.get_by_label("E-mail address").focus()
    watched.keyboard.type("amina@example.org")
    watched.keyboard.press("Tab")
    watched.keyboard.type("three green doors")
    watched.keyboard.press("Enter")
    watched.wait_for_url("**/me")
    watched.get_by_role("button", name="Sign out").focus()
    watched.keyboard.press("Enter")
    watched.wait_for_url("**/signed-out")
    watched.goto(f"{own}/me")
    assert "/sign-in" in watched.url
