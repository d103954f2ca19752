"""What is over is deleted; what still holds stays."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import func, select

from forum import clock
from forum.db import db
from forum.people.models import FormKey, MailedLink, SignInSession
from forum.people.sweeping import sweep
from tests.make import keep, make_person


def test_only_what_is_over_goes(app: Flask) -> None:
    person_id, now = make_person(app), clock.now()
    for days in (1, 3, 40, 100):
        at = now - timedelta(days=days)
        keep(
            app,
            SignInSession(token_hash=f"s{days}", person_id=person_id, created_at=at, seen_at=at),
            MailedLink(
                token_hash=f"l{days}", purpose="sign-in", email="a@example.org", created_at=at + timedelta(hours=1)
            ),
            FormKey(key=f"k{days}", owner="guest:/join", address="/", created_at=at),
        )
    with app.app_context():
        assert sweep(now) == 2 + 3 + 3
        left = [
            db.session.scalar(select(func.count()).select_from(one)) for one in (SignInSession, MailedLink, FormKey)
        ]
        assert left == [2, 1, 1]
        assert sweep(now) == 0
