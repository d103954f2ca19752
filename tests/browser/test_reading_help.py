"""Easy reading help, listening, the short version and large print, in a browser."""

from playwright.sync_api import Browser, Page

from tests.browser.axe import looks_right, looks_right_in_turn

# A voice of our own: the machine of the tests has none. It writes down what it is told, and ends when we say so.
VOICE = """
window.told = [];
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [{}], addEventListener: () => {}, cancel: () => { window.now = null; },
  speak: (one) => { window.told.push(one.text); window.now = one; },
} });
"""


def test_settings_hold_on_every_page_without_scripts(browser: Browser, read_only: str) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 800}, java_script_enabled=False).new_page()
    page.goto(f"{read_only}/issues/1")
    before = page.locator("h1").bounding_box()
    page.get_by_role("link", name="Easy reading help").click()
    page.get_by_label("Largest: twice the usual").check()
    page.get_by_label("More room between lines, words and letters").check()
    page.get_by_label("Strong: black and white, with dark edges").check()
    page.get_by_role("button", name="Use this").click()
    assert page.url.startswith(f"{read_only}/issues/1-")
    after = page.locator("h1").bounding_box()
    assert before and after and after["height"] > 1.4 * before["height"]
    assert page.get_by_role("button", name="Listen").count() == 0


def test_the_largest_and_strongest_look_right(watched: Page, read_only: str) -> None:
    watched.context.add_cookies([{"name": "doorway-reading", "value": "largest.wide.strong", "url": read_only}])
    watched.set_viewport_size({"width": 320, "height": 800})
    for address, scheme in (("/issues/1", "light"), ("/issues/1/short", "dark"), ("/reading", "dark"), ("/", "light")):
        watched.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        watched.goto(read_only + address)
        looks_right(watched, f"{address}, largest, {scheme}")


def test_listen_pause_go_on_stop(watched: Page, read_only: str) -> None:
    watched.add_init_script(VOICE)
    watched.goto(f"{read_only}/issues/1/short")
    watched.get_by_role("button", name="Listen").press("Enter")
    first = watched.evaluate("told")
    assert first == ["Short version: Keep Riverside Day Centre open on Fridays"]
    watched.evaluate("now.onend()")
    assert watched.evaluate("told").pop() == "Who has it?"
    watched.get_by_role("button", name="Pause").click()
    assert watched.evaluate("now") is None
    watched.get_by_role("button", name="Go on").click()
    assert watched.evaluate("told.slice(1)") == ["Who has it?", "Who has it?"]
    watched.get_by_role("button", name="Stop").click()
    assert watched.get_by_role("button", name="Listen").is_visible()
    assert not watched.get_by_role("button", name="Stop").is_visible()
    looks_right_in_turn(watched, "with a voice")


def test_the_short_version_is_one_page_of_print(page: Page, read_only: str) -> None:
    page.goto(f"{read_only}/issues/1/short")
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 1
    page.goto(f"{read_only}/issues/1")
    page.get_by_role("link", name="Large print").first.click()
    page.emulate_media(media="print")
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
    assert size >= 24 * 0.85  # 18 points are 24 pixels; small words are a little smaller
