"""A day, as a browser's date field sends it or as people in Britain type it."""

from datetime import date, datetime
from typing import Any

from wtforms import StringField
from wtforms.validators import ValidationError
from wtforms.widgets import DateInput

from forum import clock
from forum.say import N_, _

WAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y")
NO_DAY = N_("Write a day, like 14/11/2026.")


class DayField(StringField):  # type: ignore[misc]
    """A field for a day. What can't be read is shown again as it was typed; `day` is what was understood."""

    widget = DateInput()

    def _value(self) -> str:
        return self.data.isoformat() if isinstance(self.data, date) else str(self.data or "")

    @property
    def day(self) -> date | None:
        """The day, or none when it can't be read."""
        if isinstance(self.data, date):
            return self.data
        return read_day(str(self.data or ""))


def read_day(typed: str) -> date | None:
    """Return the day that somebody typed, or none."""
    for way in WAYS:
        try:
            return datetime.strptime(" ".join(typed.split()), way).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def past(_form: Any, field: DayField) -> None:
    """Ask for a day that is not in the future."""
    if field.day is None or field.day.year < 1900:
        raise ValidationError(_(NO_DAY))
    if field.day > clock.today():
        raise ValidationError(_("That day has not come yet."))
