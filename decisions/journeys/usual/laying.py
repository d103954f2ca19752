"""Lay usual steps out for an issue: each with the real body, its role, how long it takes, and whether writing counts
(pure)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from decisions.bodies.models import Body
from decisions.journeys.kinds import StopRole
from decisions.journeys.planning import LONGEST_TITLE
from decisions.journeys.usual.rules import is_stop
from decisions.pathways.fitting import Fitted
from decisions.pathways.shapes import Step
from decisions.pathways.words import takes
from forum.say import Sentence, say

LONGEST_ABOUT, LONGEST_WAY = 200, 300
MOST = 16  # steps of a pathway on one page
COUNTS = {"no": "no", "yes": "yes", "send": "we-send"}


@dataclass(frozen=True, slots=True)
class Laid:
    """A usual step as it would stand on the journey. Without a `body`, none of that kind is here."""

    step: Step
    role: StopRole
    title: str
    about: str
    body: Body | None
    writing_counts: str
    official_way: str


def lay_out(
    of: Fitted, bodies: Iterable[Body], documents: Mapping[str, Mapping[str, Any]], topics: Iterable[str] = ()
) -> list[Laid]:
    """Return the stops that usual steps would make.

    Arguments: the pathway as it goes here; the bodies of today; what packs say of bodies, by id (a body that deals
    with some topics only is taken for those); the topics that the issue is about.
    """
    rows, about = list(bodies), {*topics, *of.pathway.topics}
    found = []
    for step in [one for one in of.steps if is_stop(one)][:MOST]:
        named = (step.body, *step.also) if step.body else of.decides  # who decides is who asks people
        body = next((one for ident in named for one in real(ident, rows, documents, about)), None)
        found.append(
            Laid(
                step=step,
                role=StopRole(step.role),
                title=cut(step.name, LONGEST_TITLE),
                about=about_line(step),
                body=body,
                writing_counts=COUNTS.get(step.writing, ""),
                official_way=cut(step.official_way, LONGEST_WAY),
            )
        )
    return found


def real(ident: str, rows: Sequence[Body], documents: Mapping[str, Mapping[str, Any]], topics: set[str]) -> list[Body]:
    """Return the bodies that are meant by the id of a body or of a kind of body: those of its kind first."""
    kind = [one for one in rows if one.kind == ident and one.slug != ident]
    fits = [one for one in kind if _deals_with(documents.get(one.slug, {}), topics)]
    return [*fits, *(one for one in rows if one.slug == ident)]


def about_line(step: Step) -> str:
    """Return one short line about a step: its condition, and how long it takes on whose authority."""
    long = takes(step.takes, step.takes_source)
    parts = [step.condition, say(long) if isinstance(long, Sentence) else long]
    return cut(". ".join(part[:1].upper() + part[1:].rstrip(".") for part in parts if part), LONGEST_ABOUT)


def cut(text: str, most: int) -> str:
    """Return a text of at most so many letters, cut between words."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,.;") + "…"


def _deals_with(document: Mapping[str, Any], topics: set[str]) -> bool:
    return not document.get("topics") or bool(topics & set(document["topics"]))
