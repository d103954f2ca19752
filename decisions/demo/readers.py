"""Readers of the demonstration: what some of them say of official answers, and a word that waits to be explained."""

from sqlalchemy import select

from decisions.answers.clear.models import ClearMark, Unclear
from decisions.answers.clear.picking import choices
from decisions.answers.models import OfficialReply
from decisions.demo.files import Days, read
from decisions.demo.people import People
from decisions.glossary.models import Suggestion
from decisions.glossary.naming import key
from forum.db import db
from forum.plain_language.published import in_sentences
from forum.threads.models import Post

ANSWERS = 3  # those that readers looked at
CLEAR, UNCLEAR = 4, 2  # how many found each clear, and how many not all of it


def load(days: Days, people: People) -> None:
    """Load what readers say of the first answers, and one word that somebody suggested."""
    for reply in db.session.scalars(select(OfficialReply).order_by(OfficialReply.post_id).limit(ANSWERS)):
        sentences = in_sentences(db.session.get_one(Post, reply.post_id).html)
        for number, person in enumerate(people.neighbours[: CLEAR + UNCLEAR]):
            said = "yes" if number < CLEAR else "part"
            mark = ClearMark(post_id=reply.post_id, said=said, person_id=person.id, created_at=days.moment(1, number))
            db.session.add(mark)
            db.session.flush()
            if said == "part" and sentences:
                db.session.add(_unclear(mark.id, sentences))
    for row in read("readers.toml")["word"]:
        on = days.moment(row["days_ago"], 600)
        db.session.add(Suggestion(word=row["word"], key=key(row["word"]), met=row["met"], created_at=on))
    db.session.flush()


def _unclear(mark_id: int, sentences: list[str]) -> Unclear:
    """The longest word of the longest sentence."""
    longest = max(sentences, key=len)
    word = max((text for _place, text in choices(longest)), key=len, default="")[:80]
    return Unclear(mark_id=mark_id, sentence=sentences.index(longest) + 1, words=word, key=key(word))
