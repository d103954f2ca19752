"""What kind of council a place has: said in its pack, kept among its settings too, so that every page can ask."""

from collections.abc import Mapping
from datetime import datetime

from flask import Flask

from decisions.packs import faces
from decisions.packs.merge import Document
from forum.about import site

SETTINGS = {"council_code": "council", "council_type": "type", "governance": "governance", "nation": "nation"}


def init_app(app: Flask) -> None:
    """Keep the settings in step with what the place's pack says, and with what people change there."""
    faces.register(app, "place", write)


def write(_places: Mapping[str, Document], place: Document, _on: datetime) -> None:
    """Keep what the place's own document says of its council."""
    if place:
        site.save({name: str(place.get(key, "")) for name, key in SETTINGS.items()})
