"""The clock: moments are kept in UTC, days and hours are local to the place."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from flask import current_app

DEFAULT_ZONE = "Europe/London"


def now() -> datetime:
    """Return this moment in UTC. The one place that asks the machine for the time."""
    return datetime.now(UTC)


def zone() -> ZoneInfo:
    """Return the time zone of the place (setting `TIME_ZONE`)."""
    try:
        return ZoneInfo(current_app.config["TIME_ZONE"])
    except RuntimeError:  # pure code, outside of an app
        return ZoneInfo(DEFAULT_ZONE)


def today() -> date:
    """Return the day it is now at the place."""
    return local_day(now())


def local(moment: datetime) -> datetime:
    """Return a moment in the place's own time."""
    return moment.astimezone(zone())


def local_day(moment: datetime) -> date:
    """Return the place's own day at a moment."""
    return local(moment).date()


def at(day: date, hour: time) -> datetime:
    """Return the moment of a local day and hour. A time that falls in the spring gap moves on by the gap."""
    return datetime.combine(day, hour, tzinfo=zone()).astimezone(UTC)
