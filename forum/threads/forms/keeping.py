"""Forms to write what people ask for, and to change what a thread is called and is about."""

from datetime import date
from typing import TypedDict

from wtforms import StringField, TextAreaField

from forum.form import AtMost, Form, Needed, line, words
from forum.say import N_
from forum.threads.forms.day import DayField, past
from forum.threads.forms.raising import AboutForm

LONGEST_ASK, LONGEST_AGREED, LONGEST_REASON = 600, 200, 300


class GivenAsk(TypedDict):
    """What people ask for, by the names that the action gives it."""

    text: str
    agreed_by: str
    agreed_on: date
    differing: str


class AskForm(Form):
    """What people are asking for, who agreed it and when, and views that differ."""

    text = TextAreaField(
        N_("What people are asking for"),
        filters=[words],
        validators=[Needed(N_("Write what people are asking for.")), AtMost(LONGEST_ASK)],
        description=N_("One to three sentences, in people’s own words."),
    )
    agreed_by = StringField(
        N_("Who agreed it?"),
        filters=[line],
        validators=[Needed(N_("Write who agreed it.")), AtMost(LONGEST_AGREED)],
        description=N_("Such as “17 people at the drop-in”."),
    )
    agreed_on = DayField(N_("When did they agree it?"), validators=[past])
    differing = TextAreaField(
        N_("Does anyone want something else?"),
        filters=[words],
        validators=[AtMost(LONGEST_ASK)],
        description=N_("Write it beside, not in between. People who disagree must find themselves here."),
    )

    def given(self) -> GivenAsk:
        """Return what was written, as the action takes it."""
        return GivenAsk(
            text=self.text.data,
            agreed_by=self.agreed_by.data,
            agreed_on=self.agreed_on.day or date.max,  # `past` has refused none
            differing=self.differing.data or "",
        )


class OtherForm(Form):
    """Which other issue says the same: its number, or its address."""

    to = StringField(
        N_("Which other issue says the same?"),
        filters=[line],
        validators=[Needed(N_("Write the address or the number of the other issue.")), AtMost(500)],
        description=N_("Copy the address of its page. The talk goes on there."),
    )


class WhyForm(Form):
    """Why issues are joined, or taken apart."""

    reason = StringField(
        N_("Why?"),
        filters=[line],
        validators=[Needed(N_("Write why. Everyone can read the reason.")), AtMost(LONGEST_REASON)],
        description=N_("Everyone can read this in the public log."),
    )


class EditThreadForm(AboutForm):
    """Title, topic, place and community; a reason when it is somebody else's."""

    reason = StringField(
        N_("Why do you change it?"),
        filters=[line],
        validators=[AtMost(LONGEST_REASON)],
        description=N_("Everyone can read this in the public log."),
    )
