"""Changing who decides what, in a browser: every page keeps its promises, and the form works by keyboard alone."""

from flask import Flask
from playwright.sync_api import Browser, Page

from tests import packs
from tests.browser.axe import looks_right_in_turn
from tests.browser.entering import signed_in

PAGES = (
    "/who-decides/edit",
    "/who-decides/edit/body",
    "/who-decides/edit/body?due=1",
    "/who-decides/edit/seat",
    "/who-decides/edit/body/council",
    "/who-decides/edit/pathway/social-prescribing",
    "/who-decides/edit/banner/icb-mergers-2026",
    "/who-decides/edit/place/marlbrook",
    "/who-decides/edit/body/council/end",
    "/who-decides/add/rule",
    "/who-decides/history/body/council",
    "/bodies/cabinet",
    "/who-decides/how/close-day-centre",
    "/set-up/facts",
)


def test_every_page_keeps_its_promises(browser: Browser, own: str) -> None:
    page = signed_in(browser, own, "Dev S.")
    for address in PAGES:
        page.goto(own + address)
        looks_right_in_turn(page, address)
    page.goto(f"{own}/who-decides/edit/body/council")
    page.get_by_label("Name in a sentence").fill("")
    page.get_by_role("button", name="Save").last.click()
    assert page.evaluate("document.activeElement.hasAttribute('data-errors')")
    looks_right_in_turn(page, "a body with a fault")
    page.context.close()


def test_a_step_is_added_and_saved_by_keyboard(watched: Page, demo_app: Flask, own: str) -> None:
    watched.goto(f"{own}/sign-in")
    watched.get_by_role("button", name="Dev S.").click()
    watched.goto(f"{own}/who-decides/edit/pathway/social-prescribing")
    watched.locator("button[name=more][value=e-step]").focus()
    watched.keyboard.press("Enter")
    watched.wait_for_url("**#e-step")
    before = [one["id"] for one in packs.kept(demo_app, "pathway", "social-prescribing")["step"]]
    group = watched.locator(f"#e-step-{len(before)}")
    for label, words in (("Id", "end"), ("What people call it", "It ends"), ("In plain words", "It is over.")):
        group.get_by_label(label).first.fill(words)
    group.get_by_label("What it does here").select_option("inform")
    watched.get_by_label("Why do you change this?").fill("One step was missing.")
    watched.keyboard.press("Tab")
    watched.keyboard.press("Enter")
    watched.get_by_text("Saved. The public log says").wait_for()
    after = [one["id"] for one in packs.kept(demo_app, "pathway", "social-prescribing")["step"]]
    assert after == [*before, "end"]
