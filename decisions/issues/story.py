"""Everything that happened, newest first: each move with its evidence, and what was put right."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from decisions.issues.issue import Cited, Issue
from decisions.issues.parts import name_of
from decisions.journeys.fold import counts
from decisions.journeys.hearing import NO_REASON
from decisions.journeys.kinds import EVIDENCE_WORDS, MOVE_WORDS, NOTHING, Evidence, MoveKind
from decisions.journeys.parts import anchor
from decisions.journeys.sources import is_link
from forum import markup
from forum.access import Shown
from forum.people.capacities import WORDS, Capacity
from forum.say import _, say_day

LONGEST_WHY = 200  # characters, in the panel; all of it stands in the entry


class Entry(NamedTuple):
    """One entry of the story. `wrong_by`: the number of the entry that put it right. `unsure`: a member says so."""

    id: int
    number: int
    anchor: str
    part: str
    what: str
    where: str
    day: date
    at: datetime
    when: str
    published: str
    recorded: str
    by: str
    evidence: str
    source: str
    source_name: str
    official: str
    plain: str
    reason: str
    wrong_by: int | None
    corrects: int | None
    unsure: bool
    may_confirm: bool
    confirmed_by: str
    cites: Sequence[Cited]


def story(issue: Issue, today: date) -> list[Entry]:
    """Return every move of every journey, the newest first; what was put right stays, marked."""
    every = [entry for one in (issue, *issue.others) for entry in _entries(one, today, named=bool(issue.others))]
    return sorted(every, key=lambda entry: (entry.day, entry.at, entry.number), reverse=True)


def _entries(issue: Issue, today: date, *, named: bool) -> list[Entry]:
    facts = {one.id: one.fact for one in issue.short}
    wrong_by = {one.corrects_id: one.fact.number for one in issue.short if one.corrects_id}
    titles = {stop.id: stop.title for stop in issue.stops}
    shorts = {stop.id: stop.short or "" for stop in issue.stops}
    part, place = name_of(issue) if named else "", issue.journey.place or 1
    return [
        Entry(
            id=move.id,
            number=move.number,
            anchor=anchor(move.number, place),
            part=part,
            what=_what(move),
            where=titles.get(move.stop_id or 0, "") if move.kind != MoveKind.RAISED else "",
            day=move.happened_on,
            at=move.recorded_at,
            when=say_day(move.happened_on, today),
            published=say_day(move.published_on, today) if move.published_on else "",
            recorded=say_day(move.recorded_at, today),
            by=_by(move),
            evidence=_evidence(move, shorts.get(move.stop_id or 0, "")),
            **_words(move),
            wrong_by=wrong_by.get(move.id),
            corrects=facts[move.id].corrects,
            unsure=not counts(facts[move.id]),
            may_confirm=not counts(facts[move.id])
            and move.id not in wrong_by
            and bool(move.source or move.source_name),
            confirmed_by=move.confirmed_by or "",
            cites=issue.citations.get(move.id, ()),
        )
        for move in issue.moves
    ]


def _evidence(move: Any, short: str) -> str:
    """How we know. What somebody recorded for a body is what that body says, and is said so."""
    if move.by_capacity == Capacity.WORKS_FOR_BODY and short and move.evidence == Evidence.THEIR_REPLY:
        return _("%(body)s says", body=short[:1].upper() + short[1:])
    return _(EVIDENCE_WORDS[Evidence(move.evidence)])


def _words(move: Any) -> dict[str, str]:
    """What an entry says and where from; nothing of it when a moderator hid it."""
    if move.state != Shown.SHOWN:
        hidden = dict.fromkeys(("official", "reason", "source", "source_name"), "")
        return hidden | {"plain": _("A moderator hid these words.")}
    return {
        "plain": move.plain,
        "official": move.official,
        "reason": move.reason,
        "source": move.source if is_link(move.source) else "",
        "source_name": move.source_name or move.source,
    }


def _what(move: Any) -> str:
    if move.kind != MoveKind.CORRECTED:
        return _(MOVE_WORDS[MoveKind(move.kind)])
    if move.becomes == NOTHING:
        return _("Put right: this did not happen")
    return _("Put right: %(what)s", what=_(MOVE_WORDS[MoveKind(move.becomes or "")]))


def _by(move: Any) -> str:
    """Who recorded it, and in what capacity."""
    words = move.by_signed or (_(WORDS[Capacity(move.by_capacity)]) if move.by_capacity else "")
    return f"{move.by_name}, {words}" if words else str(move.by_name)


def whys(issue: Issue) -> dict[int, str]:
    """Return why the last things happened at each step, shortly, by the number of the entry; of one that was put
    right, what it says now."""
    asked = {state.last.number for state in issue.now.stops.values() if state.last is not None}
    asked |= {issue.now.reopened.number} if issue.now.reopened is not None else set()
    later = {one.corrects_id: one for one in issue.short if one.corrects_id}
    found = {}
    for one in issue.short:
        if one.fact.number in asked:
            last = one
            while last.id in later:
                last = later[last.id]
            if last.reason and _said(last.reason) != _said(_(NO_REASON)):
                found[one.fact.number] = markup.excerpt(last.reason, LONGEST_WHY)
    return found


def _said(words: str) -> str:
    return words.strip(" .").casefold()
