"""Ask axe about a page."""

from typing import Literal
from zlib import crc32

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.sizes import PROVE

OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],  # all of these, and not every node that is right: that took most of the time
}

LOOKS: tuple[tuple[Literal["light", "dark"], int], ...] = (("light", 1280), ("dark", 320))


def faults(page: Page) -> list[str]:
    """Return what axe finds wrong: the rule, and where."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{one['id']}: {[node['html'][:120] for node in one['nodes'][:3]]}" for one in found]


def looks_right(page: Page, where: str) -> None:
    """Hold a page against what every page promises to the eye: axe finds nothing, nothing scrolls sideways."""
    page.evaluate("Promise.all(document.getAnimations().map(one => one.finished))")  # a colour on its way misleads axe
    found = faults(page)
    assert not found, f"{where}: {found}"
    size = page.viewport_size
    assert size is not None
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], f"{where} scrolls sideways"


def looks_right_in_turn(page: Page, where: str) -> None:
    """Hold a page against its promises on a wide light screen or on a narrow dark one, by turns: always the same one
    for a page. When proving, it is turned from one to the other."""
    for scheme, width in LOOKS if PROVE else (LOOKS[crc32(where.encode()) % 2],):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        looks_right(page, f"{where} {scheme}")
