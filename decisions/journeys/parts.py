"""Several journeys of one issue: each decides a part, and each part has a name (pure)."""

from collections.abc import Sequence

from forum.refusal import Refusal
from forum.say import N_

LONGEST = 60
NEWEST = 20  # entries of a journey that stand on the issue's own page; the others stand on a page of all


def may_start(taken: Sequence[str], *, part: str, first: str) -> Refusal | None:
    """Whether another journey may start on an issue whose journeys have these names of parts, in their order. `part`
    is the name of the new one; `first` names the first one, which has none while it is alone."""
    if not taken:
        return None
    if not part:
        return Refusal(N_("The steps of this issue are started already."))
    if not taken[0] and not first:
        return Refusal(N_("Write what is left for the first body to decide."), field="first")
    names = [taken[0] or first, *taken[1:]]
    if part.casefold() in [one.casefold() for one in names]:
        return Refusal(N_("Another part has this name already."), field="part")
    return None


def anchor(number: int, place: int = 1) -> str:
    """Return where an entry stands on the page of an issue: its number, and before it the journey's place there."""
    return f"move-{number}" if place == 1 else f"move-{place}-{number}"


def page_of(number: int, last: int) -> str:
    """Return the endpoint of the page where an entry stands, when the journey's last one has the number `last`."""
    return "issues.page" if number > last - NEWEST else "issues.whole_story"
