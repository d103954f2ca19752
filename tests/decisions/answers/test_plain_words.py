"""Help to make an official answer plain, by buttons that need no script. It never stands in the way of publishing."""

import pytest
from flask import Flask

from decisions.answers.models import OfficialReply
from forum.db import db
from tests.client import Client
from tests.decisions.answers.test_write import Asked
from tests.page import Page


@pytest.fixture
def asked(app: Flask) -> Asked:
    return Asked(app)


def press(asked: Asked, text: str, **button: str) -> Page:
    """Press a button of the panel, with a text in the form."""
    return asked.client.send(asked.address, status=200, text=text, **button)


def test_look_use_and_ignore(app: Flask, asked: Asked) -> None:
    page = press(asked, "We will utilise it. It was agreed.", look="1")
    assert "2 things to change." in page.text
    assert "We will utilise it." in page.text
    used = press(asked, "We will utilise it. It was agreed.", use="8")
    assert "We will use it. It was agreed." in used.text
    assert "1 thing to change." in used.text
    ignored = press(asked, "We will use it. It was agreed.", ignore="passive:was agreed")
    assert "We found nothing to change." in ignored.text
    assert 'name="ignored" value="passive:was agreed"' in ignored.answer.get_data(as_text=True)
    with app.app_context():
        assert db.session.scalars(db.select(OfficialReply)).all() == []


def test_strange_buttons_change_nothing(asked: Asked) -> None:
    for value in ("", "x", "-1", "9" * 40, "3"):
        assert "We will utilise it." in press(asked, "We will utilise it.", use=value).text


def test_hard_words_can_be_published(asked: Asked) -> None:
    asked.client.send(asked.address, text="We will utilise it.")
    guest = Client(asked.app)
    assert "We will utilise it." in guest.get(f"/issues/{asked.thread}-keep-the-day-centre-open").text
