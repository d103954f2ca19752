"""Forms for meetings that come again and again: plain choices, never a rule to type."""

from collections.abc import Mapping
from datetime import date

from wtforms import SelectField, StringField, TextAreaField

from decisions.bodies.models import Body
from decisions.journeys.forms.fields import Day, HourField, NumberField, address, bodies, web
from decisions.meetings.actions.repeating import GivenSeries
from decisions.meetings.series import DAY_WORDS, LONGEST_GAP, NTH_WORDS, WEEKLY, Every
from decisions.who_decides.meetings.forms.meeting import BODY_NEEDED, LONGEST_TEXT, chosen
from forum.form import AtMost, Form, Needed, line, words
from forum.say import N_, _, ngettext
from forum.threads.forms.choices import Chosen
from forum.threads.forms.day import DayField

WEEKS = "w"  # before the number: every so many weeks; else months


class SeriesForm(Form):
    """How often a body meets, on which day, at what hour."""

    body = NumberField(N_("Which body meets?"), validators=[Needed(BODY_NEEDED)])
    title = StringField(
        N_("What is the meeting called?"),
        filters=[line],
        validators=[AtMost(200)],
        description=N_("Leave it empty and it has the name of the body."),
    )
    step = SelectField(
        N_("How often?"), validate_choice=False, choices=[], validators=[Chosen(N_("Choose how often."))]
    )
    nth = SelectField(
        N_("On which one of the month?"),
        validate_choice=False,
        choices=[],
        validators=[Chosen(N_("Choose one."))],
        description=N_("For meetings by month. Such as: the first Tuesday."),
    )
    weekday = SelectField(
        N_("On which day of the week?"), validate_choice=False, choices=[], validators=[Chosen(N_("Choose a day."))]
    )
    from_on = DayField(N_("From which day?"), validators=[Day(needed=True)])
    until_on = DayField(N_("Until which day?"), validators=[Day()], description=N_("Leave it empty if it goes on."))
    starts = HourField(N_("When does it begin?"))
    ends = HourField(N_("When does it end?"))
    place = StringField(N_("Where?"), filters=[line], validators=[AtMost(300)])
    watch = StringField(N_("Where can people watch it?"), filters=[address], validators=[AtMost(500), web])
    attend = TextAreaField(N_("How can people come?"), filters=[words], validators=[AtMost(LONGEST_TEXT)])

    def offer(self, found: Mapping[int, Body]) -> "SeriesForm":
        """Fill in what can be chosen."""
        self.body.choices = bodies(found.values(), _("Choose one"))
        self.step.choices = [
            *((str(num), ngettext("Every month", "Every %(num)s months", num)) for num in range(1, LONGEST_GAP + 1)),
            *((f"{WEEKS}{num}", ngettext("Every week", "Every %(num)s weeks", num)) for num in range(1, 9)),
        ]
        self.nth.choices = [(str(nth), _(said)) for nth, said in NTH_WORDS.items()]
        self.weekday.choices = [(day, _(said)) for day, said in DAY_WORDS.items()]
        return self

    @property
    def every(self) -> Every:
        """How often, as the action takes it."""
        typed = str(self.step.data)
        nth = WEEKLY if typed.startswith(WEEKS) else int(str(self.nth.data))
        return Every(int(typed.removeprefix(WEEKS)), str(self.weekday.data), nth)

    def given(self, found: Mapping[int, Body]) -> GivenSeries:
        """Return the series, as the action takes it. Raises Refusal for a body that is not offered."""
        body = chosen(found, self.body)
        return GivenSeries(
            body_id=body.id,
            title=self.title.data or body.name,
            from_on=self.from_on.day or date.max,  # `Day` has refused none
            until_on=self.until_on.day,
            starts=self.starts.hour,
            ends=self.ends.hour,
            place=self.place.data or "",
            watch=self.watch.data or "",
            attend=self.attend.data or "",
        )


class EndSeriesForm(Form):
    """From when a body does not meet like this any more."""

    day = DayField(N_("What is its last day?"), validators=[Day(needed=True)])
    why = StringField(
        N_("Why?"),
        filters=[line],
        validators=[Needed(N_("Write why, so that people understand.")), AtMost(300)],
        description=N_("Everyone can read this."),
    )
