"""What may be planned at a step, and what a step is called when nobody names it (pure)."""

from collections.abc import Mapping
from datetime import date

from decisions.journeys.fold import StopState
from decisions.journeys.kinds import StopRole
from forum.refusal import Refusal
from forum.say import N_, Sentence

LONGEST_TITLE = 80
PLANNED_ROLES = tuple(role for role in StopRole if role != StopRole.HERE)
TITLES: Mapping[StopRole, str] = {
    StopRole.REPLY: N_("%(body)s answers"),
    StopRole.CONSULT: N_("%(body)s asks people"),
    StopRole.RECOMMEND: N_("%(body)s gives advice"),
    StopRole.SCRUTINISE: N_("%(body)s checks"),
    StopRole.DECIDE: N_("%(body)s decides"),
    StopRole.CARRY_OUT: N_("%(body)s carries it out"),
    StopRole.INFORM: N_("%(body)s tells people"),
}


def suggested_title(role: StopRole, short: str) -> Sentence:
    """Return what a step is called when nobody names it: "The Cabinet decides"."""
    return Sentence(TITLES[role], {"body": short[:1].upper() + short[1:]})


def may_plan(
    role: StopRole, body_id: int | None, *, opens_on: date | None = None, planned_on: date | None = None
) -> Refusal | None:
    """Whether such a step can be: a body has it, and it does not end before it begins."""
    if role == StopRole.HERE:
        return Refusal(N_("Each issue is raised once. Choose what the body does."), field="role")
    if body_id is None:
        return Refusal(N_("Choose the body."), field="body")
    if opens_on is not None and planned_on is not None and planned_on < opens_on:
        return Refusal(N_("The last day is before the first day."), field="planned_on")
    return None


def may_change(state: StopState, *, same_body: bool, same_role: bool) -> Refusal | None:
    """Whether a step may get another body or role: not once something happened there."""
    if not state.touched or (same_body and same_role):
        return None
    return Refusal(
        N_("Something happened at this step, so its body and role stay. Add a new step."),
        field="body" if not same_body else "role",
    )


def may_remove(state: StopState, *, named: bool) -> Refusal | None:
    """Whether a step may be taken off the route: not the first, and not once an entry names it."""
    if state.touched or named:
        return Refusal(N_("What happened at this step stays on the record, so the step stays too."))
    return None
