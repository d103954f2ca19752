"""What people affected say changed, in the demonstration: after an ending, and again some months later."""

from datetime import timedelta
from typing import Any

from decisions.demo.files import Days
from decisions.demo.people import People
from decisions.journeys.kinds import MoveKind, VerdictWord
from decisions.journeys.models import Journey, Move, Verdict
from decisions.promises.verdicts.models import VerdictRound
from forum.db import db

OPEN = timedelta(days=30)
SPREAD = 9  # people answer over so many days


class Asked:
    """Loads rounds of asking, and what people said in each."""

    def __init__(self, days: Days, people: People) -> None:
        self.days, self.people = days, people

    def load(self, journey: Journey, row: dict[str, Any], moves: dict[str, Move]) -> None:
        """Load what a file says of one issue: the first round, and those that came `later`."""
        for one in (row, *row.get("later", ())):
            self._answers(journey, one, self._round(journey, one, moves))

    def _round(self, journey: Journey, row: dict[str, Any], moves: dict[str, Move]) -> VerdictRound | None:
        """The round in which people were asked, as told already: nobody gets an e-mail for what the files bring."""
        end = next((one for one in moves.values() if one.kind == MoveKind.CLOSED), None)
        if "asked_days_ago" not in row or end is None:
            return None
        opened, asked_at = self.days.ago(row["asked_days_ago"]), self.days.moment(row["asked_days_ago"], 0)
        made = VerdictRound(journey_id=journey.id, ending=end.number, months=row.get("months", 0))
        made.ended_on, made.opens_on, made.closes_on = end.happened_on, opened, opened + OPEN
        made.created_at, made.asked_at = asked_at, asked_at
        db.session.add(made)
        db.session.flush()
        return made

    def _answers(self, journey: Journey, row: dict[str, Any], asked: VerdictRound | None) -> None:
        said, began = list(row.get("words", ())), row.get("asked_days_ago", SPREAD)
        names = zip(("changed", "partly", "not_changed", "dont_know"), VerdictWord, strict=True)
        chosen = [word for name, word in names for _one in range(row.get(name, 0))]
        for place, (word, person) in enumerate(zip(chosen, self.people.neighbours, strict=False)):
            words = said[place] if place < len(said) else ""
            at = self.days.moment(max(began - 1 - place % SPREAD, 0), 500)
            spoken = {"word": word, "words": words, "created_at": at, "round_id": asked.id if asked else None}
            db.session.add(Verdict(journey_id=journey.id, person_id=person.id, **spoken))
