"""Say if an answer was clear, and what in it was not. Callers commit."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete

from decisions.answers.clear import queries
from decisions.answers.clear.models import ClearMark, Unclear
from decisions.answers.clear.picking import phrases
from decisions.answers.clear.queries import Answer
from decisions.glossary import actions as glossary
from decisions.glossary.naming import key
from forum.db import db
from forum.history.actions import record
from forum.refusal import Refusal
from forum.say import N_, _

YES, PART = "yes", "part"
OFTEN = 3  # readers who picked a word, before it is put to those who help run the place


def say(
    answer: Answer, said: str, *, sentence: int | None, person_id: int | None, browser: str | None, on: datetime
) -> ClearMark:
    """Say if an answer was clear: once a person or browser; a later word takes the place of the first. `sentence` is
    the number of one that was not clear. Raises Refusal for a sentence that is not there."""
    if sentence is not None and not 1 <= sentence <= len(answer.sentences):
        raise Refusal(N_("That sentence is not there. Choose another."), field="sentence")
    made = queries.mark(answer.post.id, person_id=person_id, browser=browser)
    if made is None:
        made = ClearMark(post_id=answer.post.id, person_id=person_id, browser=browser, created_at=on)
        db.session.add(made)
    made.said = said
    db.session.flush()
    db.session.execute(delete(Unclear).where(Unclear.mark_id == made.id)) if said == YES else None
    if said == PART and sentence is not None:
        _set_words(made, sentence, [])
    record("clear_said", ("post", answer.post.id), by=None, on=on, said=said)
    return made


def pick(answer: Answer, made: ClearMark, *, sentence: int, places: Iterable[int], on: datetime) -> None:
    """Say which words of a sentence were not clear; none means all of it. Words that many picked wait to be explained.
    Raises Refusal for a sentence that is not there."""
    if not 1 <= sentence <= len(answer.sentences):
        raise Refusal(N_("That sentence is not there. Choose another."))
    picked = phrases(answer.sentences[sentence - 1], places)
    made.said = PART
    _set_words(made, sentence, picked)
    often = queries.often({key(one) for one in picked}, OFTEN)
    for one in picked:
        if key(one) in often:
            met = _("An answer of %(body)s", body=answer.reply.body.short)
            glossary.suggest_for_readers(one, met=met, on=on)


def _set_words(made: ClearMark, sentence: int, picked: list[str]) -> None:
    db.session.execute(delete(Unclear).where(Unclear.mark_id == made.id, Unclear.sentence == sentence))
    for one in picked or [""]:
        db.session.add(Unclear(mark_id=made.id, sentence=sentence, words=one, key=key(one)))
    db.session.flush()


def erase(person_id: int) -> None:
    """Take a person out of this: what they said of answers goes."""
    db.session.execute(delete(ClearMark).where(ClearMark.person_id == person_id))
    db.session.flush()
