"""Questions in the words of the page: what is owed, by when, and what that rests on. Pure but for the language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from decisions.answers.questions.kinds import STAGE_WORDS, Stage
from decisions.answers.questions.states import is_late, is_soon
from forum import clock
from forum.say import N_, Sentence, _, ngettext, say, say_day

# What the day rests on, after a semicolon. What is usual is never shown as a right.
BASIS_SHORT = {
    "promise": N_("its own promise"),
    "local": N_("its own rules"),
    "law": N_("by law"),
    "guidance": N_("national guidance"),
    "typical": N_("this is usual, not a right"),
}
OWED_WORDS = {
    Stage.WAITING: N_("%(body)s owes an answer by %(day)s; %(basis)s."),
    Stage.WRITING: N_("%(body)s is writing its answer, due %(day)s; %(basis)s."),
    Stage.CHECKING: N_("%(body)s is checking its answer, due %(day)s; %(basis)s."),
    Stage.PUT_OFF: N_("%(body)s put its answer off. It is due %(day)s; %(basis)s."),
}
USUAL_WORDS = N_("%(body)s was asked. An answer often comes by %(day)s; %(basis)s.")


@dataclass(frozen=True, slots=True)
class Line:
    """A question in a list. `chip`: the look of what it is called (`ok`, `late` or none)."""

    id: int
    words: str
    asked_by: str
    asked_on: date
    body_name: str
    body_slug: str
    called: str
    owed: str
    late: str
    chip: str
    open: bool
    thread_id: int


def line(row: Any, today: date) -> Line:
    """Return a question as lists show it; `row` has the columns of `queries.LINES`."""
    late = is_late(row.stage, row.due_on, basis=row.basis, today=today)
    days = (today - row.due_on).days if late else 0
    return Line(
        id=row.id,
        words=row.words,
        asked_by=row.asked_by,
        asked_on=clock.local_day(row.created_at),
        body_name=row.body_name,
        body_slug=row.body_slug,
        called=_(STAGE_WORDS[Stage(row.stage)]),
        owed=say(owed(row, today)),
        late=ngettext("%(num)s day late", "%(num)s days late", days) if late else "",
        chip="late" if late else "ok" if row.stage == Stage.ANSWERED else "",
        open=row.stage not in (Stage.ANSWERED, Stage.NOT_HERE, Stage.TAKEN_BACK),
        thread_id=row.thread_id,
    )


def lines(rows: Iterable[Any], today: date) -> list[Line]:
    """Return questions as lists show them: answered ones first, then late ones, then the others by their day."""
    every = [(row, line(row, today)) for row in rows]
    every.sort(key=lambda pair: (pair[1].open, not pair[1].late, pair[0].due_on or date.max, pair[1].id))
    return [one for _row, one in every]


def owed(row: Any, today: date) -> Sentence:
    """Say who owes an answer, by when and on what that rests; or why nobody owes one yet."""
    body = row.short[:1].upper() + row.short[1:]
    stage = Stage(row.stage)
    if stage == Stage.NOT_SENT:
        return _not_sent(row, body)
    if stage == Stage.ANSWERED:
        return Sentence(N_("%(body)s answered."), {"body": body})
    if stage in (Stage.NOT_HERE, Stage.TAKEN_BACK) or row.due_on is None:
        return Sentence(STAGE_WORDS[stage])
    values = {"body": body, "day": row.due_on, "basis": Sentence(BASIS_SHORT.get(row.basis, BASIS_SHORT["typical"]))}
    if is_late(stage, row.due_on, basis=row.basis, today=today):
        return Sentence(N_("%(body)s is late: its answer was due %(day)s; %(basis)s."), values)
    wrote_on = row.accepted_at
    if wrote_on is not None:
        return _wrote(values, clock.local_day(wrote_on), typical=row.basis == "typical")
    if stage == Stage.WAITING and row.basis == "typical":
        return Sentence(USUAL_WORDS, values)
    return Sentence(OWED_WORDS[stage], values)


def _not_sent(row: Any, body: str) -> Sentence:
    if not row.email:
        return Sentence(N_("Not sent yet. We know no address of %(body)s."), {"body": row.short})
    if row.to_send:
        return Sentence(N_("Not sent yet. %(body)s has not joined, so we write to it."), {"body": body})
    return Sentence(N_("Not sent yet. Our letter did not reach %(body)s."), {"body": row.short})


def _wrote(values: dict[str, Any], wrote_on: date, *, typical: bool) -> Sentence:
    text = N_("They have not joined; we wrote on %(wrote)s. Answer due %(day)s; %(basis)s.")
    usual = N_("They have not joined; we wrote on %(wrote)s. An answer often comes by %(day)s; %(basis)s.")
    return Sentence(usual if typical else text, {**values, "wrote": wrote_on})


def due_words(row: Any, today: date) -> str:
    """Say how near the last day is, for who has to answer."""
    if is_late(row.stage, row.due_on, basis=row.basis, today=today):
        return _("Late")
    if is_soon(row.stage, row.due_on, today=today):
        return _("Due soon")
    return _("Owed by %(day)s", day=say_day(row.due_on, today)) if row.due_on else _("Owed")
