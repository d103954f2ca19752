"""Promises in the words of the page. Pure but for the words of the language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from decisions.journeys.sources import is_link
from decisions.promises.kinds import (
    CHECK_WORDS,
    HAPPENING_WORDS,
    ONLOOKER_WORDS,
    OWNER_WORDS,
    STAGE_WORDS,
    CheckWord,
    Happening,
    Stage,
    Voice,
)
from decisions.promises.models import Promise, PromiseEvent
from decisions.promises.states import FEWEST, is_late, rank
from forum.people.capacities import WORDS, Capacity
from forum.say import NN_, Sentence, _, ngettext, say, say_day


@dataclass(frozen=True, slots=True)
class Line:
    """A promise in a list. `chip`: the look of what it is called (`ok`, `late` or none)."""

    id: int
    words: str
    who: str
    body_slug: str
    stage: str
    called: str
    when: str
    late: str
    chip: str
    issues: tuple[Any, ...] = ()


class Row(NamedTuple):
    """The columns of a list, of one promise."""

    id: int
    words: str
    post: str
    made_on: date
    basis: str
    stage: str
    due_on: date | None
    body_name: str
    body_slug: str
    joined: bool


def row(of: Promise) -> Row:
    """Return a promise as lists have it."""
    body, day = of.body, of.due_on
    return Row(of.id, of.words, of.post, of.made_on, of.basis, of.stage, day, body.name, body.slug, body.joined)


def line(row: Any, today: date, issues: Iterable[Any] = ()) -> Line:
    """Return a promise as lists show it; `row` has the columns of `decisions.promises.queries.LINES`."""
    late = is_late(row.stage, row.due_on, basis=row.basis, joined=row.joined, today=today)
    days = (today - row.due_on).days if late else 0
    return Line(
        id=row.id,
        words=row.words,
        who=f"{row.post}, {row.body_name}" if row.post else row.body_name,
        body_slug=row.body_slug,
        stage=row.stage,
        called=_(STAGE_WORDS[Stage(row.stage)]),
        when=by_when(row.stage, row.due_on, today),
        late=ngettext("%(num)s day late", "%(num)s days late", days) if late else "",
        chip="ok" if row.stage == Stage.CONFIRMED else "late" if late else "",
        issues=tuple(issues),
    )


def lines(rows: Iterable[Any], today: date, issues: Mapping[int, list[Any]] | None = None) -> list[Line]:
    """Return promises as lists show them: kept ones first, then late ones, then the others by their day."""
    every = [(row, line(row, today, (issues or {}).get(row.id, ()))) for row in rows]
    every.sort(key=lambda pair: (rank(pair[1].stage, late=bool(pair[1].late)), pair[0].due_on or date.max, pair[1].id))
    return [one for _row, one in every]


def by_when(stage: str, due_on: date | None, today: date) -> str:
    """Say by which day it is to be done, or was."""
    if due_on is None:
        return _("They gave no day.")
    if due_on < today:
        return _("It was to be done by %(day)s.", day=say_day(due_on, today))
    if stage in (Stage.CONFIRMED, Stage.SAYS_DONE, Stage.DROPPED):
        return _("The day was %(day)s.", day=say_day(due_on, today))
    return _("To be done by %(day)s.", day=say_day(due_on, today))


def stands(of: Promise, *, owner: bool) -> str:
    """Say where a promise stands, to who speaks for the body or to an onlooker."""
    return _((OWNER_WORDS if owner else ONLOOKER_WORDS)[Stage(of.stage)])


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened to a promise, as the page tells it."""

    number: int
    what: str
    day: date
    plain: str
    reason: str
    by: str
    source: str
    source_name: str
    unsure: bool


def told(one: PromiseEvent) -> Told:
    """Put one thing that happened into words."""
    line = one.byline
    words = line.signed or (_(WORDS[Capacity(line.capacity)]) if line.capacity else "")
    by = f"{line.name}, {words}" if words else line.name
    heads = {Voice.BODY: _("The body says: %(what)s"), Voice.MEMBER: _("A member says: %(what)s")}
    what = _(HAPPENING_WORDS[Happening(one.kind)])
    return Told(
        number=one.number,
        what=heads[Voice(one.voice)] % {"what": what} if one.voice in heads else what,
        day=one.happened_on,
        plain=one.plain,
        reason=one.reason,
        by=by,
        source=one.source if is_link(one.source) else "",
        source_name=one.source_name or one.source,
        unsure=one.voice == Voice.MEMBER,
    )


def said(counts: Mapping[str, int]) -> list[str]:
    """Say how many people answered and, from five on, how many said what."""
    total = sum(counts.values())
    if not total:
        return []
    forms = NN_("%(num)s person affected said if it was done.", "%(num)s people affected said if it was done.")
    first = say(Sentence.counted(forms, total))
    if total < FEWEST:
        return [first, _("We show what they said once five have.")]
    return [first, *(f"{_(CHECK_WORDS[one])}: {counts[one]}" for one in CheckWord if counts.get(one))]
