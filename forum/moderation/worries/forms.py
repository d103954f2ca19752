"""The forms about worries."""

from wtforms import StringField, TextAreaField

from forum.form import AtMost, Form, Needed, line, words
from forum.say import N_

LONGEST = 5_000


class WorryForm(Form):
    """A worry about someone."""

    words = TextAreaField(
        N_("What are you worried about?"),
        filters=[words],
        validators=[Needed(N_("Write a few words about what worries you.")), AtMost(LONGEST)],
        description=N_("A few words are enough. Say where the person is, if you know."),
    )
    contact = StringField(
        N_("How can we reach you?"),
        filters=[line],
        validators=[AtMost(254)],
        description=N_("A phone number or an e-mail address. You can leave this empty. Then we can’t ask you more."),
    )


class ReadForm(Form):
    """One button: read this."""


class CloseForm(Form):
    """What came of it."""

    outcome = TextAreaField(
        N_("What came of it?"),
        filters=[words],
        validators=[Needed(N_("Write what was done, and who has it now.")), AtMost(LONGEST)],
        description=N_("For leads only. Who you told, when, and what they said they will do."),
    )
