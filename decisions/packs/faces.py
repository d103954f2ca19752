"""Other faces of entries: a feature that needs rows of its own for a kind keeps them in step here.

A body is an entry, and a row of `body` too, because steps and people point to it. The feature registers a function;
whatever changes an entry of the kind, or the place, calls it in the same transaction.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from flask import current_app

from decisions.packs.merge import Document

Face = Callable[[Mapping[str, Document], Document, datetime], None]


def register(app: object, kind: str, write: Face) -> None:
    """Have a function called when entries of a kind change: with all of its documents by id, the place's own
    document (empty when there is none), and the moment."""
    faces: dict[str, list[Face]] = app.extensions.setdefault("faces", {})  # type: ignore[attr-defined]
    faces.setdefault(kind, []).append(write)


def write(kinds: Collection[str], documents: Callable[[str], Mapping[str, Document]], on: datetime) -> None:
    """Bring the faces of some kinds into step. `documents` gives all documents of a kind by id."""
    faces: dict[str, list[Face]] = current_app.extensions.get("faces", {})
    wanted = [kind for kind in faces if kind in kinds or "place" in kinds]
    place = next(iter(documents("place").values()), {}) if wanted else {}
    for kind in wanted:
        found = documents(kind)
        for face in faces[kind]:
            face(found, place, on)
