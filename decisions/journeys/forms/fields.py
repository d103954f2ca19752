"""Fields that the forms of journeys share: days, hours, numbers of things, links."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from wtforms import SelectField, StringField
from wtforms.validators import ValidationError
from wtforms.widgets import TimeInput

from decisions.bodies.models import Body
from decisions.journeys.models import Stop
from decisions.journeys.sources import is_link, with_scheme
from forum.form import line
from forum.say import N_, _
from forum.threads.forms.day import NO_DAY, DayField

Choices = list[tuple[str, str]]
FIRST_YEAR, LAST_YEAR = 1948, 2100
LONGEST_NUMBER = 9


class Day:
    """Ask for a day that there is; `needed` when the form can't do without."""

    def __init__(self, *, needed: bool = False) -> None:
        self.needed = needed
        self.field_flags = {"required": True} if needed else {}

    def __call__(self, _form: Any, field: DayField) -> None:
        typed = bool(field.data)
        if (typed and not _sensible(field.day)) or (self.needed and not typed):
            raise ValidationError(_(NO_DAY))


def _sensible(day: date | None) -> bool:
    return day is not None and FIRST_YEAR <= day.year <= LAST_YEAR


class HourField(StringField):  # type: ignore[misc]
    """A field for an hour, as a browser sends it. `hour` is what was understood; what can't be read is shown again."""

    widget = TimeInput()

    def _value(self) -> str:
        return self.data.strftime("%H:%M") if isinstance(self.data, time) else str(self.data or "")

    @property
    def hour(self) -> time | None:
        """The hour, or none when it can't be read or is left empty."""
        if isinstance(self.data, time):
            return self.data
        try:
            return time.fromisoformat(str(self.data or "").strip().replace(".", ":")).replace(tzinfo=None)
        except ValueError:
            return None

    def pre_validate(self, form: Any) -> None:
        """Refuse an hour that there is not."""
        if self.data and self.hour is None:
            raise ValidationError(_("Write an hour, like 14:30."))


class NumberField(SelectField):  # type: ignore[misc]
    """A choice among things by their ids. What is not a number is no choice; the verb asks if the thing is ours."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, validate_choice=False, choices=[], **kwargs)

    @property
    def number(self) -> int | None:
        """The id that was chosen, or none."""
        return number(self.data)


def number(value: Any) -> int | None:
    """Return a whole number that a form holds, or none for anything else."""
    text = str(value or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None


def address(value: Any) -> Any:
    """Filter for a field that holds an address of the web."""
    return with_scheme(line(value)) if isinstance(value, str) else value


def web(_form: Any, field: Any) -> None:
    """Ask for an address that a browser can open."""
    if field.data and not (is_link(field.data) and field.data.startswith("http")):
        raise ValidationError(_(NOT_A_LINK))


NOT_A_LINK = N_("Copy the whole address. It starts with https://")


def bodies(found: Iterable[Body], first: str) -> Choices:
    """Return bodies to choose from, after an empty choice."""
    return [("", first), *((str(one.id), one.name) for one in found)]


def stops(found: Iterable[Stop], first: str) -> Choices:
    """Return steps to choose from, after an empty choice."""
    return [("", first), *((str(one.id), one.title) for one in found)]
