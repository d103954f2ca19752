"""The house stands: an app starts on both databases."""

from flask import Flask

from forum.db import db
from tests.client import Client


def test_app_answers(client: Client) -> None:
    assert client.get("/healthz").source == "ok\n"


def test_models_are_what_migrations_made(app: Flask) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    def ours(_thing: object, name: str | None, kind: str, _reflected: bool, _to: object) -> bool:
        return not (kind == "table" and (name or "").startswith("search_"))

    with app.app_context(), db.engine.connect() as connection:
        options = {"include_object": ours, "compare_type": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), db.metadata) == []


def test_a_missing_page_says_so(client: Client) -> None:
    page = client.get("/nothing-here", status=404)
    assert "We can’t find that page" in page.text


def test_the_first_page_sets_no_cookie(client: Client) -> None:
    assert "Set-Cookie" not in client.get("/").answer.headers
