"""Forms for dates that matter: to type one, and to say what became of it."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import TypedDict

from wtforms import RadioField, StringField

from decisions.bodies.models import Body
from decisions.journeys.forms.fields import Day, HourField, NumberField, bodies
from decisions.journeys.forms.planning import BODY_NEEDED
from decisions.journeys.kinds import BASIS_WORDS, Basis
from forum.form import AtMost, Form, Needed, line
from forum.refusal import Refusal
from forum.say import N_, _
from forum.threads.forms.choices import Chosen
from forum.threads.forms.day import DayField

DROPPED = "dropped"


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


class SettleForm(Form):
    """What became of a date."""

    move = NumberField(N_("Which entry met it?"))
    reason = StringField(
        N_("Or: why does it not apply any more?"),
        filters=[line],
        validators=[AtMost(300)],
        description=N_("Everyone can read this in the public log."),
    )
    do = StringField(filters=[line])

    def offer(self, story: Sequence[tuple[int, str]]) -> "SettleForm":
        """Fill in what happened, to choose from."""
        self.move.choices = [("", _("Choose one")), *((str(number), words) for number, words in story)]
        return self


def prefix(deadline_id: int) -> str:
    """Return what the names of one date's form begin with: several stand on one page."""
    return f"date{deadline_id}-"
