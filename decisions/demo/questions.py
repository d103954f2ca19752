"""Questions of the demonstration: who asks which body, what came of it, and our letters to those not here."""

from typing import Any

from decisions.answers.questions.due import due
from decisions.answers.questions.keeping import keep
from decisions.answers.questions.kinds import Happening, Stage, Voice
from decisions.answers.questions.models import Question, QuestionEvent, QuestionLetter
from decisions.bodies.models import Body
from decisions.demo.files import Days
from decisions.demo.people import People
from forum.db import db
from forum.threads.models import Post, Thread


class Questions:
    """Loads questions."""

    def __init__(self, days: Days, people: People, bodies: dict[str, Body]) -> None:
        self.days, self.people, self.bodies = days, people, bodies

    def add(self, row: dict[str, Any], thread: Thread, posts: dict[str, Post]) -> Question:
        """Load one question of an issue. `posts`: those of the issue by id, for the answers among them."""
        body, line = self.bodies[row["body"]], self.people.byline(row["by"])
        made = Question(
            thread_id=thread.id, body_id=body.id, byline_id=line.id, words=self.days.words(row["words"]),
            created_at=self.days.moment(row["days_ago"], 500), stage=Stage.NOT_SENT, last_number=0,
        )  # fmt: skip
        db.session.add(made)
        db.session.flush()
        first = {"kind": Happening.ASKED, "voice": Voice.ASKER, "by": row["by"], "days_ago": row["days_ago"]}
        for number, one in enumerate([first, *row.get("then", ())], 1):
            self._event(made, body, one, number, joined="sent" not in row, post=posts.get(one.get("post", "")))
        if "sent" in row:
            self._letter(made, body, row["sent"])
        keep(made)
        return made

    def _event(
        self, of: Question, body: Body, row: dict[str, Any], number: int, *, joined: bool, post: Post | None
    ) -> None:
        day, starts = self.days.ago(row["days_ago"]), row["kind"] == Happening.ACCEPTED
        by = due(body, day) if starts or (joined and row["kind"] == Happening.ASKED) else None
        made = QuestionEvent(
            question_id=of.id, number=number, kind=row["kind"], voice=row.get("voice", Voice.SITE), happened_on=day,
            recorded_at=self.days.moment(row["days_ago"], 510 + number), words=self.days.words(row.get("words", "")),
            word=row.get("word", ""), body_id=body.id if number == 1 else None, joined=joined and number == 1,
            byline_id=self._line(row, post), reply_id=post.id if post is not None else None,
        )  # fmt: skip
        if by is not None:
            made.due_on, made.basis, made.rule = by.due_on, by.basis, by.rule
        db.session.add(made)
        db.session.flush()

    def _line(self, row: dict[str, Any], post: Post | None) -> int | None:
        if post is not None:
            return post.byline_id
        for_a_body = row.get("voice") == Voice.BODY
        return self.people.byline(row["by"], capacity=for_a_body).id if "by" in row else None

    def _letter(self, of: Question, body: Body, days_ago: int) -> None:
        at = self.days.moment(days_ago, 520)
        letter = QuestionLetter(body_id=body.id, email=body.email, created_at=at, accepted_at=at)
        db.session.add(letter)
        db.session.flush()
        of.letter_id = letter.id
