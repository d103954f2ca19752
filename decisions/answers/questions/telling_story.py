"""What happened to a question, in the words of its page. Who does what for a body stays its own business."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from decisions.answers.queries import Card
from decisions.answers.questions.kinds import (
    HAPPENING_WORDS,
    PRIVATE,
    RATED_WORDS,
    WAY_WORDS,
    Happening,
    Rating,
    Voice,
    Way,
)
from decisions.answers.questions.models import QuestionEvent
from decisions.answers.questions.shown import BASIS_SHORT
from decisions.journeys.sources import is_link
from forum.people.capacities import WORDS, Capacity
from forum.say import _, say_day

H = Happening


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened to a question, as the page tells it. `card`: the answer that was given."""

    number: int
    kind: str
    what: str
    day: date
    words: str
    more: str
    by: str
    source: str
    source_name: str
    unsure: bool
    card: Card | None


def told(events: Iterable[QuestionEvent], cards: Mapping[int, Card], *, inside: bool) -> list[Told]:
    """Return what happened, the newest first. `inside`: the reader speaks for the body or helps run this, so they see
    who has it in hand and what became of our letters."""
    every = list(events)
    settled = {one.kind for one in every if one.kind in (H.CONFIRMED, H.TURNED_DOWN)}
    return [_one(one, cards, settled) for one in reversed(every) if inside or one.kind not in PRIVATE]


def also_said(events: Iterable[QuestionEvent]) -> list[Told]:
    """Return what whoever answers has to know beside the question: why it came to them, and what is still missing."""
    return [_one(one, {}, set()) for one in events if one.kind in (H.PASSED_ON, H.AGAIN)]


def _one(one: QuestionEvent, cards: Mapping[int, Card], settled: set[str]) -> Told:
    kind = Happening(one.kind)
    return Told(
        number=one.number,
        kind=one.kind,
        what=_what(one, kind, settled),
        day=one.happened_on,
        words=one.words,
        more=_more(one, kind),
        by=_by(one, kind),
        source=one.source if is_link(one.source) else "",
        source_name=one.source_name or one.source,
        unsure=kind == H.SAID and not settled,
        card=cards.get(one.reply_id or 0),
    )


def _what(one: QuestionEvent, kind: Happening, settled: set[str]) -> str:
    if kind == H.SAID and (one.voice == Voice.HELPER or H.CONFIRMED in settled):
        return _("Their reply")
    if kind == H.RATED:
        return _(RATED_WORDS[Rating(one.word)])
    if kind in (H.PUBLISHED, H.CORRECTED) and one.voice == Voice.LINK:
        return _("They answered through the link in our letter")
    return _(HAPPENING_WORDS[kind])


def _more(one: QuestionEvent, kind: Happening) -> str:
    """The day that it sets and what that rests on; to whom it was passed on; how it came."""
    if kind == H.SAID:
        return _(WAY_WORDS[Way(one.word)])
    to = _("To: %(body)s.", body=one.body.name) if kind == H.PASSED_ON and one.body is not None else ""
    if one.due_on is None:
        return to
    basis = _(BASIS_SHORT.get(one.basis, BASIS_SHORT["typical"]))
    return f"{to} {_('Answer due %(day)s; %(basis)s.', day=say_day(one.due_on), basis=basis)}".strip()


def _by(one: QuestionEvent, kind: Happening) -> str:
    """Who said so: for a body its post, never who writes or checks there."""
    line = one.byline
    if line is None or kind in PRIVATE:
        return ""
    if one.voice in (Voice.BODY, Voice.LINK):
        return _("For the organisation: %(signed)s", signed=line.signed or line.name)
    words = line.signed or (_(WORDS[Capacity(line.capacity)]) if line.capacity else "")
    who = f"{line.name}, {words}" if words else line.name
    written = kind in (H.SAID, H.CONFIRMED, H.TURNED_DOWN)
    return _("Written down by %(who)s", who=who) if written else _("By %(who)s", who=who)
