"""Questions in the table of kinds. Each is seen as far as its issue is."""

from typing import Any

from sqlalchemy import select, update

from decisions.answers.questions.models import Question, QuestionDraft, QuestionEvent
from decisions.answers.questions.not_here import set_state
from decisions.answers.questions.queries import load
from decisions.answers.questions.queues import queue, waiting
from decisions.answers.questions.taking_back import take_back
from forum import subjects
from forum.access import Shown, Standing, may_see
from forum.db import db
from forum.people.models import Byline
from forum.people.queries import owner_of
from forum.refusal import Refusal
from forum.say import N_, _
from forum.subjects import SearchText, Subject
from forum.threads.queries import is_mine

LONGEST_TITLE = 80


def sees(who: Standing, of: Question) -> Refusal | None:
    """Whether somebody may see a question: all who may see its issue; one that was hidden its asker and moderators."""
    refusal = may_see(who, state=of.state, mine=False)
    if refusal and (refusal := may_see(who, state=of.state, mine=is_mine(who, of.byline_id))):
        return refusal
    return subjects.get("thread").may_see(who, of.thread)


def title(of: Question) -> str:
    """Name a question: to whom, and what, cut short."""
    words = of.words or _("taken back")
    cut = words if len(words) <= LONGEST_TITLE else f"{words[:LONGEST_TITLE].rsplit(' ', 1)[0]} …"
    return _("Question to %(body)s: %(words)s", body=of.body.name, words=cut)


def _found(of: Question) -> SearchText | None:
    shown = of.state == Shown.SHOWN and of.thread.state == Shown.SHOWN
    return SearchText(title(of), f"{of.words} {of.body.name}") if shown else None


def _export(person_id: int) -> list[dict[str, Any]]:
    """What a person asked and said of questions, and the answers that they are writing."""
    mine = select(Byline.id).where(Byline.person_id == person_id)
    asked = select(Question).where(Question.byline_id.in_(mine)).order_by(Question.id)
    said = select(QuestionEvent).where(QuestionEvent.byline_id.in_(mine)).order_by(QuestionEvent.id)
    drafts = select(QuestionDraft).where(QuestionDraft.person_id == person_id)
    return [
        *(
            {"question": one.words, "to": one.body.name, "at": one.created_at.isoformat()}
            for one in db.session.scalars(asked)
        ),
        *(
            {"said_of_question": one.question_id, "what": one.kind, "words": one.words,
             "at": one.recorded_at.isoformat()}
            for one in db.session.scalars(said)
        ),
        *({"writes_answer_to": one.question_id, "words": one.text} for one in db.session.scalars(drafts)),
    ]  # fmt: skip


def _erase(person_id: int) -> None:
    """Whoever leaves has no answer in hand any more. What they wrote for the body so far stays with the body."""
    here = update(QuestionDraft).where(QuestionDraft.person_id == person_id)
    db.session.execute(here.values(person_id=None), execution_options={"synchronize_session": False})


QUESTION = Subject(
    kind="question",
    load=load,
    may_see=sees,
    title=title,
    address=lambda of: ("questions.page", {"id": of.id}),
    author_id=lambda of: owner_of(of.byline_id),
    words=lambda of: of.words,
    search=_found,
    set_state=set_state,
    erase=_erase,
    take_back=take_back,
    export_for=_export,
    queue=queue,
    waiting=waiting,
    label=N_("Question"),
    all_ids=lambda: db.session.scalars(select(Question.id)),
)
