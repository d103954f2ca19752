"""Forms to start a journey and to plan it."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any, TypedDict

from wtforms import BooleanField, FormField, RadioField, SelectField, StringField, TextAreaField
from wtforms import Form as PlainForm

from decisions.bodies.models import Body
from decisions.journeys.actions import NewStop
from decisions.journeys.forms.fields import Choices, Day, HourField, NumberField, address, bodies, web
from decisions.journeys.kinds import BASIS_WORDS, ROLE_WORDS, Basis, StopRole
from decisions.journeys.planning import LONGEST_TITLE, PLANNED_ROLES, suggested_title
from forum.form import AtMost, Form, Needed, line, words
from forum.refusal import Refusal
from forum.say import N_, _, say
from forum.threads.forms.choices import Chosen
from forum.threads.forms.day import DayField

ROWS = 6
BODY_NEEDED, ROLE_NEEDED = N_("Choose the body."), N_("Choose what it does.")
COUNTS = {
    "": N_("Not known yet"),
    "no": N_("No, writing here does not count for them"),
    "yes": N_("Yes, it counts"),
    "we-send": N_("We send them what is written here"),
}


def roles() -> Choices:
    """Return what a body can do at a step, in plain words, after an empty choice."""
    return [("", _("Choose one")), *((str(role), _(ROLE_WORDS[role])) for role in PLANNED_ROLES)]


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


class StartForm(Form):
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


class StopForm(Form):
    """One step of a route."""

    body = NumberField(N_("Which body?"), validators=[Needed(BODY_NEEDED)])
    role = SelectField(N_("What does it do?"), validate_choice=False, choices=[], validators=[Chosen(ROLE_NEEDED)])
    title = StringField(
        N_("What is this step called?"),
        filters=[line],
        validators=[AtMost(LONGEST_TITLE)],
        description=N_("Leave it empty and we find a name, such as “The Cabinet decides”."),
    )
    about = StringField(
        N_("One short line about it"),
        filters=[line],
        validators=[AtMost(200)],
        description=N_("Such as “They aim to answer in 10 working days”."),
    )
    opens_on = DayField(
        N_("First day"), validators=[Day()], description=N_("Only when it asks people what they think.")
    )
    planned_on = DayField(
        N_("Planned day, or last day"),
        validators=[Day()],
        description=N_("Leave it empty when nobody knows. Do not guess."),
    )
    writing_counts = RadioField(
        N_("Does writing here count for this body?"),
        validate_choice=False,
        choices=[],
        default="",
        validators=[Chosen(N_("Choose one."), needed=False)],
    )
    official_way = StringField(N_("The official way to have a say"), filters=[line], validators=[AtMost(300)])
    after = NumberField(N_("Where does it stand?"))

    def offer(self, found: Mapping[int, Body], places: Choices) -> "StopForm":
        """Fill in what can be chosen."""
        self.body.choices, self.role.choices, self.after.choices = (
            bodies(found.values(), _("Choose one")),
            roles(),
            places,
        )
        self.writing_counts.choices = [(value, _(text)) for value, text in COUNTS.items()]
        return self

    def given(self, found: Mapping[int, Body]) -> NewStop:
        """Return the step."""
        return new_stop(
            self,
            found,
            about=self.about.data or "",
            opens_on=self.opens_on.day,
            writing_counts=self.writing_counts.data or "",
            official_way=self.official_way.data or "",
        )


def new_stop(form: Any, found: Mapping[int, Body], **more: Any) -> NewStop:
    """Return the step that a form holds. A body that is not offered is none: the verb says so."""
    body = found.get(form.body.number or 0)
    role = StopRole(form.role.data)
    title = form.title.data or (say(suggested_title(role, body.short))[:LONGEST_TITLE] if body else "")
    return NewStop(role, title, body.id if body else None, planned_on=form.planned_on.day, **more)


class WayForm(Form):
    """One thing that people can do at a step."""

    text = StringField(
        N_("What can people do?"),
        filters=[line],
        validators=[Needed(N_("Write what people can do.")), AtMost(160)],
        description=N_("Start with a verb: “Answer the council’s questions”."),
    )
    detail = StringField(
        N_("How?"), filters=[line], validators=[AtMost(300)], description=N_("By phone, on paper, in person, in print.")
    )
    url = StringField(N_("Link"), filters=[address], validators=[AtMost(500), web])
    until = DayField(N_("Last day"), validators=[Day()])
    at = HourField(N_("Last hour on that day"))
    speaking = BooleanField(N_("It means speaking in public"))

    def given(self) -> "GivenWay":
        """Return what people can do, as the action takes it."""
        return GivenWay(
            text=self.text.data or "",
            detail=self.detail.data or "",
            url=self.url.data or "",
            until=self.until.day,
            at=self.at.hour,
            speaking=bool(self.speaking.data),
        )


class GivenWay(TypedDict):
    """What people can do, by the names that the action gives it."""

    text: str
    detail: str
    url: str
    until: date | None
    at: time | None
    speaking: bool


class DateForm(Form):
    """A date that matters."""

    text = StringField(
        N_("What is to happen?"),
        filters=[line],
        validators=[Needed(N_("Write what is to happen.")), AtMost(160)],
        description=N_("Such as “The council publishes the costs”."),
    )
    due_on = DayField(N_("By which day?"), validators=[Day(needed=True)])
    at = HourField(N_("By which hour?"))
    body = NumberField(N_("Who must do it?"))
    basis = RadioField(
        N_("Who says so?"), validate_choice=False, choices=[], validators=[Chosen(N_("Choose who says so."))]
    )
    source = StringField(
        N_("Where does it say so?"),
        filters=[line],
        validators=[AtMost(500)],
        description=N_("A link, or the name of the law. Leave it empty only when it is just usual."),
    )
    working = StringField(
        N_("How was the day worked out?"),
        filters=[line],
        validators=[AtMost(400)],
        description=N_("Such as “10 working days after we asked on 3 May”."),
    )

    def offer(self, found: Mapping[int, Body]) -> "DateForm":
        """Fill in what can be chosen."""
        self.body.choices = bodies(found.values(), _("People: it is their last day"))
        self.basis.choices = [(str(one), _(BASIS_WORDS[one])) for one in Basis]
        return self

    def given(self, found: Mapping[int, Body]) -> "GivenDate":
        """Return the date, as the action takes it. Raises Refusal for a body that is not offered."""
        if self.body.data and self.body.number not in found:
            raise Refusal(BODY_NEEDED, field="body")
        return GivenDate(
            text=self.text.data or "",
            due_on=self.due_on.day or date.max,  # `Day` has refused none
            at=self.at.hour,
            body_id=self.body.number,
            basis=str(self.basis.data),
            source=self.source.data or "",
            working=self.working.data or "",
        )


class GivenDate(TypedDict):
    """A date that matters, by the names that the action gives it."""

    text: str
    due_on: date
    at: time | None
    body_id: int | None
    basis: str
    source: str
    working: str


class LimitsForm(Form):
    """What can't change, and why."""

    limits = TextAreaField(
        N_("What can’t change, and why?"),
        filters=[words],
        validators=[AtMost(600)],
        description=N_("Such as “It must save £48,000. How to save it can change”."),
    )
