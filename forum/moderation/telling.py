"""Put rulings into words: for the public log, and for the people whose words they are."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from forum.access import GUEST
from forum.db import db
from forum.history.models import Event
from forum.history.public_log import Entry
from forum.moderation import cases
from forum.moderation.models import Ruling
from forum.moderation.reasons import REASON_WORDS, Deed, Reason
from forum.say import N_, Link, Sentence

DONE = {
    Deed.HIDE: N_("We hid %(what)s."),
    Deed.SHOW: N_("We showed %(what)s again."),
    Deed.LEAVE: N_("Somebody reported %(what)s. We left it as it was."),
    Deed.SUSPEND: N_("We stopped a person from writing here."),
    Deed.RESTORE: N_("We let a person write here again."),
}
DONE_IN = {
    Deed.HIDE: N_("We hid %(what)s: %(where)s"),
    Deed.SHOW: N_("We showed %(what)s again: %(where)s"),
    Deed.LEAVE: N_("Somebody reported %(what)s. We left it as it was: %(where)s"),
}
AGAIN = {
    Deed.LEAVE: N_("The writer asked us to look again at %(what)s. It stays hidden."),
    Deed.SHOW: N_("The writer asked us to look again at %(what)s. We showed it again."),
    Deed.RESTORE: N_("A person asked us to look again. They can write here again."),
}
PERSON_KEPT = N_("A person asked us to look again. They still can’t write here.")
WHY = {Deed.LEAVE: N_("Why it was reported: %(reason)s.")}
WHY_ELSE = N_("Why: %(reason)s.")
TO_AUTHOR = {
    Deed.HIDE: N_("We hid your words."),
    Deed.SHOW: N_("We showed your words again."),
    Deed.LEAVE: N_("We looked at your words and left them as they were."),
    Deed.APPROVE: N_("A moderator looked at your words. Everyone can read them now."),
    Deed.SUSPEND: N_("You can’t write here at the moment."),
    Deed.RESTORE: N_("You can write here again."),
}
TO_MODERATOR = {
    Deed.HIDE: N_("Hidden"),
    Deed.SHOW: N_("Shown again"),
    Deed.LEAVE: N_("Left as it was"),
    Deed.APPROVE: N_("Shown after a first look"),
    Deed.SUSPEND: N_("Stopped from writing"),
    Deed.RESTORE: N_("May write again"),
}


def entries(events: Sequence[Event]) -> Mapping[int, Entry]:
    """Put events with the verb `ruled` into words for the public log, by the id of the event."""
    named = Ruling.id.in_([event.subject_id for event in events])
    rulings = {one.id: one for one in db.session.scalars(select(Ruling).where(named))}
    places = cases.places([(one.kind, one.subject_id) for one in rulings.values() if one.public], GUEST)
    return {
        event.id: entry(rulings[event.subject_id], places, again=bool(event.values.get("again")))
        for event in events
        if event.subject_id in rulings
    }


def entry(ruling: Ruling, places: Mapping[tuple[str, int], Link], *, again: bool = False) -> Entry:
    """Say what was done and why. When it was to keep someone safe, say neither where nor why."""
    place = places.get((ruling.kind, ruling.subject_id)) if ruling.public else None
    return Entry(ruling.at, _what(ruling, place, again), why(ruling) if ruling.public and not again else None)


def why(ruling: Ruling) -> Sentence | None:
    """Say why, if a reason was given."""
    if not ruling.reason or ruling.deed not in (Deed.HIDE, Deed.LEAVE, Deed.SUSPEND):
        return None
    reason = Sentence(REASON_WORDS[Reason(ruling.reason)])
    return Sentence(WHY.get(Deed(ruling.deed), WHY_ELSE), {"reason": reason})


def to_author(ruling: Ruling) -> Sentence:
    """Say to the author what was done."""
    return Sentence(TO_AUTHOR[Deed(ruling.deed)])


def to_moderator(ruling: Ruling) -> Sentence:
    """Say to a moderator what was done before."""
    return Sentence(TO_MODERATOR[Deed(ruling.deed)])


def _what(ruling: Ruling, place: Link | None, again: bool) -> Sentence:
    deed, what = Deed(ruling.deed), cases.what(ruling.kind)
    if again:
        kept_person = ruling.kind == cases.PERSON and deed is Deed.LEAVE
        return Sentence(PERSON_KEPT if kept_person else AGAIN[deed], {"what": what})
    if place is not None and deed in DONE_IN:
        return Sentence(DONE_IN[deed], {"what": what, "where": place})
    return Sentence(DONE[deed], {"what": what})
