"""The form to start a journey: up to six steps on one page."""

from collections.abc import Mapping
from typing import Any

from wtforms import Form as PlainForm
from wtforms import FormField, SelectField, StringField

from decisions.bodies.models import Body
from decisions.journeys.actions import NewStop
from decisions.journeys.forms.fields import Day, NumberField, bodies
from decisions.journeys.forms.planning import BODY_NEEDED, ROLE_NEEDED, new_stop, roles
from decisions.journeys.parts import LONGEST
from decisions.journeys.planning import LONGEST_TITLE, PLANNED_ROLES
from forum.form import AtMost, Form, line
from forum.say import N_, _
from forum.threads.forms.day import DayField

ROWS = 6


class RowForm(PlainForm):  # type: ignore[misc]
    """One step of a journey that starts. A row left empty is no step."""

    class Meta:
        locales = False

    body = NumberField(N_("Which body?"))
    role = SelectField(N_("What does it do?"), validate_choice=False, choices=[])
    title = StringField(N_("What is this step called?"), filters=[line], validators=[AtMost(LONGEST_TITLE)])
    planned_on = DayField(N_("Planned day"), validators=[Day()])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self:
            field.label.text = _(field.label.text)

    @property
    def empty(self) -> bool:
        """Whether nothing was filled in."""
        return not any(field.data for field in self)

    def validate(self, extra_validators: Any = None) -> bool:
        """Check a row that is not empty."""
        if self.empty:
            return True
        fine = bool(super().validate(extra_validators))
        if self.body.number is None:
            self.body.errors = [_(BODY_NEEDED)]
        if self.role.data not in set(PLANNED_ROLES):
            self.role.errors = [_(ROLE_NEEDED)]
        return fine and not self.body.errors and not self.role.errors

    def given(self, found: Mapping[int, Body]) -> NewStop:
        """Return the step, with a title of our own when none was written."""
        return new_stop(self, found)


class PartForm(Form):
    """What the new steps decide when an issue has some already, and what is left for the first ones."""

    part = StringField(
        N_("What does this body decide?"),
        filters=[line],
        validators=[AtMost(LONGEST)],
        description=N_("A few plain words, such as “The stop at the hospital”."),
    )
    first = StringField(
        N_("What is left for the body that has it now?"),
        filters=[line],
        validators=[AtMost(LONGEST)],
        description=N_("Such as “The bus route”."),
    )


class StartForm(PartForm):
    """Up to six steps. A field of its own for each row: the browser can't make up more."""

    step_1 = FormField(RowForm, N_("Step 1"))
    step_2 = FormField(RowForm, N_("Step 2"))
    step_3 = FormField(RowForm, N_("Step 3"))
    step_4 = FormField(RowForm, N_("Step 4"))
    step_5 = FormField(RowForm, N_("Step 5"))
    step_6 = FormField(RowForm, N_("Step 6"))

    @property
    def rows(self) -> list[Any]:
        """The six rows."""
        return [self[f"step_{place}"] for place in range(1, ROWS + 1)]

    def offer(self, found: Mapping[int, Body]) -> "StartForm":
        """Fill in what can be chosen."""
        for row in self.rows:
            row.form.body.choices, row.form.role.choices = bodies(found.values(), _("Choose one")), roles()
        return self

    def given(self, found: Mapping[int, Body]) -> list[NewStop]:
        """Return the steps that were filled in."""
        return [row.form.given(found) for row in self.rows if not row.form.empty]
