"""Forms to start a journey and to plan it."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any, TypedDict

from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField

from decisions.bodies.models import Body
from decisions.journeys.actions import NewStop
from decisions.journeys.forms.fields import Choices, Day, HourField, NumberField, address, bodies, web
from decisions.journeys.kinds import ROLE_WORDS, StopRole
from decisions.journeys.planning import LONGEST_TITLE, PLANNED_ROLES, suggested_title
from forum.form import AtMost, Form, Needed, line, words
from forum.say import N_, _, say
from forum.threads.forms.choices import Chosen
from forum.threads.forms.day import DayField

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
    official_way = StringField(
        N_("The official way to have a say"),
        filters=[line],
        validators=[AtMost(300)],
        description=N_("If writing here counts, write who said so."),
    )
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


class LimitsForm(Form):
    """What can't change, and why."""

    limits = TextAreaField(
        N_("What can’t change, and why?"),
        filters=[words],
        validators=[AtMost(600)],
        description=N_("Such as “It must save £48,000. How to save it can change”."),
    )
