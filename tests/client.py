"""A browser without scripts, for tests: it says where its forms come from, and fills in hidden fields as one would."""

from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse

from forum import clock
from forum.db import db
from forum.people.models import SignInSession
from forum.people.signing_in import hashed, new_token
from tests.page import Page

HERE = {"Sec-Fetch-Site": "same-origin"}


class Client:
    """One browser. `get` checks every page it opens; `send` fills in the form on a page and presses its button."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.raw: FlaskClient = app.test_client()

    def get(self, address: str, *, status: int = 200, **kwargs: Any) -> Page:
        """Open a page and check it. The status is part of the question."""
        return self._page(self.raw.get(address, **kwargs), status)

    def post(self, address: str, data: dict[str, Any] | None = None, *, status: int = 303, **kwargs: Any) -> Page:
        """Send a form as it stands in `data`; the token of somebody signed in is added."""
        values = dict(data or {})
        values.setdefault("csrf_token", self.token())
        headers = {**HERE, **kwargs.pop("headers", {})}
        return self._page(self.raw.post(address, data=values, headers=headers, **kwargs), status)

    def send(self, address: str, *, form: int = 0, status: int = 303, button: str | None = None, **typed: Any) -> Page:
        """Open a page, fill in its form number `form` (the search in the masthead is not counted) and send it."""
        page = self.get(address)
        action, values = page.form(form, button=button)
        values.update(typed)
        return self.post(action or address, values, status=status)

    def token(self) -> str:
        """The token that stands in the forms of somebody signed in; empty when signed out."""
        with self.raw.session_transaction() as session:
            if "_user_id" not in session:
                return ""
            kept = session.setdefault("csrf_token", "one for the tests")
        return URLSafeTimedSerializer(self.app.secret_key, salt="wtf-csrf-token").dumps(kept)

    def sign_in(self, person_id: int) -> "Client":
        """Sign in as somebody, without the page for it."""
        token = new_token()
        with self.app.app_context():
            on = clock.now()
            row = SignInSession(token_hash=hashed(token), person_id=person_id, created_at=on, seen_at=on)
            db.session.add(row)
            db.session.commit()
        with self.raw.session_transaction() as session:
            session["_user_id"] = token
            session["_fresh"] = True
        return self

    def _page(self, answer: TestResponse, status: int) -> Page:
        text = answer.get_data(as_text=True)
        assert answer.status_code == status, f"{answer.request.path}: {answer.status_code}, not {status}\n{text[:3000]}"
        page = Page(answer, text)
        if answer.mimetype == "text/html" and text:
            page.check()
        return page
