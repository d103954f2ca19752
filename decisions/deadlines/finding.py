"""Find a clock among a pack's rules: by its id, or by the number that it has in the facts (`K33.stage1-reply`)."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from decisions.deadlines.calendars import NOTHING, Calendar, calendar_of
from decisions.deadlines.rules import EVERYWHERE, Rule, Unit, rule_of
from forum.refusal import Refusal
from forum.say import N_

Entries = Mapping[str, Mapping[str, Any]]
SHOWN = 8  # names of near rules
FACT = re.compile(r"k(\d+)")


def find_rule(given: str, entries: Entries) -> Rule:
    """Return the rule that an id or the number of a fact means. `entries` are those of the kind `rule`.

    The number of a fact with several clocks means its general one, else the first. Raises Refusal, naming near ones.
    """
    wanted = given.strip().lower()
    if wanted in entries:
        return rule_of(entries[wanted])
    same = [one for one in entries.values() if wanted and _fact(one) == wanted]
    within = [one for one in entries.values() if wanted and _fact(one).startswith(f"{wanted}.")]
    general = [one for one in within if one.get("general") is True]
    for one in (*same, *general, *within):
        return rule_of(one)
    near = near_ones(wanted, entries)
    if not near:
        raise Refusal(N_("There is no rule called “%(id)s”."), id=given)
    raise Refusal(N_("There is no rule called “%(id)s”. Near: %(near)s."), id=given, near=", ".join(near))


def others_of(rule: Rule, entries: Entries) -> list[Rule]:
    """Return the other clocks of the same fact, in the pack's order."""
    number = rule.fact.split(".")[0].lower()
    same = [one for one in entries.values() if number and _fact(one).split(".")[0] == number]
    return [rule_of(one) for one in same if one["id"] != rule.ident]


def near_ones(wanted: str, entries: Entries) -> list[str]:
    """Return the ids and facts that look most like a text, that hold it, or that have it among their words."""
    if number := FACT.match(wanted):
        return _near_numbers(int(number[1]), entries)
    names = {name.lower(): name for one in entries.values() for name in (one["id"], str(one.get("fact") or one["id"]))}
    held = [name for low, name in names.items() if len(wanted) > 1 and wanted in low]
    close = [names[low] for low in get_close_matches(wanted, names, n=SHOWN, cutoff=0.5)]
    words = [one["id"] for one in entries.values() if wanted in (str(word).lower() for word in one.get("words", ()))]
    return list(dict.fromkeys((*words, *held, *close)))[:SHOWN]


def calendar_for(rule: Rule, entries: Entries, override: str = "") -> Calendar:
    """Return the calendar that a rule counts by. `entries` are those of the kind `calendar`; `override` is an id.

    A clock of hours without a calendar counts every hour; any other without one still knows working days.
    """
    ident = override or rule.calendar
    if ident:
        return calendar_of(ident, entries)
    return NOTHING if rule.unit is Unit.HOURS or EVERYWHERE not in entries else calendar_of(EVERYWHERE, entries)


def _near_numbers(wanted: int, entries: Entries) -> list[str]:
    """The facts on both sides of a number, or those of that number itself."""
    numbers = {str(one["fact"]): int(found[1]) for one in entries.values() if (found := FACT.match(_fact(one)))}
    own = [fact for fact, number in numbers.items() if number == wanted]
    shown = {fact.split(".")[0]: number for fact, number in numbers.items()}
    nearest = sorted(shown, key=lambda fact: (abs(shown[fact] - wanted), fact))[: SHOWN // 2]
    return own[:SHOWN] or sorted(nearest)


def _fact(entry: Mapping[str, Any]) -> str:
    return str(entry.get("fact", "")).lower()
