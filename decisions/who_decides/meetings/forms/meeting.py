"""Forms for a meeting: what it is, and what became of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from wtforms import HiddenField, RadioField, StringField, TextAreaField

from decisions.bodies.models import Body
from decisions.journeys.forms.fields import Day, HourField, NumberField, address, bodies, web
from decisions.meetings.actions.meeting import Given
from decisions.meetings.models import Meeting
from forum.form import AtMost, Form, Needed, line, words
from forum.refusal import Refusal
from forum.say import N_, _, say_weekday
from forum.threads.forms.choices import Chosen
from forum.threads.forms.day import DayField

BODY_NEEDED = N_("Choose the body.")
CONFIRM, CANCEL, PUT_OFF, HELD = "confirm", "cancel", "put-off", "held"
BECOMES = {
    CONFIRM: N_("It takes place as shown"),
    CANCEL: N_("It is cancelled"),
    PUT_OFF: N_("It is put off"),
    HELD: N_("It took place"),
}
LONGEST_TEXT = 4_000


class Seen(Form):
    """A form that knows what it was made from: so two people do not write over each other."""

    seen = HiddenField(filters=[line])


class MeetingForm(Seen):
    """What a meeting is, when and where."""

    body = NumberField(N_("Which body meets?"), validators=[Needed(BODY_NEEDED)])
    title = StringField(
        N_("What is the meeting called?"),
        filters=[line],
        validators=[AtMost(200)],
        description=N_("Leave it empty and it has the name of the body."),
    )
    day = DayField(N_("On which day?"), validators=[Day(needed=True)])
    starts = HourField(N_("When does it begin?"))
    ends = HourField(N_("When does it end?"))
    place = StringField(
        N_("Where?"),
        filters=[line],
        validators=[AtMost(300)],
        description=N_("The room and the address. Say if there is a step-free way in."),
    )
    watch = StringField(
        N_("Where can people watch it?"),
        filters=[address],
        validators=[AtMost(500), web],
        description=N_("The address of the film or the call."),
    )
    attend = TextAreaField(
        N_("How can people come?"),
        filters=[words],
        validators=[AtMost(LONGEST_TEXT)],
        description=N_("The bus, parking, a hearing loop, whom to ask for help."),
    )
    about = TextAreaField(N_("What is at stake, in plain words?"), filters=[words], validators=[AtMost(LONGEST_TEXT)])
    url = StringField(N_("Its page with the body"), filters=[address], validators=[AtMost(500), web])
    agenda_on = DayField(N_("When did the agenda come out?"), validators=[Day()])
    minutes_on = DayField(N_("When did the written record (minutes) come out?"), validators=[Day()])

    def offer(self, found: Mapping[int, Body]) -> "MeetingForm":
        """Fill in what can be chosen."""
        self.body.choices = bodies(found.values(), _("Choose one"))
        return self

    def given(self, found: Mapping[int, Body]) -> Given:
        """Return the meeting, as the action takes it. Raises Refusal for a body that is not offered."""
        body = chosen(found, self.body)
        return Given(
            body_id=body.id,
            title=self.title.data or body.name,
            day=self.day.day or date.max,  # `Day` has refused none
            starts=self.starts.hour,
            ends=self.ends.hour,
            place=self.place.data or "",
            watch=self.watch.data or "",
            attend=self.attend.data or "",
            about=self.about.data or "",
            url=self.url.data or "",
            agenda_on=self.agenda_on.day,
            minutes_on=self.minutes_on.day,
        )


def chosen(found: Mapping[int, Body], field: NumberField) -> Body:
    """Return the body that somebody chose. Raises Refusal for one that is not offered."""
    body = found.get(field.number or 0)
    if body is None:
        raise Refusal(BODY_NEEDED, field="body")
    return body


def from_meeting(meeting: Meeting, seen: str) -> dict[str, Any]:
    """Return what a form shows of a meeting at first."""
    names = ("title", "day", "starts", "ends", "place", "watch", "attend", "about", "url", "agenda_on", "minutes_on")
    return {"body": str(meeting.body_id), "seen": seen, **{name: getattr(meeting, name) for name in names}}


class StatusForm(Seen):
    """What became of a meeting."""

    becomes = RadioField(
        N_("What about this meeting?"),
        validate_choice=False,
        choices=[],
        validators=[Chosen(N_("Choose what became of it."))],
    )
    why = StringField(
        N_("Why?"),
        filters=[line],
        validators=[AtMost(300)],
        description=N_("Needed when it is cancelled or put off. Everyone can read this."),
    )
    to = NumberField(N_("Put off to which meeting?"))
    to_day = DayField(
        N_("Or: to which new day?"),
        validators=[Day()],
        description=N_("Leave both empty when nobody has said a day yet."),
    )

    def offer(self, others: Iterable[Meeting], becomes: Iterable[str] = BECOMES) -> "StatusForm":
        """Fill in what can be chosen."""
        self.becomes.choices = [(one, _(BECOMES[one])) for one in becomes]
        rows = [(str(one.id), f"{say_weekday(one.day)}: {one.title}") for one in others]
        self.to.choices = [("", _("None of these")), *rows]
        return self
