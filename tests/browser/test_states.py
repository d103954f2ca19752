"""Pages in the states that come after something happened: reported, hidden, asked again, suspended, failed, empty.
Each by day at 1280 pixels and by night at 320: axe finds nothing, nothing scrolls sideways."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, abort
from playwright.sync_api import Browser, Page
from sqlalchemy import select

from forum.access import EVERYONE
from forum.db import db
from forum.moderation.models import Appeal, Concern, Flag, Ruling
from forum.people.models import Byline, Person
from forum.threads.models import Post
from forum.web import allow
from tests.browser.axe import looks_right_in_turn
from tests.browser.conftest import serve
from tests.browser.settings import SETTINGS
from tests.client import Client
from wsgi import create_app

CODES = (400, 403, 404, 405, 409, 413, 429, 500, 503)
EMPTY = ("/", "/issues", "/who-decides", "/this-week", "/search?q=bus", "/safety", "/safety/log", "/about", "/help-now",
         "/worried", "/sign-in", "/join", "/your-job")  # fmt: skip
WRONG = {  # signed out: a form, its button
    "/issues/new/write": "Next: see how it looks",
    "/issues/2/reply": "Next",
    "/follow/thread/2": "Follow by e-mail",
    "/report?kind=thread&id=2": "Send the report",
    "/worried": "Send to the safeguarding lead",
}


class World:
    """The demonstration after some hours of moderation."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.posts = {name: self._posts(name) for name in ("Amina K.", "Sunny Side Up")}
        bad, worse = self.posts["Amina K."][-1], self.posts["Sunny Side Up"][-1]
        guest, mo = Client(app), self._someone("Mo H.")
        self.receipt = guest.send(f"/report?kind=post&id={bad}", reason="personal", words="It names my aunt.").location
        mo.send(f"/hide?kind=post&id={bad}", button="Hide these words", reason="personal", words="Leave out the name.")
        self.ruling = self._last(Ruling)
        self._someone("Amina K.").send(f"/rulings/{self.ruling}/ask-again", words="She said that I may.")
        mo.send(f"/suspend?kind=post&id={worse}", reason="unkind")
        guest.send("/worried", button="Send", words="A man in our street has not come out for three days.")
        self.hidden, self.shown = bad, self.posts["Amina K."][0]

    def _someone(self, name: str) -> Client:
        with self.app.app_context():
            return Client(self.app).sign_in(db.session.scalars(select(Person.id).where(Person.name == name)).one())

    def _last(self, model: type[Any]) -> int:
        with self.app.app_context():
            return int(db.session.scalars(select(model.id).order_by(model.id.desc())).first() or 0)

    def _posts(self, name: str) -> list[int]:
        with self.app.app_context():
            wanted = select(Post.id).join(Byline, Post.byline_id == Byline.id).join(Person).where(Person.name == name)
            return list(db.session.scalars(wanted.where(Post.number > 1).order_by(Post.id)))

    def pages(self) -> dict[str, tuple[str, ...]]:
        """Who looks at what."""
        hidden, shown, mine = self.hidden, self.shown, f"/rulings/{self.ruling}"
        report, appeal, worry = (self._last(model) for model in (Flag, Appeal, Concern))
        return {
            "": (self.receipt, f"/safety/why?kind=post&id={hidden}", "/safety/log", "/issues/1/asks", "/worried/sent",
                 "/follow/stopped", "/follow/confirm/nothing", "/report?kind=post&id=7"),
            "Amina K.": ("/", "/issues/1", mine, f"{mine}/ask-again", f"/posts/{shown}/edit",
                         f"/posts/{shown}/take-back", "/issues/2/look-after", "/issues/2/ask", "/issues/2/reply",
                         "/to-do", f"/safety/why?kind=post&id={hidden}"),
            "Mo H.": ("/to-do", "/issues/1", "/hide?kind=post&id=7", "/suspend?kind=post&id=7", "/suspended",
                      f"/hide?kind=post&id={hidden}", f"/appeals/{appeal}", f"/reports/{report}"),
            "Ruth A.": ("/to-do", f"/appeals/{appeal}", "/worries", f"/worries/{worry}", "/worries?closed=1",
                        "/settings"),
            "Dev S.": ("/to-do", "/issues/new/type-in", "/issues/2/type-in", "/issues/2/ask", "/issues/3/edit"),
            "Helen T.": ("/to-do", "/issues/1/answer"),
            "Sunny Side Up": ("/me", "/to-do", f"/rulings/{self._last(Ruling)}", "/issues/2/reply", "/issues/2"),
        }  # fmt: skip


def broken(code: int) -> str:
    """A page that fails as it is asked to."""
    abort(code)


@pytest.fixture(scope="module")
def world(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("states")
    shutil.copy(demo_file, folder / "doorway.db")
    app = create_app(**SETTINGS, INSTANCE=folder)
    app.add_url_rule("/broken/<int:code>", "broken", allow(EVERYONE)(broken), methods=["GET", "POST"])
    return World(app)


@pytest.fixture(scope="module")
def address(world: World) -> Iterator[str]:
    yield from serve(world.app)


def press(page: Page, button: str) -> None:
    page.get_by_role("main").get_by_role("button", name=button, exact=True).click()


def test_what_moderation_leaves_behind(browser: Browser, world: World, address: str) -> None:
    for who, pages in world.pages().items():
        context = browser.new_context()
        page = context.new_page()
        if who:
            page.goto(f"{address}/sign-in")
            page.get_by_role("main").get_by_role("button", name=who).click()
        for path in pages:
            answer = page.goto(address + path)
            assert answer is not None and answer.status in (200, 400, 403, 404), f"{path} as {who}"
            looks_right_in_turn(page, f"{path} as {who or 'a guest'}")
        context.close()


def test_forms_that_failed_and_pages_that_broke(page: Page, address: str) -> None:
    for path, button in WRONG.items():
        page.goto(address + path)
        press(page, button)
        assert page.get_by_role("alert").count() == 1, path
        looks_right_in_turn(page, f"{path} with faults")
    for code in CODES:
        answer = page.goto(f"{address}/broken/{code}")
        assert answer is not None and answer.status == code
        looks_right_in_turn(page, f"the page {code}")


def test_a_place_with_nothing_in_it(page: Page, empty: str) -> None:
    for path in EMPTY:
        page.goto(empty + path)
        looks_right_in_turn(page, f"{path} of an empty place")


def test_words_twice_as_big_fit(browser: Browser, address: str) -> None:
    for width in (1280, 360):
        context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
        page = context.new_page()
        for path in ("/", "/issues/1", "/issues", "/who-decides", "/bodies/cabinet", "/this-week", "/issues/new/write",
                     "/help-now", "/safety", "/sign-in"):  # fmt: skip
            page.goto(address + path)
            page.add_style_tag(content=":root { font-size: 225% }")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} scrolls sideways"
        context.close()
