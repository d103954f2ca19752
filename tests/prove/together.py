"""Many browsers that press their buttons at the same moment."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any, TypeVar

from flask import Flask
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from forum.db import db
from tests import make
from tests.client import HERE, Client
from tests.sizes import sized

PEOPLE = sized(12, 50)
Found = TypeVar("Found")


def at_once(acts: Sequence[Callable[[], Found]]) -> list[Found]:
    """Do everything at the same moment, each in a thread of its own. Returns what came of each, in their order."""
    ready = Barrier(len(acts))

    def one(act: Callable[[], Found]) -> Found:
        ready.wait(60)
        return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def press(browser: Client, address: str, **typed: Any) -> Callable[[], TestResponse]:
    """Return the press of a button: a form with a key of its own, unless one is given."""
    form = {"key": f"key of {id(browser)}", "csrf_token": browser.token(), **typed}
    return lambda: browser.raw.post(address, data=form, headers=HERE)


def browsers(app: Flask, count: int = PEOPLE, *, role: str | None = None, name: str = "Person") -> list[Client]:
    """Browsers of as many people, each signed in."""
    made = [make.make_trusted(app, f"{name} {number}", role=role) for number in range(count)]
    return [Client(app).sign_in(person) for person in made]


def of_one(app: Flask, person_id: int, count: int = PEOPLE) -> list[Client]:
    """As many browsers of one person."""
    return [Client(app).sign_in(person_id) for _ in range(count)]


def statuses(answers: Sequence[TestResponse]) -> dict[int, int]:
    """How often each status came."""
    codes = [answer.status_code for answer in answers]
    return {code: codes.count(code) for code in sorted(set(codes))}


def count(app: Flask, model: Any, *where: Any) -> int:
    """How many rows there are."""
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(model).where(*where)) or 0


def one_won(answers: Sequence[TestResponse], words: str) -> None:
    """One got through; all others were told so in a sentence, with what they typed still there."""
    assert statuses(answers) == {303: 1, 409: len(answers) - 1}
    assert all(words in answer.get_data(as_text=True) for answer in answers if answer.status_code == 409)
