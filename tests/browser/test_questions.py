"""A question at 320 pixels, by keyboard alone: asked, answered with a colleague's look, and thanked for."""

from playwright.sync_api import Browser

from tests.browser.axe import looks_right
from tests.browser.entering import signed_in
from tests.browser.keys import Keys


def test_a_question_is_asked_answered_and_thanked_for_by_keyboard(browser: Browser, own: str) -> None:
    amina = signed_in(browser, own, "Amina K.", width=320)
    amina.goto(f"{own}/issues/1/question")
    looks_right(amina, "asking")
    keys = Keys(amina)
    keys.pick("Whom do you ask?", "Adult Social Care, Marl")
    keys.write("Your question", "Will there be lunch on Fridays?")
    keys.press("Go on")
    address = amina.url
    assert "Adult Social Care, Marlbrook Council" in amina.content()
    assert "its own promise" in amina.content()
    looks_right(amina, "a question")
    helen = signed_in(browser, own, "Helen T.", width=320)
    keys = Keys(helen)
    helen.goto(f"{own}/to-do")
    looks_right(helen, "what waits")
    helen.goto(f"{address}/answer")
    keys.write("Your answer", "Yes. Lunch stays on all five days.")
    keys.press("Ask a colleague to check")
    helen.goto(f"{address}/answer")
    looks_right(helen, "answering")
    keys.press("Publish now")
    assert "Yes. Lunch stays on all five days." in helen.content()
    amina.goto(address)
    keys = Keys(amina)
    keys.follow("Does it answer your question?")
    keys.choose("Yes, it answers my question")
    keys.press("Send")
    keys.follow("Say thank you")
    keys.press("Say thank you")
    assert "The asker said thank you." in amina.content()
    looks_right(amina, "an answered question")
    for page in (amina, helen):
        page.context.close()
