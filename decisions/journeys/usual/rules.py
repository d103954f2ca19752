"""Which usual steps a public journey may have (pure)."""

from decisions.pathways.shapes import Pathway, Step
from forum.refusal import Refusal
from forum.say import N_

REDRESS = "redress"


def may_use(of: Pathway | None) -> Refusal | None:
    """Whether a journey may be started from these steps: never from those about one person."""
    if of is None:
        return Refusal(N_("These steps are not there any more. Choose others."), field="usual")
    if of.one_person:
        text = N_("These steps are about one person. One person’s care is never shown to everyone here.")
        return Refusal(text, field="usual")
    return None


def is_stop(step: Step) -> bool:
    """Whether a usual step is a stop of a journey. What people do after a no is not: it may never be needed."""
    return step.role != REDRESS
