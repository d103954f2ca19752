"""What waits in the outbox, as tests of people read it."""

import re

from flask import Flask
from sqlalchemy import select

from forum.db import db
from forum.outbox import letters
from forum.outbox.models import Delivery


def waiting(app: Flask) -> list[Delivery]:
    """Every message that waits, the oldest first."""
    with app.app_context():
        return list(db.session.scalars(select(Delivery).order_by(Delivery.id)))


def newest(app: Flask) -> Delivery:
    """The message put in last."""
    return waiting(app)[-1]


def written(app: Flask, row: Delivery) -> str:
    """The words of a message."""
    with app.app_context():
        letter = letters.compose(row)
        return f"{letter.subject}\n\n{letter.body}"


def link_in(app: Flask, row: Delivery) -> str:
    """The first address in a message, without its host."""
    found = re.search(r"http://[^/]+(/\S+)", written(app, row))
    assert found, written(app, row)
    return found[1]
