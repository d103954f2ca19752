"""Put an edition beside an issue or an answer, and take it off. Callers commit."""

from dataclasses import asdict, dataclass
from datetime import datetime

from decisions.editions import queries
from decisions.editions.about import ANSWER, ISSUE, About, find, may_add, room_for
from decisions.editions.checking import media_of
from decisions.editions.kinds import Sort
from decisions.editions.models import Edition, EditionFile
from forum.access import Shown, Standing, is_facilitator
from forum.db import db
from forum.history.actions import record
from forum.people.capacities import Capacity
from forum.people.models import Byline
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.threads.signing import own


@dataclass(frozen=True, slots=True)
class NewEdition:
    """What somebody brings: the sort, the language by its code or its name, who made it; a signed video with its
    address and what it says."""

    sort: str
    made_by: str
    lang: str = ""
    language: str = ""
    url: str = ""
    words: str = ""


def add(about: About, new: NewEdition, content: bytes = b"", *, by: Standing, on: datetime) -> Edition:
    """Put an edition beside an issue or an answer; `content` is its file. Raises Refusal."""
    raise_if(may_add(by, about))
    raise_if(room_for(queries.count(about.thread.id)))
    media = "" if new.sort == Sort.SIGNED else media_of(content)
    post_id = about.post.id if about.post else None
    made = Edition(thread_id=about.thread.id, post_id=post_id, media=media, size=len(content), **asdict(new))
    made.byline_id, made.created_at, made.state = _signed(about, by).id, on, Shown.SHOWN
    db.session.add(made)
    db.session.flush()
    if media:
        db.session.add(EditionFile(edition_id=made.id, content=content))
    _record("added_edition", made, by.person_id, on)
    return made


def remove(edition: Edition, *, by: Standing, on: datetime) -> None:
    """Take an edition off: its file is deleted, a mark stays. Raises Refusal."""
    raise_if(may_remove(edition, by))
    _withdraw(edition, by.person_id, on)


def may_remove(edition: Edition, who: Standing) -> Refusal | None:
    """Whether this person may take an edition off: whoever may add one there."""
    kind, ident = (ISSUE, edition.thread_id) if edition.post_id is None else (ANSWER, edition.post_id)
    about = find(kind, ident, who)
    return Refusal(N_("This is not here any more.")) if about is None else may_add(who, about)


def take_back_all(person_id: int, *, by: int | None, on: datetime) -> None:
    """Take off every edition that a person put here, who leaves and wants that."""
    for edition in queries.put_here_by(person_id):
        _withdraw(edition, by, on)


def set_state(subject_id: int, state: str, *, by: int | None, on: datetime) -> None:
    """Hide an edition or show it again; a moderator decided it. `by` is the moderator's id."""
    edition = db.session.get_one(Edition, subject_id)
    edition.state = Shown(state)
    _record("set_state", edition, by, on, state=str(state))


def _withdraw(edition: Edition, by: int | None, on: datetime) -> None:
    if edition.state == Shown.WITHDRAWN:
        return
    edition.state, edition.words, edition.url = Shown.WITHDRAWN, "", ""
    if (file := db.session.get(EditionFile, edition.id)) is not None:
        db.session.delete(file)
    _record("removed_edition", edition, by, on)


def _record(verb: str, edition: Edition, by: int | None, on: datetime, **values: str) -> None:
    db.session.flush()
    parent = ("thread", edition.thread_id)
    record(verb, ("edition", edition.id), by=by, on=on, parents=(parent,), **values)


def _signed(about: About, by: Standing) -> Byline:
    if about.body_id in by.speaks_for and about.body_id is not None:
        return own(by, capacity=Capacity.WORKS_FOR_BODY, signed=by.speaks_for[about.body_id])
    return own(by, capacity=Capacity.FACILITATOR if is_facilitator(by) else None)
