"""Forms to say that something is wrong, and what came of it."""

from wtforms import RadioField, StringField, TextAreaField

from decisions.doubts.actions import OUTCOMES
from forum.form import AtMost, Form, Needed, line, words
from forum.say import N_, _

LONGEST = 2_000


class DoubtForm(Form):
    """What is wrong, and how to reach who says so."""

    words = TextAreaField(
        N_("What is wrong?"),
        filters=[words],
        validators=[Needed(N_("Write what is wrong, and what is right if you know.")), AtMost(LONGEST)],
        description=N_("Please write nothing about one person’s care or health."),
    )
    contact = StringField(
        N_("How can we reach you?"),
        filters=[line],
        validators=[AtMost(254)],
        description=N_("You can leave this empty. We use it for this question only, then forget it."),
    )


class AnswerForm(Form):
    """What came of it."""

    outcome = RadioField(N_("What came of it?"), choices=[], validate_choice=False)
    note = TextAreaField(N_("A note"), filters=[words], validators=[AtMost(LONGEST)])

    def offer(self) -> "AnswerForm":
        """Fill in what can be chosen."""
        self.outcome.choices = [(word, _(said)) for word, said in OUTCOMES.items()]
        return self
