"""What packs say that meetings and decisions need: the clocks of their bodies, the place's own numbers, calendars."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from decisions.bodies.models import Body
from decisions.meetings import dates
from decisions.meetings.dates import Dated
from decisions.meetings.models import Decision, Meeting
from decisions.packs.merge import Documents
from decisions.who_decides.knowledge import named


@dataclass(slots=True)
class Knowing:
    """The clocks of some bodies, by the body's id, and the documents that they are worked out from."""

    clocks: dict[int, list[str]]
    found: Documents

    def of_meeting(self, meeting: Meeting, today: date) -> list[Dated]:
        """Return the dates before a meeting."""
        mine = self.clocks.get(meeting.body_id, [])
        return dates.of_meeting(meeting.day, mine, self.found, today, zone=meeting.zone)

    def of_decision(self, decision: Decision, today: date) -> Dated | None:
        """Return until when other councillors can ask for another look."""
        return dates.of_decision(decision.published_on, self.clocks.get(decision.body_id, []), self.found, today)


def of_bodies(bodies: Iterable[Body]) -> Knowing:
    """Return what is known of the clocks of some bodies: two queries."""
    rows = {one.id: one for one in bodies}
    wanted = {slug for one in rows.values() for slug in (one.slug, one.kind)}
    found = named({"body": wanted, "local": None, "calendar": None})
    clocks = {ident: _clocks(one, found) for ident, one in rows.items()}
    rules = {rule for every in clocks.values() for rule in every}
    return Knowing(clocks, found | named({"rule": rules | set(dates.MORE)} if rules else {"rule": []}))


def _clocks(body: Body, found: Documents) -> list[str]:
    """The clocks of a body: its own, else those of the kind of body that it is."""
    mine = found["body"].get(body.slug, {}).get("rules")
    return list(mine or found["body"].get(body.kind, {}).get("rules") or [])
