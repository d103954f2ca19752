"""Promises of the demonstration: what became of each, and what people affected say of them."""

from typing import Any

from decisions.bodies.models import Body
from decisions.demo.files import Days
from decisions.demo.people import People
from decisions.journeys.models import Move
from decisions.promises.keeping import keep
from decisions.promises.kinds import CheckWord, Happening, Stage, Voice
from decisions.promises.models import Promise, PromiseCheck, PromiseEvent, PromiseIssue
from forum.db import db
from forum.threads.models import Thread


class Promised:
    """Loads promises."""

    def __init__(self, days: Days, people: People, bodies: dict[str, Body]) -> None:
        self.days, self.people, self.bodies = days, people, bodies

    def promise(self, row: dict[str, Any], thread: Thread, moves: dict[str, Move]) -> Promise:
        """Load one promise of an issue. `moves`: the entries of the issue by key."""
        words = self.days.words(row["words"])
        made = Promise(
            body_id=self.bodies[row["body"]].id,
            words=words,
            **{name: row.get(name, "") for name in ("post", "source", "source_name")},
            made_on=self.days.ago(row["days_ago"]),
            byline_id=self.people.byline(row["by"], capacity=True).id,
            created_at=self.days.moment(row["days_ago"], 400),
            stage=Stage.UNDER_WAY,
        )
        db.session.add(made)
        db.session.flush()
        move = moves.get(row.get("move", ""))
        db.session.add(PromiseIssue(promise_id=made.id, thread_id=thread.id, move_id=move.id if move else None))
        first = {**row, "kind": Happening.MADE, "plain": words, "planned": row.get("due")}
        for number, one in enumerate([first, *row.get("then", ())], 1):
            self._event(made, one, number)
        self._checks(made, row.get("checks", {}))
        keep(made)
        return made

    def _event(self, promise: Promise, row: dict[str, Any], number: int) -> None:
        db.session.add(
            PromiseEvent(
                promise_id=promise.id,
                number=number,
                kind=row["kind"],
                voice=row.get("voice", Voice.FACILITATOR),
                happened_on=self.days.ago(row["days_ago"]),
                recorded_at=self.days.moment(row["days_ago"], 420 + number),
                byline_id=self.people.byline(row["by"], capacity=True).id,
                plain=self.days.words(row["plain"]),
                reason=self.days.words(row.get("reason", "")),
                source=row.get("source", ""),
                source_name=row.get("source_name", ""),
                planned_on=self.days.day(row.get("planned")),
            )
        )

    def _checks(self, promise: Promise, said: dict[str, int]) -> None:
        """What neighbours say of it, a few days ago."""
        words = [word for word in CheckWord for _one in range(said.get(word.replace("-", "_"), 0))]
        for place, (word, person) in enumerate(zip(words, self.people.neighbours, strict=False)):
            at = self.days.moment(1 + place % 5, 300)
            db.session.add(
                PromiseCheck(promise_id=promise.id, person_id=person.id, word=word, created_at=at, changed_at=at)
            )
