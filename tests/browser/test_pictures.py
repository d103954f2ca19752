"""Pictures of the main pages, for the documents: `make pictures` writes them to docs/img."""

import os
from pathlib import Path

from playwright.sync_api import Browser, Page

DOCS = Path(__file__).resolve().parents[2] / "docs" / "img"
PAGES = {
    "home": "/",
    "issue": "/issues/1",
    "issues": "/issues",
    "body": "/bodies/cabinet",
    "raise": "/issues/new/write",
}
TALLEST = 1700


def _take(page: Page, path: Path, width: int) -> None:
    """Take the top of a page."""
    height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    page.screenshot(path=path, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})


def test_pictures(browser: Browser, read_only: str, tmp_path: Path) -> None:
    folder = DOCS if os.environ.get("PICTURES") else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    for width in (1280, 360):
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
    assert len(list(folder.glob("*.png"))) >= 12
