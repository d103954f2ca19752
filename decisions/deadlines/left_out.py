"""Which days a count left out, and why, in sentences."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from decisions.deadlines.calendars import ANY_UK, SATURDAY, SUNDAY, Calendar, DayOff, span
from decisions.deadlines.counting import Count, Pause
from decisions.deadlines.rules import PARISH, Rule, Unit
from forum.say import N_, Sentence

DAY = timedelta(1)
NATION_WORDS = {
    ("england-wales",): N_("England and Wales"),
    ("scotland",): N_("Scotland"),
    ("northern-ireland",): N_("Northern Ireland"),
    ("england-wales", "scotland"): N_("England, Wales and Scotland"),
    ("england-wales", "northern-ireland"): N_("England, Wales and Northern Ireland"),
    ("scotland", "northern-ireland"): N_("Scotland and Northern Ireland"),
}


def left_out(count: Count, first: date, last: date) -> Iterator[Sentence]:
    """Yield what was left out strictly between two days, and on the last: weekends, bank holidays, closures, pauses."""
    rule, calendar = count.rule, count.calendar
    if rule.counts_working_days or rule.unit is Unit.HOURS:
        if rule.counts_working_days:
            yield _weekends(rule)
        yield from _days_off(calendar, rule, first, last)
    if rule.unit is Unit.SCHOOL_DAYS:
        yield from _closures(calendar, first, last)
    yield from paused(rule, count.pauses)


def paused(rule: Rule, pauses: Iterable[Pause]) -> Iterator[Sentence]:
    """Yield the days on which the clock stood still."""
    for one in pauses:
        text = N_("The clock stood still from %(first)s to %(last)s. Those days do not count.")
        yield Sentence(text, {"first": one.first, "last": one.last})
    if pauses and not rule.pauses:
        yield Sentence(N_("We know of nothing that stops this clock. We left those days out because you asked."))


def why_off(day: date, off: DayOff, calendar: Calendar) -> Sentence:
    """Return why a day is left out: "13 July is a bank holiday in Northern Ireland"."""
    where = NATION_WORDS.get(off.where) if calendar.ident == ANY_UK else None
    if where:
        return Sentence(N_("%(day)s is a bank holiday in %(where)s."), {"day": day, "where": Sentence(where)})
    if off.expected:
        text = N_("%(day)s is likely to be a bank holiday (%(name)s). It is not announced yet.")
        return Sentence(text, {"day": day, "name": off.name})
    return Sentence(N_("%(day)s is a bank holiday (%(name)s)."), {"day": day, "name": off.name})


def _weekends(rule: Rule) -> Sentence:
    if rule.unit is Unit.PARISH_CLEAR_DAYS:
        return Sentence(N_("Sundays and bank holidays do not count. Saturdays do."))
    return Sentence(N_("Saturdays, Sundays and bank holidays do not count."))


def _days_off(calendar: Calendar, rule: Rule, first: date, last: date) -> Iterator[Sentence]:
    weekend = (SUNDAY,) if rule.unit is Unit.PARISH_CLEAR_DAYS else (SATURDAY, SUNDAY)
    breaks: dict[str, list[date]] = {}
    for day in span(first, last):
        if (off := calendar.off.get(day)) is None:
            continue
        if calendar.ident == PARISH and not off.where:
            breaks.setdefault(off.name, []).append(day)
        elif day.weekday() not in weekend:
            yield why_off(day, off, calendar)
    for name, days in breaks.items():
        yield _run(days[0], days[-1], name)


def _closures(calendar: Calendar, first: date, last: date) -> Iterator[Sentence]:
    run: list[date] = []
    for day in (*(one for one in sorted(calendar.closures) if first <= one <= last), date.max):
        if run and (day - run[-1] != DAY or calendar.closures[run[-1]] != calendar.closures.get(day)):
            yield _run(run[0], run[-1], calendar.closures[run[-1]])
            run = []
        run.append(day)


def _run(first: date, last: date, name: str) -> Sentence:
    if first == last:
        return Sentence(N_("%(day)s does not count: %(name)s."), {"day": first, "name": name})
    text = N_("%(first)s to %(last)s do not count: %(name)s.")
    return Sentence(text, {"first": first, "last": last, "name": name})
