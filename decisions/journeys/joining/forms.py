"""The form that approves a draft, as it is or changed."""

from collections.abc import Sequence
from typing import Any

from wtforms import HiddenField, RadioField

from decisions.journeys.forms.fields import Choices
from decisions.journeys.forms.fields import stops as stop_choices
from decisions.journeys.forms.happening import KnownForm
from decisions.journeys.joining.models import DraftMove
from decisions.journeys.joining.published import Record
from decisions.journeys.joining.rules import likely_role
from decisions.journeys.kinds import EVIDENCE_WORDS, ROLE_WORDS, Evidence, StopRole
from decisions.journeys.queries import Route
from decisions.journeys.reporting import in_order
from decisions.journeys.rules import choices
from forum.access import Standing
from forum.form import line
from forum.say import N_, _

ROLES = (StopRole.DECIDE, StopRole.SCRUTINISE, StopRole.RECOMMEND, StopRole.CONSULT, StopRole.INFORM)
KEPT = ("kind", "happened_on", "planned_on", "published_on", "plain", "official", "reason", "source", "source_name")


class DraftForm(KnownForm):
    """What a record says happened, to be approved as it is or changed before. `stamp`: the draft that was shown."""

    stamp = HiddenField(filters=[line])
    role = RadioField(N_("What does this body do?"), validate_choice=False, choices=[])
    cites = None

    def offer_for(self, about: Record, who: Standing) -> "DraftForm":
        """Fill in what can be chosen: the steps of all journeys of the issue, or a new one for the body."""
        every = [stop for one in about.routes for stop in one.stops]
        self.offer(every, in_order(choices(who)))
        self.stop.choices = _named(stop_choices(every, _("A new step for this body")), about.routes)
        self.evidence.choices = [(str(one), _(EVIDENCE_WORDS[one])) for one in Evidence]
        self.role.choices = [(str(one), _(ROLE_WORDS[one])) for one in ROLES]
        return self

    def cited(self) -> list[int]:
        """It rests on a record, not on posts."""
        return []

    @property
    def chosen_role(self) -> StopRole:
        """What the body does at a step that is made for it."""
        return StopRole(self.role.data) if self.role.data in set(ROLES) else StopRole.DECIDE


def _named(steps: Choices, routes: Sequence[Route]) -> Choices:
    """Name the journey of each step too, where an issue has more than one."""
    if len(routes) < 2:
        return steps
    journeys = {str(stop.id): one.journey.title for one in routes for stop in one.stops}
    return [(value, f"{journeys[value]}: {words}" if value in journeys else words) for value, words in steps]


def from_draft(draft: DraftMove, kind_of_body: str, best: Route | None, stop_id: int | None) -> dict[str, Any]:
    """Return what the form begins with."""
    given = {name: getattr(draft, name) for name in KEPT}
    return given | {
        "stamp": draft.changed_at.isoformat(),
        "seen": best.now.last_number if best else 0,
        "stop": str(stop_id) if stop_id is not None else "",
        "evidence": str(Evidence.OFFICIAL_RECORD),
        "role": str(likely_role(kind_of_body, draft.kind)),
    }
