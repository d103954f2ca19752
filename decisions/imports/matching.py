"""Which of our bodies a body of a source may be: a suggestion, never more."""

from collections.abc import Iterable

from decisions.bodies.models import Body
from decisions.packs import queries

SMALL = {"the", "and", "of", "for", "committee", "board", "panel"}


def likely(name: str, bodies: Iterable[Body]) -> Body | None:
    """Return the body whose name has the same words, small ones and their order left aside; none when several do."""
    wanted = _words(name)
    found = [one for one in bodies if wanted and _words(one.name) == wanted]
    return found[0] if len(found) == 1 else None


def kinds() -> list[tuple[str, str]]:
    """Return the kinds of bodies that packs know: id and name. Those that are of another kind are none."""
    documents = queries.documents_of("body")
    found = [(ident, str(one.get("name", ident))) for ident, one in documents.items() if not one.get("kind")]
    return sorted(found, key=lambda one: one[1])


def _words(name: str) -> frozenset[str]:
    letters = "".join(letter if letter.isalnum() else " " for letter in name.lower())
    return frozenset(letters.split()) - SMALL
