"""Bodies in the table of kinds."""

from typing import Any

from flask import Flask

from decisions.bodies import faces, queries
from decisions.bodies.models import Body
from decisions.packs import faces as entries
from forum import subjects
from forum.access import Standing
from forum.refusal import Refusal
from forum.say import N_


def register(app: Flask) -> None:
    """Add bodies to the table of kinds, and keep their rows in step with packs."""
    entries.register(app, "body", faces.write)
    subjects.register(
        app,
        subjects.Subject(
            kind="body",
            label=N_("Body"),
            load=queries.by_ids,
            may_see=_anyone,
            title=lambda body: str(body.name),
            address=_address,
            words=_words,
            followed=N_("We tell you when it plans, moves or calls off a meeting, and when the papers are out."),
            search=lambda body: subjects.SearchText(body.name, _words(body)),
            all_ids=queries.all_ids,
        ),
    )


def _anyone(_who: Standing, _body: Any) -> Refusal | None:
    return None


def _address(body: Body) -> tuple[str, dict[str, Any]]:
    return "who_decides.body", {"slug": body.slug}


def _words(body: Body) -> str:
    """What people may look for when they look for a body."""
    return " ".join(part for part in (body.short, body.decides, body.advises, body.how) if part)
