"""The steps of the set-up, in their order (pure)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from forum.say import N_

ENGLAND = "england"
NATION_WORDS = {
    ENGLAND: N_("England"),
    "wales": N_("Wales"),
    "scotland": N_("Scotland"),
    "northern-ireland": N_("Northern Ireland"),
}
TYPE_WORDS = {
    "unitary": N_("One council does everything (a unitary council)"),
    "county": N_("A county council, with district councils under it"),
    "district": N_("A district council, with a county council above it"),
    "metropolitan": N_("A city or borough in a big city region (a metropolitan council)"),
    "london": N_("A London borough"),
    "combined": N_("Several councils together (a combined authority)"),
}
GOVERNANCE_WORDS = {
    "leader": N_("A leader and a cabinet"),
    "mayor": N_("A mayor whom voters choose, and a cabinet"),
    "committee": N_("Committees: there is no cabinet"),
}
NOT_SURE = "not-sure"


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the set-up."""

    name: str
    title: str

    @property
    def endpoint(self) -> str:
        """Its route."""
        return f"set_up.{self.name}"


STEPS = (
    Step("who", N_("Who runs this")),
    Step("council", N_("Which council")),
    Step("kind", N_("What kind of council")),
    Step("reach", N_("How to reach you")),
    Step("safety", N_("Keeping people safe")),
    Step("you", N_("Your account")),
)
BY_NAME = {one.name: one for one in STEPS}


def done(answers: Mapping[str, Any]) -> set[str]:
    """Return the names of the steps that were filled in."""
    return set(answers.get("done", ()))


def missing(filled: Collection[str]) -> list[Step]:
    """Return the steps that are still to do before the last one."""
    return [one for one in STEPS[:-1] if one.name not in filled]


def after(name: str, filled: Collection[str]) -> Step:
    """Return the next step to show: the first after this one that is not filled in, else any, else the last."""
    here = [one.name for one in STEPS].index(name)
    open_ones = [one for one in (*STEPS[here + 1 : -1], *STEPS[:here]) if one.name not in filled]
    return open_ones[0] if open_ones else STEPS[-1]


def in_england(answers: Mapping[str, Any]) -> bool:
    """Whether the routes of England hold here."""
    return answers.get("nation") == ENGLAND
