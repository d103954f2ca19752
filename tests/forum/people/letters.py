"""What waits in the outbox, as tests of people read it."""

import re

from flask import Flask
from jinja2 import StrictUndefined
from sqlalchemy import select

from forum.about.site import site
from forum.db import db
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
    environment = app.jinja_env.overlay(undefined=StrictUndefined)
    with app.test_request_context():
        from flask import url_for

        template = environment.get_template(f"email/{row.template}.txt")
        link = lambda endpoint, **args: url_for(endpoint, _external=True, **args)  # noqa: E731
        return template.render(site=site(), link=link, **row.values)


def link_in(app: Flask, row: Delivery) -> str:
    """The address in a message, without its host."""
    found = re.search(r"http://[^/]+(/\S+)", written(app, row))
    assert found, written(app, row)
    return found[1]
