"""Whether an issue may be decided together with another (pure)."""

from forum.access import Standing, is_facilitator
from forum.refusal import Refusal
from forum.say import N_


def may_go_along(who: Standing, *, same: bool, has_steps: bool, there: bool) -> Refusal | None:
    """Whether this person may say that an issue is decided together with another. `has_steps`: the other one has steps
    of its own; `there`: all of them stand on this page already."""
    if not is_facilitator(who):
        return Refusal(N_("Only people who help run this can say what is decided together."))
    if same:
        return Refusal(N_("That is this same issue. Choose the other one."), field="to")
    if not has_steps:
        return Refusal(N_("That issue has no steps of its own yet. Start them first."), field="to")
    if there:
        return Refusal(N_("This page shows the steps of that issue already."), field="to")
    return None


def may_take_out(who: Standing, *, along: bool) -> Refusal | None:
    """Whether this person may say that an issue is not decided together with another any more."""
    if not is_facilitator(who):
        return Refusal(N_("Only people who help run this can say what is decided together."))
    return None if along else Refusal(N_("These are not decided together."))
