"""The pages that keep a journey, as those who use them see them: axe finds nothing, nothing scrolls sideways."""

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import looks_right, looks_right_in_turn
from tests.browser.entering import signed_in

PAGES = (
    ("Dev S.", "/issues/1/steps"),
    ("Dev S.", "/issues/1/steps/new"),
    ("Dev S.", "/issues/1/steps/2"),
    ("Dev S.", "/issues/1/steps/2/ways"),
    ("Dev S.", "/issues/1/dates"),
    ("Dev S.", "/issues/1/steps/2/send-in"),
    ("Dev S.", "/issues/9/steps/start"),
    ("Dev S.", "/issues/9/steps/usual?usual=library"),
    ("Dev S.", "/who-decides/how/library/use"),
    ("Dev S.", "/issues/1/happened"),
    ("Amina K.", "/issues/1/happened"),
    ("Dev S.", "/moves/2/correct"),
    ("Helen T.", "/issues/1/answer"),
    ("Helen T.", "/questions/2/answer"),
    ("Helen T.", "/questions/2/other"),
    ("Helen T.", "/questions/2/pass-on"),
    ("Amina K.", "/issues/1/question"),
    ("Amina K.", "/questions/1/again"),
    ("Amina K.", "/questions/1/rate"),
    ("Amina K.", "/questions/4/their-reply"),
    ("Dev S.", "/questions/4/sending"),
)


@pytest.mark.parametrize("who", sorted({who for who, _address in PAGES}))
def test_the_pages_of_a_journey_keep_their_promises(browser: Browser, read_only: str, who: str) -> None:
    page = signed_in(browser, read_only, who)
    for address in [address for person, address in PAGES if person == who]:
        answer = page.goto(read_only + address)
        assert answer is not None
        assert answer.status == 200, address
        looks_right_in_turn(page, address)
    page.context.close()


def test_a_form_that_failed_keeps_them_too(browser: Browser, own: str) -> None:
    page = signed_in(browser, own, "Dev S.", width=320)
    for address, button in (
        ("/issues/1/happened", "Put it on the record"),
        ("/issues/1/steps/new", "Save"),
        ("/issues/1/dates", "Save"),
    ):
        page.goto(own + address)
        page.get_by_role("main").get_by_role("button", name=button).click()
        assert page.get_by_role("alert").count() == 1
        looks_right(page, address)
