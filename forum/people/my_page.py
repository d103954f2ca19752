"""The sections of "My page". Later features add theirs, so that each page has one list of what is mine.

A section is a function of the `Standing` that returns a template and its values, or `None` when it has nothing to
show. They stand in the order in which they were added.
"""

from collections.abc import Callable
from typing import Any

from flask import Flask, current_app, render_template
from markupsafe import Markup

from forum.access import Standing

Section = Callable[[Standing], tuple[str, dict[str, Any]] | None]


def add(app: Flask, section: Section) -> None:
    """Add a section to "My page"."""
    app.extensions.setdefault("me_sections", []).append(section)


def sections(who: Standing) -> list[Markup]:
    """Return the sections of somebody's page, rendered."""
    found = [section(who) for section in current_app.extensions.get("me_sections", ())]
    return [Markup(render_template(template, **values)) for template, values in filter(None, found)]  # noqa: S704
