"""Clocks that count hours, in the place's own time. Hours of days that do not count are left out.

Time is counted as it passes, so 24 hours over the night when the clocks change end an hour earlier or later by the
clock on the wall.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from decisions.deadlines.calendars import DAY, Calendar
from decisions.deadlines.counting import Pause, is_paused

MIDNIGHT = time()


def moment(day: date, hour: time, zone: ZoneInfo, *, later: bool = False) -> datetime:
    """Return a local moment. An hour that the clocks skip in spring moves on by an hour; of one that comes twice in
    autumn it is the first, or the second if `later`."""
    local = datetime.combine(day, hour, tzinfo=zone).replace(fold=int(later))
    skipped = local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None)
    return (local.replace(fold=0) if skipped else local).astimezone(UTC).astimezone(zone)


def after(start: datetime, length: int, calendar: Calendar, pauses: tuple[Pause, ...], zone: ZoneInfo) -> datetime:
    """Return the moment when some hours of days that count have passed.

    `calendar` without an id leaves out no day; another leaves out weekends and its days off.
    """
    left, now = timedelta(hours=length), start.astimezone(UTC)
    while True:
        day = now.astimezone(zone).date()
        midnight = moment(day + DAY, MIDNIGHT, zone).astimezone(UTC)
        if calendar.ident and not calendar.knows(day):
            return now.astimezone(zone)  # no end that is sure: whoever asked finds that the day is not known
        if counts(day, calendar, pauses):
            if left <= midnight - now:
                return (now + left).astimezone(zone)
            left -= midnight - now
        now = midnight


def counts(day: date, calendar: Calendar, pauses: tuple[Pause, ...]) -> bool:
    """Whether the hours of a day count."""
    works = calendar.is_working(day) if calendar.ident else True
    return works and not is_paused(day, pauses)
