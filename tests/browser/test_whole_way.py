"""One issue travels from a phone to a decision: by keyboard alone, with scripts and without."""

from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import Browser, Locator, Page, expect

from forum import clock
from tests.browser.keys import Keys
from tests.letters import addresses_in, do_jobs, letters
from tests.sizes import sized

PHONE = {"width": 360, "height": 740}
TITLE = "Put back the bench at the Mill Lane bus stop"
EVERYONE = "Something that affects more people"


class Way:
    """The steps of the way, each as one of the people would take it."""

    def __init__(self, browser: Browser, address: str, app: Flask, *, scripts: bool) -> None:
        self.browser, self.address, self.app, self.scripts = browser, address, app, scripts

    def someone(self, name: str = "") -> tuple[Page, Keys]:
        """A browser on a phone; signed in when a name of the demonstration is given."""
        context = self.browser.new_context(viewport=PHONE, locale="en-GB", java_script_enabled=self.scripts)  # type: ignore[arg-type]
        page = context.new_page()
        keys = Keys(page)
        page.goto(self.address + ("/sign-in" if name else "/"))
        if name:
            keys.press(name)
        return page, keys

    def mailed(self, to: str, where: str) -> str:
        """Do the jobs, and return the address of a page in the last letter to somebody."""
        do_jobs(self.app)
        sent = [path for one in letters(self.app) if to in one.to for path in addresses_in(one) if where in path]
        assert sent, f"no letter to {to} with {where}"
        return self.address + sent[-1]

    def press(self, page: Page, keys: Keys, target: Locator) -> None:
        """Go to a link by keyboard and press it."""
        keys.reach(target)
        with page.expect_navigation():
            page.keyboard.press("Enter")

    def find(self) -> None:
        """A volunteer comes by a search, reads where it is, and follows with an e-mail address alone."""
        page, keys = self.someone()
        keys.write("Type what it is about", "day centre Fridays")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search*")
        keys.follow("Keep Riverside Day Centre open on Fridays")
        panel = page.get_by_role("region", name="Where this is now")
        for words in ("Nothing is decided yet", "is asking people what they think until", "They do not decide"):
            expect(panel).to_contain_text(words)
        for words in ("Can it still change?", "Yes, until the Cabinet decides", "What you can do", "days left"):
            expect(panel).to_contain_text(words)
        self.follow(page, keys, "tess@example.org")

    def follow(self, page: Page, keys: Keys, email: str) -> None:
        """Follow the issue on this page by e-mail alone; the link asks, a button confirms."""
        keys.follow("Follow this")
        keys.write("E-mail", email)
        keys.press("Follow by e-mail")
        page.goto(self.mailed(email, "/follow/"))
        keys.press("Yes, follow this")
        expect(page.get_by_role("heading", level=1)).to_be_visible()

    def raise_it(self) -> None:
        """Somebody raises an issue, and signs up last; the words are still there."""
        page, keys = self.someone()
        keys.follow("Raise something")
        keys.follow("more people")
        keys.write("A title", TITLE)
        keys.write("What is happening?", "The bench went in June. People sit on the wall, or on the ground.")
        keys.write("Who does it affect?", "Everyone who waits for the 42.")
        keys.write("What would help?", "A bench. Any bench.")
        keys.pick("What is it about?", "Buses")
        keys.tick("I have not named anyone else")
        keys.press("See how it looks")
        expect(page.get_by_text("The bench went in June.")).to_be_visible()
        keys.follow("I am new here")
        keys.write("Name", "Winifred B.")
        keys.write("E-mail", "winifred@example.org")
        keys.press("Send me the link")
        page.goto(self.mailed("winifred@example.org", "/join/"))
        keys.press("Make my account")
        expect(page.get_by_text("The bench went in June.")).to_be_visible()
        keys.press("Show this to everyone")
        expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
        self.issue = page.url

    def look(self) -> None:
        """A moderator looks at the first post and lets everyone see it: two clicks."""
        page, keys = self.someone("Mo H.")
        page.goto(self.address + "/to-do")
        row = page.get_by_role("listitem").filter(has_text=TITLE).first
        self.press(page, keys, row.get_by_role("link").first)
        keys.press("Show these words")

    def start(self) -> None:
        """A facilitator starts the steps of the issue."""
        page, keys = self.someone("Dev S.")
        page.goto(self.issue)
        keys.follow("Start the steps")
        keys.pick("Which body?", "Roads and Transport", nth=0)
        keys.pick("What does it do?", "It is asked to answer", nth=0)
        keys.pick("Which body?", "Cabinet Member for Transport", nth=1)
        keys.pick("What does it do?", "It decides", nth=1)
        keys.press("Start")
        expect(page.get_by_role("heading", level=1)).to_be_visible()

    def happened(self, kind: str, step: str, plain: str, *, official: bool = False) -> None:
        """A facilitator records a move with its evidence."""
        page, keys = self.someone("Dev S.")
        page.goto(self.issue)
        keys.follow("Tell us what happened")
        keys.choose(kind)
        keys.pick("At which step?", step)
        keys.date("On which day?", clock.today())
        keys.write("In plain words", plain)
        keys.choose("Official record" if official else "Their reply")
        if official:
            keys.write("Link to where it says so", "https://marlbrook-council.example.org/decisions/88")
        keys.press("Put it on the record")
        assert page.get_by_role("alert").all_inner_texts() == []
        expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)

    def hear(self) -> None:
        """The follower gets the e-mail and finds the news."""
        address = self.mailed("sid@example.org", "/issues/")
        told = [one.body for one in letters(self.app) if "sid@example.org" in one.to]
        assert any("A bench comes back before Easter." in body for body in told)
        page, _keys = self.someone()
        page.goto(address)
        panel = page.get_by_role("region", name="Where this is now")
        expect(panel).to_contain_text("agreed to this on")
        expect(panel).to_contain_text("No, it is decided.")

    def report(self) -> None:
        """Somebody without an account reports a post; a moderator hides it; the log says why."""
        page, keys = self.someone()
        page.goto(self.address + "/issues/11")
        words = page.locator("#post-3 .said").inner_text()[:40]
        self.press(page, keys, page.locator("#post-3").get_by_role("link", name="Report this"))
        keys.choose("It is unkind or hateful")
        keys.press("Send")
        mo, mo_keys = self.someone("Mo H.")
        mo.goto(self.address + "/to-do")
        row = mo.get_by_role("listitem").filter(has_text="report").first
        self.press(mo, mo_keys, row.get_by_role("link").first)
        mo_keys.press("Hide these words")
        page.goto(self.address + "/issues/11")
        expect(page.locator("#post-3")).to_contain_text("A moderator hid these words.")
        expect(page.get_by_text(words)).to_have_count(0)
        page.goto(self.address + "/safety/log")
        expect(page.get_by_role("main")).to_contain_text("It is unkind or hateful")


@pytest.mark.parametrize("scripts", sized([False], [True, False]), ids=str)
def test_one_issue_travels_from_a_phone_to_a_decision(
    browser: Browser, own: str, demo_app: Flask, scripts: bool
) -> None:
    way = Way(browser, own, demo_app, scripts=scripts)
    way.find()
    way.raise_it()
    way.look()
    page, keys = way.someone()
    page.goto(way.issue)
    way.follow(page, keys, "sid@example.org")
    way.start()
    way.happened("Sent to them", "The council’s roads", "We asked the council for a bench.")
    way.happened("They replied", "The council’s roads", "They say the Cabinet member decides.")
    way.happened("Agreed", "The Cabinet", "A bench comes back before Easter.", official=True)
    way.hear()
    way.report()


def test_a_follower_is_told_once(own: str, demo_app: Flask) -> None:
    do_jobs(demo_app)
    before = len(letters(demo_app))
    do_jobs(demo_app, timedelta(minutes=5))
    assert len(letters(demo_app)) == before
