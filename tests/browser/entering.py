"""Sign in as somebody of the demonstration."""

from playwright.sync_api import Browser, Page


def signed_in(browser: Browser, address: str, who: str, *, width: int = 1280) -> Page:
    """A page of a browser in which somebody of the demonstration is signed in."""
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    page.goto(f"{address}/sign-in")
    page.get_by_role("main").get_by_role("button", name=who).first.click()
    return page
