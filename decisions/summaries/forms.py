"""The form of a summary, and why one is chosen."""

from wtforms import StringField, TextAreaField

from decisions.summaries.rules import LONGEST
from forum.form import AtMost, Form, Needed, line, words
from forum.say import N_


class SummaryForm(Form):
    """A plain summary."""

    text = TextAreaField(
        N_("The summary, in plain words"),
        filters=[words],
        validators=[Needed(N_("Write the summary.")), AtMost(LONGEST)],
        description=N_("Short sentences. Say all sides as they would say it. Leave your own view out."),
    )


class WhyForm(Form):
    """Why a summary is shown, or not."""

    reason = StringField(
        N_("Why?"),
        filters=[line],
        validators=[Needed(N_("Write why. Everyone can read the reason.")), AtMost(300)],
        description=N_("Everyone can read this in the public log."),
    )
