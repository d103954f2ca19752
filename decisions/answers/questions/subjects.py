"""Questions in the table of kinds. Each is seen as far as its issue is."""

from sqlalchemy import select

from decisions.answers.questions.leaving import erase, export
from decisions.answers.questions.models import Question
from decisions.answers.questions.not_here import set_state
from decisions.answers.questions.queries import load
from decisions.answers.questions.queues import queue, waiting
from decisions.answers.questions.taking_back import take_back
from forum import subjects
from forum.access import Shown, Standing, may_see
from forum.db import db
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
    erase=erase,
    take_back=take_back,
    export_for=export,
    queue=queue,
    waiting=waiting,
    label=N_("Question"),
    all_ids=lambda: db.session.scalars(select(Question.id)),
)
