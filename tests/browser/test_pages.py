"""Every public page, as a guest sees it: axe finds nothing, nothing scrolls sideways, the console is quiet."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import looks_right_in_turn

PAGES = (
    "/",
    "/issues",
    "/issues/1",
    "/issues/5",
    "/issues/12",
    "/issues/36",
    "/issues/1/answers/17",
    "/editions/1",
    "/summaries/issue/1",
    "/reading",
    "/issues/1-by-another-name/story",
    "/this-week",
    "/this-week?days=all&kind=meeting",
    "/follow/body/1",
    "/who-decides",
    "/who-decides?q=day+centre",
    "/who-decides?q=zzzz",
    "/bodies",
    "/topics",
    "/words",
    "/words?q=care",
    "/words/call-in-council",
    "/words/suggest",
    "/who-decides/ask/day-centres",
    "/who-decides/how/close-day-centre",
    "/who-decides/how/safeguarding",
    "/who-decides/how/care-assessment-complaint",
    "/who-decides/how/ask-for-information",
    "/who-decides/power/day-centres.decides.cabinet",
    "/who-decides/history/body/cabinet",
    "/who-decides/start/lunch-club",
    "/who-decides/clock/foi.reply",
    "/who-decides/clock/council.papers?day=soon",
    "/who-decides/rights",
    "/who-decides/law",
    "/who-decides/taking-part",
    "/who-decides/taking-part/speak-at-a-meeting",
    "/who-decides/practice/first-time-in-the-public-seats",
    "/topics/day-centres",
    "/wrong?page=/who-decides&title=Who+decides",
    "/bodies/cabinet",
    "/bodies/mill-lane-surgery",
    "/topics/hospital",
    "/promises/1",
    "/questions/1",
    "/questions/2",
    "/questions/3",
    "/questions/4",
    "/bodies/adult-care/questions",
    "/bodies/mill-lane-surgery/questions",
    "/promises/2",
    "/bodies/highways/promises",
    "/bodies/highways/you-said-we-did",
    "/issues/26/you-said-we-did",
    "/data",
    "/involvement",
    "/involvement/area/1",
    "/issues?late=1&topic=housing",
    "/issues?topic=nothing",
    "/meetings",
    "/meetings?month=2026-11",
    "/meetings?body=cabinet",
    "/meetings?body=planning",
    "/meetings/22",
    "/meetings/27",
    "/meetings/31",
    "/meetings/33",
    "/decisions/1",
    "/decisions/4",
    "/decisions/7",
    "/decisions/1/history",
    "/search",
    "/search?q=bus",
    "/search?q=day+centre",
    "/search?q=agenda&kind=word",
    "/search?q=zzzz",
    "/search?q=libary",
    "/issues/new",
    "/issues/new/one-person",
    "/issues/new/write",
    "/issues/1/reply",
    "/issues/1/affects-me",
    "/follow/thread/1",
    "/report?kind=thread&id=1",
    "/help-now",
    "/worried",
    "/safety",
    "/safety/log",
    "/accessibility",
    "/privacy",
    "/about",
    "/your-job",
    "/sign-in",
    "/join",
    "/nothing-is-here",
)


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """One page that opens all of them, as a reader's does: a new browser for each took most of the time."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_keeps_its_promises(reader: Page, read_only: str, address: str) -> None:
    reader.goto(read_only + address)
    looks_right_in_turn(reader, address)


def test_no_page_asks_another_site_or_sets_a_cookie(watched: Page, read_only: str) -> None:
    for address in PAGES[:12]:
        watched.goto(read_only + address)
    assert watched.context.cookies() == []
