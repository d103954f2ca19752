"""Dates in words: how long is left, how late a body is, by when to act. Pure but for the words of the language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from decisions.journeys.kinds import BASIS_WORDS, Basis
from decisions.journeys.sources import is_link
from decisions.journeys.sureness import basis_on, is_sure
from decisions.journeys.ways import WayFact
from decisions.promises.kinds import Stage
from decisions.promises.states import is_late as is_promise_late
from forum.links import url_for
from forum.say import _, ngettext, say_day


@dataclass(frozen=True, slots=True)
class Clock:
    """One date that matters, as the page shows it. `working`: how a clock gave it, in sentences."""

    what: str
    left: str
    when: str
    iso: str
    late: bool
    how: str
    url: str = ""
    working: str = ""


def days_left(due: date, today: date) -> str:
    """Say how long is left: `today`, `tomorrow`, `5 days`."""
    days = (due - today).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    return ngettext("%(num)s day", "%(num)s days", days)


def is_late(one: Any, today: date) -> bool:
    """Whether a body is late: past a date that is law, guidance, its own rule or its promise. Never for what is only
    usual, never for people, and never of a body that has not joined: it may not have had our message."""
    return (
        one.joined  # nothing when no body must act
        and one.watched
        and not one.first_day
        and basis_on(one, today) != Basis.TYPICAL
        and one.met_by_id is None
        and one.dropped_at is None
        and one.due_on < today
    )


def clocks(deadlines: Iterable[Any], today: date) -> list[Clock]:
    """Return the dates that matter: late ones first, then those to come; what was met or is over is left out."""
    shown = [one for one in deadlines if is_late(one, today) or (one.met_by_id is None and one.due_on >= today)]
    return [_clock(one, today) for one in sorted(shown, key=lambda one: (not is_late(one, today), one.due_on))]


def promised(rows: Iterable[Any], today: date) -> list[Clock]:
    """Return the days of promises that are not done yet: `rows` have the columns of `decisions.promises.queries.LINES`.
    A day that passed is told only where the body is late: else the promise itself says that nobody has heard."""
    found = []
    for one in rows:
        late = is_promise_late(one.stage, one.due_on, basis=one.basis, joined=one.joined, today=today)
        if one.due_on is not None and (late or (one.stage == Stage.UNDER_WAY and one.due_on >= today)):
            found.append(_promise(one, late, today))
    return found


def with_promises(deadlines: Iterable[Any], promises: Iterable[Any], today: date) -> list[Clock]:
    """Return the dates of an issue and those of its promises: late ones first, then by their day. What a body promised
    for a day and somebody typed as a date too is told once, as the promise."""
    rows = list(promises)
    told = {(one.body_slug, one.due_on) for one in rows}
    typed = [one for one in deadlines if one.basis != Basis.PROMISE or (one.body_slug, one.due_on) not in told]
    return sorted([*clocks(typed, today), *promised(rows, today)], key=lambda one: (not one.late, one.iso))


def _promise(one: Any, late: bool, today: date) -> Clock:
    days = (today - one.due_on).days
    return Clock(
        what=_("%(body)s promised: %(words)s", body=one.body_name, words=one.words),
        left=ngettext("%(num)s day late", "%(num)s days late", days) if late else days_left(one.due_on, today),
        when=_("was due %(day)s", day=say_day(one.due_on)) if late else say_day(one.due_on),
        iso=one.due_on.isoformat(),
        late=late,
        how=f"{_(BASIS_WORDS[Basis(one.basis)])}.",
        url=url_for("promises.page", id=one.id),
    )


def _clock(one: Any, today: date) -> Clock:
    late = is_late(one, today)
    days = (today - one.due_on).days
    when = _("was due %(day)s", day=say_day(one.due_on)) if late else say_until(one.due_on, one.at)
    if one.first_day:
        when = _("not before %(day)s", day=say_day(one.due_on))
    left = ngettext("%(num)s day late", "%(num)s days late", days) if late else days_left(one.due_on, today)
    basis = f"{_(BASIS_WORDS[basis_on(one, today)])}."
    checked = "" if is_sure(one) else _("This day is not yet checked.")
    linked, counted = is_link(one.source), bool(one.rule)
    where = _("At the step: %(step)s.", step=one.step_title) if counted else one.working
    how = " ".join(part for part in (checked, basis, "" if linked else said(one.source), where, one.moved) if part)
    url, working = one.source if linked else "", one.working if counted else ""
    return Clock(one.text, left, when, one.due_on.isoformat(), late, how, url, working)


def said(source: str) -> str:
    """Return the name of a source as a sentence."""
    return f"{source.rstrip('.')}." if source else ""


def say_until(day: date, at: time | None) -> str:
    """Say a last moment: `27 November`, `7 December, noon`."""
    if at is None:
        return say_day(day)
    return _("%(day)s, %(time)s", day=say_day(day), time=say_hour(at))


def say_hour(at: time) -> str:
    """Say an hour: `noon`, `2:30 pm`, `5 pm`."""
    if (at.hour, at.minute) == (12, 0):
        return _("noon")
    hour = at.hour % 12 or 12
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{hour}{minutes} {_('am') if at.hour < 12 else _('pm')}"


def say_way(way: WayFact, today: date) -> str:
    """Say how and by when: `by 27 November. 5 days left. Web, paper or phone.`"""
    parts = []
    if way.limited:
        parts.append(_("There is a last day. Ask them first when it is."))
    elif way.until is not None:
        parts.append(_("by %(when)s.", when=say_until(way.until, way.at)))
        days = (way.until - today).days
        left = _("Today is the last day.") if days == 0 else ngettext("%(num)s day left.", "%(num)s days left.", days)
        parts.append(left)
        if not way.sure:
            parts.append(_("This day is not yet checked."))
    elif not way.usual:
        parts.append(_("any time."))
    return " ".join([*parts, way.detail]).strip()
