"""Forms of a body: its ready replies, and how often it wants our letters."""

from wtforms import RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice

from forum.form import AtMost, Form, Needed, OneOf, line, words
from forum.say import N_
from forum.threads.forms.replying import can_be_laid_out
from forum.threads.rules import LONGEST_TEXT


class ReadyForm(Form):
    """A ready reply of a body."""

    title = StringField(
        N_("What is it for?"), filters=[line], validators=[Needed(N_("Write what it is for.")), AtMost(120)]
    )
    text = TextAreaField(
        N_("The words"),
        filters=[words],
        validators=[Needed(N_("Write the words.")), AtMost(LONGEST_TEXT), can_be_laid_out],
        description=N_("Put gaps in square brackets, as in [day]. They have to be filled before it is published."),
    )


RHYTHM_WORDS = {
    "0": N_("As soon as there is a question"),
    "7": N_("Once a week at most"),
    "28": N_("Once in four weeks at most"),
}


class RhythmForm(Form):
    """How often a body wants our letters."""

    days = RadioField(
        N_("How often may we write?"),
        choices=[SelectChoice(value, text) for value, text in RHYTHM_WORDS.items()],
        validate_choice=False,
        validators=[OneOf(RHYTHM_WORDS, N_("Choose how often."))],
    )
