"""Bodies and journeys of the demonstration."""

import random
from typing import Any

from sqlalchemy import select

from decisions.answers.models import OfficialReply
from decisions.bodies.models import Body
from decisions.demo.asked import Asked
from decisions.demo.files import Days, hour
from decisions.demo.people import People
from decisions.journeys.clocks.keeping import reckon
from decisions.journeys.keeping import keep
from decisions.journeys.kinds import MoveKind
from decisions.journeys.models import Citation, Deadline, Journey, JourneyIssue, Move, Stop, Way
from decisions.packs import files, loading
from forum import clock
from forum.db import db
from forum.notifications.models import Notice
from forum.threads.models import Post, Thread


def load_bodies(days: Days) -> dict[str, Body]:
    """Load the pack of the place: its bodies, and who decides what. Returns the bodies by slug."""
    loading.load(files.find("marlbrook"), on=clock.now())
    found = {one.slug: one for one in db.session.scalars(select(Body).order_by(Body.id))}
    for number, body in enumerate(one for one in found.values() if one.email):  # the place's own
        body.checked_on = days.ago(3 + number % 20)
    db.session.flush()
    return found


class Travel:
    """Loads journeys."""

    def __init__(self, days: Days, people: People, bodies: dict[str, Body]) -> None:
        self.days, self.people, self.bodies = days, people, bodies
        self.recorded: dict[str, Move] = {}  # of the last journey, by the keys of its file
        self.chance = random.Random(7)  # noqa: S311 - a fixed seed: the same place every time

    def journey(self, row: dict[str, Any], thread: Thread, posts: dict[str, Post]) -> Journey:
        """Load the journey of an issue: stops, ways, moves, dates, verdicts."""
        head = row["journey"]
        by = self.people.facilitator(head["by"])
        made = Journey(
            thread_id=thread.id,
            title=thread.title,
            limits=self.days.words(head.get("limits", "")),
            started_at=self.days.moment(head["days_ago"], 300),
            started_by_id=by.id,
            pathway=head.get("pathway", ""),
            changes=" ".join(head.get("changes", ())),
        )
        if "checked_days_ago" in head:
            made.checked_on = self.days.ago(head["checked_days_ago"])
            made.checked_by_id = self.people.facilitator(head["checked_by"]).id
        db.session.add(made)
        db.session.flush()
        db.session.add(JourneyIssue(journey_id=made.id, thread_id=thread.id))
        stops = {one["key"]: self._stop(made, one, place) for place, one in enumerate(row["stop"], 1)}
        moves: dict[str, Move] = {}
        for number, one in enumerate(sorted(row["move"], key=_recorded), 1):
            move = self._move(made, one, number, stops, moves)
            moves[one.get("key", f"#{number}")] = move
            self._cite(move, thread, [posts[key] for key in one.get("cites", ())])
            self._tell(move, thread)
        for one in row.get("deadline", ()):
            self._deadline(made, one, moves)
        Asked(self.days, self.people).load(made, row.get("verdict", {}), moves)
        self._answers(thread, moves)
        self.recorded = moves
        reckon(keep(made), clock.now())
        return made

    def _stop(self, journey: Journey, row: dict[str, Any], place: int) -> Stop:
        body = self.bodies.get(row.get("body", ""))
        made = Stop(
            journey_id=journey.id,
            position=place,
            body_id=body.id if body else None,
            role=row["role"],
            title=row["title"],
            about=self.days.words(row.get("about", "")),
            opens_on=self.days.day(row.get("opens")),
            planned_on=self.days.day(row.get("on")),
            writing_counts=row.get("writing_counts", ""),
            official_way=self.days.words(row.get("official_way", "")),
            step=row.get("step", ""),
        )
        db.session.add(made)
        db.session.flush()
        for way in row.get("way", ()):
            self._way(made, way)
        return made

    def _way(self, stop: Stop, row: dict[str, Any]) -> None:
        db.session.add(
            Way(
                stop_id=stop.id,
                text=self.days.words(row["text"]),
                detail=self.days.words(row.get("detail", "")),
                url=row.get("url", ""),
                until=self.days.day(row.get("until")),
                at=hour(row.get("at")),
                speaking=row.get("speaking", False),
            )
        )

    def _move(
        self, journey: Journey, row: dict[str, Any], number: int, stops: dict[str, Stop], moves: dict[str, Move]
    ) -> Move:
        wrong = moves.get(row.get("corrects", ""))
        place = "here" if row["kind"] == MoveKind.RAISED else row.get("stop", "")
        stop, target = stops.get(place), stops.get(row.get("to", ""))
        happened = self.days.ago(row["days_ago"]) if wrong is None else wrong.happened_on
        made = Move(
            journey_id=journey.id,
            number=number,
            kind=row["kind"],
            stop_id=stop.id if stop else None,
            to_stop_id=target.id if target else None,
            corrects_id=wrong.id if wrong else None,
            becomes=row.get("becomes"),
            happened_on=happened,
            recorded_at=self.days.moment(_recorded_days(row), self.chance.randrange(600)),
            byline_id=self._recorder(row["by"]),
            evidence=row["evidence"],
            source=row.get("source", ""),
            source_name=row.get("source_name", ""),
            official=row.get("official", "").strip(),
            plain=self.days.words(row["plain"]),
            reason=self.days.words(row.get("reason", "")),
            planned_on=self.days.day(row.get("planned")),
            published_on=self.days.ago(row["published_days_ago"]) if "published_days_ago" in row else None,
        )
        db.session.add(made)
        db.session.flush()
        return made

    def _recorder(self, key: str) -> int:
        """Who recorded it: somebody who helps run this is shown as such, others in their own capacity."""
        roles = self.people.words[key].get("roles", ())
        line = self.people.facilitator(key) if roles else self.people.byline(key, capacity=True)
        return line.id

    def _cite(self, move: Move, thread: Thread, posts: list[Post]) -> None:
        for post in posts:
            title = f"{post.byline.name}, {thread.title}"[:160]
            db.session.add(Citation(move_id=move.id, post_id=post.id, title=title, day=post.created_at.date()))

    def _tell(self, move: Move, thread: Thread) -> None:
        """A notice of each move, as told already: nobody gets an e-mail for what the files bring."""
        at, told = move.recorded_at, {"kind": "thread", "subject_id": thread.id}
        row = Notice(key=f"move:{move.id}", about_kind="move", about_id=move.id, created_at=at, fanned_at=at, **told)
        db.session.add(row)

    def _deadline(self, journey: Journey, row: dict[str, Any], moves: dict[str, Move]) -> None:
        body = self.bodies.get(row.get("body", ""))
        met = moves.get(row.get("met", ""))
        db.session.add(
            Deadline(
                journey_id=journey.id,
                body_id=body.id if body else None,
                text=self.days.words(row["text"]),
                due_on=self.days.day(row["on"]),
                at=hour(row.get("at")),
                basis=row["basis"],
                source=row.get("source", ""),
                working=self.days.words(row.get("working", "")),
                met_by_id=met.id if met else None,
            )
        )

    def _answers(self, thread: Thread, moves: dict[str, Move]) -> None:
        """Join each official post to the reply that it recorded, by body and day."""
        replies = [move for move in moves.values() if move.kind == MoveKind.REPLY_RECEIVED]
        for answer in db.session.scalars(select(OfficialReply).where(OfficialReply.thread_id == thread.id)):
            near = [move for move in replies if abs((move.happened_on - answer.created_at.date()).days) <= 3]
            if near:
                answer.move_id = near[0].id


def _recorded_days(row: dict[str, Any]) -> int:
    return int(row.get("recorded_days_ago", row["days_ago"]))


def _recorded(row: dict[str, Any]) -> tuple[int, int]:
    """Moves are numbered as they were recorded; `raised` is always the first."""
    return (0 if row["kind"] == MoveKind.RAISED else 1, -_recorded_days(row))
