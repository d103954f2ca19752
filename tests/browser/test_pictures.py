"""Pictures of the main pages, for the documents: `make pictures` writes them to docs/img."""

import os
from pathlib import Path

from flask import Flask
from playwright.sync_api import Browser, Page

from tests.decisions.set_up.way import code

DOCS = Path(__file__).resolve().parents[2] / "docs" / "img"
PAGES = {
    "home": "/",
    "issue": "/issues/1",
    "issues": "/issues",
    "body": "/bodies/cabinet",
    "raise": "/issues/new/write",
    "who-decides": "/who-decides",
    "answer": "/who-decides/ask/day-centres/council-runs",
}
TALLEST = 1700
WIDTHS = (1280, 360)


def _take(page: Page, path: Path, width: int) -> None:
    """Take the top of a page."""
    height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    page.screenshot(path=path, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})


def test_pictures(browser: Browser, read_only: str, tmp_path: Path) -> None:
    folder = DOCS if os.environ.get("PICTURES") else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    for width in WIDTHS:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="light")
        page = context.new_page()
        for name, address in PAGES.items():
            page.goto(read_only + address)
            _take(page, folder / f"{name}-{width}.png", width)
        page.goto(read_only + "/sign-in")
        page.get_by_role("button", name="Dev S.").click()
        page.wait_for_load_state()
        page.goto(read_only + "/to-do")
        _take(page, folder / f"to-do-{width}.png", width)
        context.close()
    assert len(list(folder.glob("*.png"))) >= 2 * (len(PAGES) + 1)


def test_a_picture_of_setting_up(browser: Browser, empty_app: Flask, empty: str, tmp_path: Path) -> None:
    folder = DOCS if os.environ.get("PICTURES") else tmp_path
    page = browser.new_context(color_scheme="light").new_page()
    page.goto(f"{empty}/set-up")
    page.get_by_label("The code from the server").fill(code(empty_app))
    page.get_by_role("button", name="Begin").click()
    page.goto(f"{empty}/set-up/who")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        _take(page, folder / f"set-up-{width}.png", width)
    assert page.get_by_label("Who runs this").is_visible()
