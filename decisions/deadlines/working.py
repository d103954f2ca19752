"""How a date was worked out, in sentences: what was counted, from when, what was left out and why."""

from collections.abc import Iterator
from datetime import date, datetime

from decisions.deadlines.calendars import DAY, Calendar
from decisions.deadlines.counting import MONTHS, Count, Pause, roll
from decisions.deadlines.left_out import left_out, paused
from decisions.deadlines.rules import Mode, Roll, Rule, Unit, Whose
from forum.say import N_, NN_, Sentence, Strong

FROM = {
    Unit.WORKING_DAYS: NN_(
        "We count %(num)s working day from %(day)s, %(starts)s.",
        "We count %(num)s working days from %(day)s, %(starts)s.",
    ),
    Unit.SCHOOL_DAYS: NN_(
        "We count %(num)s school day from %(day)s, %(starts)s.",
        "We count %(num)s school days from %(day)s, %(starts)s.",
    ),
    Unit.CALENDAR_DAYS: NN_(
        "We count %(num)s day from %(day)s, %(starts)s.",
        "We count %(num)s days from %(day)s, %(starts)s.",
    ),
    Unit.WEEKS: NN_(
        "We count %(num)s week from %(day)s, %(starts)s.",
        "We count %(num)s weeks from %(day)s, %(starts)s.",
    ),
    Unit.MONTHS: NN_(
        "We count %(num)s month from %(day)s, %(starts)s.",
        "We count %(num)s months from %(day)s, %(starts)s.",
    ),
    Unit.YEARS: NN_(
        "We count %(num)s year from %(day)s, %(starts)s.",
        "We count %(num)s years from %(day)s, %(starts)s.",
    ),
    Unit.CLEAR_WORKING_DAYS: NN_(
        "There must be %(num)s whole working day between the two days.",
        "There must be %(num)s whole working days between the two days.",
    ),
    Unit.CLEAR_DAYS: NN_(
        "There must be %(num)s whole day between the two days.",
        "There must be %(num)s whole days between the two days.",
    ),
}
FROM[Unit.PARISH_CLEAR_DAYS] = FROM[Unit.CLEAR_DAYS]
NEITHER_END = N_("Not counted: %(starts)s, and %(ends)s.")


def last_day(count: Count, start: date, end: date, last: date, due: date) -> Iterator[Sentence]:
    """Yield the working of a last day: `end` of the count, `last` after rolling, `due` as it is shown."""
    yield _counted(count.rule, start)
    yield _first_counted(count, start)
    yield from left_out(count, start, end)
    if count.rule.unit in MONTHS:
        yield _month(count, start, end)
    else:
        yield Sentence(N_("The count ends on %(day)s."), {"day": end})
    if last != end:
        yield Sentence(N_("%(day)s is no working day, so it moves to %(to)s."), {"day": end, "to": last})
    yield from _limit(last, due)
    yield _so(count.rule, due)
    yield from cut_off(count.rule)
    yield from _safer(count.rule, count.calendar, due)


def first_day(count: Count, notice: date, due: date) -> Iterator[Sentence]:
    """Yield the working of the first day on which an event may be held after a notice."""
    yield _counted(count.rule, notice)
    yield _ends_of(count, notice)
    yield from left_out(count, notice, due)
    text = N_("So %(ends)s is %(due)s at the earliest.")
    yield Sentence(text, {"ends": count.rule.ends, "due": Strong(due)})
    if count.rule.counts_working_days and not count.counts(due):
        later = roll(due, Roll.NEXT, count.calendar)
        yield Sentence(N_("That is no working day. The next one is %(day)s."), {"day": later})


def publish_by(count: Count, event: date, due: date) -> Iterator[Sentence]:
    """Yield the working of the last day on which notice of an event can be given."""
    rule = count.rule
    if rule.unit in (Unit.CLEAR_WORKING_DAYS, Unit.CLEAR_DAYS, Unit.PARISH_CLEAR_DAYS):
        yield _counted(rule, event)
    else:
        yield Sentence(N_("We count back from %(day)s, %(ends)s."), {"day": event, "ends": rule.ends})
        yield _counted(rule, due)
    yield _ends_of(count, due)
    yield from left_out(count, due, event)
    text = N_("So %(starts)s is %(due)s at the latest.")
    yield Sentence(text, {"starts": rule.starts, "due": Strong(due)})
    yield from cut_off(rule)


def yearly(rule: Rule, due: date) -> Iterator[Sentence]:
    """Yield the working of a date that comes each year."""
    yield Sentence(N_("This comes on the same date each year."))
    if rule.mode is Mode.BEFORE:
        yield Sentence(N_("It must be before %(day)s, so that day is too late."), {"day": due + DAY})
    yield _so(rule, due)


def hours(
    rule: Rule, calendar: Calendar, begin: datetime, due: datetime, pauses: tuple[Pause, ...], *, gave_time: bool
) -> Iterator[Sentence]:
    """Yield the working of a clock that counts hours."""
    forms = NN_(
        "We count %(num)s hour from %(time)s on %(day)s.",
        "We count %(num)s hours from %(time)s on %(day)s.",
    )
    yield Sentence.counted(forms, rule.length, {"time": f"{begin:%H:%M}", "day": begin})
    if not gave_time:
        yield _no_time(rule)
    if calendar.ident:
        yield Sentence(N_("Hours on Saturdays, Sundays and bank holidays do not count."))
        yield from left_out(Count(rule, calendar, pauses), begin.date() - DAY, due.date())
    else:
        yield from paused(rule, pauses)
    if begin.utcoffset() != due.utcoffset():
        yield Sentence(N_("The clocks change in that time. We count the hours that really pass."))
    text = N_("They end at %(time)s on %(day)s. That is %(ends)s.")
    yield Sentence(text, {"time": f"{due:%H:%M}", "day": Strong(due), "ends": rule.ends})


def cut_off(rule: Rule) -> Iterator[Sentence]:
    """Yield the hour by which a thing must be there, if the rule has one."""
    if rule.cut_off:
        yield Sentence(N_("It must be there by %(time)s that day."), {"time": f"{rule.cut_off:%H:%M}"})


def too_late_that_day(rule: Rule) -> Sentence:
    """Return why a notice counts as given on the next day."""
    text = N_("It came after %(time)s, so it counts as given the next day.")
    return Sentence(text, {"time": f"{rule.cut_off:%H:%M}"})


def _counted(rule: Rule, day: date) -> Sentence:
    return Sentence.counted(FROM[rule.unit], rule.length, {"day": day, "starts": rule.starts})


def _first_counted(count: Count, start: date) -> Sentence:
    first = count.first(start)
    while not count.counts(first):
        first += DAY
    if first == start:
        return Sentence(N_("That day is day 1."))
    return Sentence(N_("Day 1 is %(day)s."), {"day": first})


def _ends_of(count: Count, notice: date) -> Sentence:
    """Which of the two ends counts in a notice."""
    rule = count.rule
    values = {"starts": rule.starts, "ends": rule.ends}
    if rule.mode is Mode.CLEAR:
        return Sentence(NEITHER_END, values)
    if rule.mode is Mode.AFTER:
        return Sentence(N_("Not counted: %(starts)s. Day 1 is the next day."), values)
    return Sentence(N_("Not counted: %(ends)s."), values)


def _month(count: Count, start: date, end: date) -> Sentence:
    if count.pauses:
        return Sentence(N_("With the days that do not count, it ends on %(day)s."), {"day": end})
    if end.day == start.day:
        return Sentence(N_("It ends on the same date of the month, %(day)s."), {"day": end})
    if (end + DAY).day == start.day:
        return Sentence(N_("It ends the day before the same date, on %(day)s."), {"day": end})
    return Sentence(N_("That month is too short, so it ends on its last day, %(day)s."), {"day": end})


def _limit(last: date, due: date) -> Iterator[Sentence]:
    if last != due:
        text = N_("The limit is %(day)s. Do not wait for it: a court may want it sooner.")
        yield Sentence(text, {"day": last})
        yield Sentence(N_("So we show the day before. Get advice now."))


def _so(rule: Rule, due: date) -> Sentence:
    return Sentence(N_("So %(due)s is %(ends)s."), {"due": Strong(due), "ends": rule.ends})


def _safer(rule: Rule, calendar: Calendar, due: date) -> Iterator[Sentence]:
    if rule.whose is Whose.YOU and not calendar.is_working(due):
        safe = roll(due, Roll.PREVIOUS, calendar)
        yield Sentence(N_("That is no working day. To be safe, do it by %(day)s."), {"day": safe})


def _no_time(rule: Rule) -> Sentence:
    if rule.whose in (Whose.YOU, Whose.OWNER):
        return Sentence(N_("You gave no time of day, so we count from the start of that day."))
    return Sentence(N_("You gave no time of day, so we count from the end of that day."))
