"""Forms of a body: answer, say something that is no answer yet, pass it on, keep ready replies."""

from collections.abc import Iterable

from wtforms import BooleanField, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice

from decisions.answers.questions.kinds import Happening
from decisions.bodies.models import Body
from decisions.journeys.forms.fields import Day, NumberField, bodies, number
from forum.form import AtMost, Form, Needed, OneOf, line, words
from forum.say import N_, _
from forum.threads.forms.choices import Chosen
from forum.threads.forms.day import DayField
from forum.threads.forms.replying import can_be_laid_out
from forum.threads.rules import LONGEST_TEXT

H = Happening
OTHER_WORDS = {
    H.HOLDING: N_("We need more time"),
    H.PUT_OFF: N_("Not before the election, or another day"),
    H.REQUEST: N_("This is a request for information (FOI)"),
    H.NOT_HERE: N_("We can’t talk about one person’s care here"),
}
OTHER_HINTS = {
    H.HOLDING: N_("All see what you write. It is not an answer, so the time goes on."),
    H.PUT_OFF: N_("Say until when. Your answer is then owed by that day."),
    H.REQUEST: N_("You pass it to those who answer such requests. The law then says by when."),
    H.NOT_HERE: N_("The question is hidden. Its asker is told whom to contact. A moderator looks at it."),
}
BY_LINK = (H.HOLDING, H.PUT_OFF)
LONGEST_WORDS = 1_000


class AnswerForm(Form):
    """An answer to a question. `seen` is the number of the last thing that the form was shown with."""

    seen = HiddenField()
    text = TextAreaField(
        N_("Your answer"),
        filters=[words],
        validators=[Needed(N_("Write your answer.")), AtMost(LONGEST_TEXT), can_be_laid_out],
        description=N_("Write as you would say it to one person. Start with yes, no or not yet."),
    )
    named = BooleanField(N_("Show my name as well as my post"))

    @property
    def seen_number(self) -> int:
        """The last thing that was shown; 0, which is always older, when it can't be read."""
        return number(self.seen.data) or 0


class LinkForm(Form):
    """An answer by the private link in our letter: no account, so the post is what they write."""

    seen = HiddenField()
    text = TextAreaField(
        N_("Your answer"),
        filters=[words],
        validators=[Needed(N_("Write your answer.")), AtMost(LONGEST_TEXT), can_be_laid_out],
        description=N_("Write as you would say it to one person. Start with yes, no or not yet."),
    )
    post = StringField(
        N_("Your post"),
        filters=[line],
        validators=[AtMost(80)],
        description=N_("Such as “Practice manager”. All can read it. No name is needed."),
    )
    kind = SelectField(
        N_("What is it?"),
        choices=[
            SelectChoice("", N_("Our answer")),
            *(SelectChoice(str(one), OTHER_WORDS[one]) for one in BY_LINK),
        ],
        validate_choice=False,
    )
    until = DayField(N_("If it is put off: until which day?"), validators=[Day()])

    @property
    def seen_number(self) -> int:
        """The last thing that was shown; 0, which is always older, when it can't be read."""
        return number(self.seen.data) or 0


class OtherForm(Form):
    """What a body says that is no answer."""

    kind = RadioField(
        N_("What do you want to say?"), validate_choice=False, choices=[],
        validators=[Chosen(N_("Choose what you want to say."))],
    )  # fmt: skip
    words = TextAreaField(
        N_("In your words"),
        filters=[words],
        validators=[AtMost(LONGEST_WORDS)],
        description=N_("One or two short sentences. All can read them."),
    )
    until = DayField(N_("Until which day?"), validators=[Day()])

    def offer(self) -> "OtherForm":
        """Fill in what can be chosen."""
        self.kind.choices = [(str(one), _(text)) for one, text in OTHER_WORDS.items()]
        return self


class PassOnForm(Form):
    """A question that belongs to another body."""

    body = NumberField(N_("To which body does it belong?"))
    reason = TextAreaField(
        N_("Why?"),
        filters=[words],
        validators=[Needed(N_("Write why it belongs there.")), AtMost(LONGEST_WORDS)],
        description=N_("The asker, that body and all readers see this."),
    )

    def offer(self, found: Iterable[Body]) -> "PassOnForm":
        """Fill in what can be chosen."""
        self.body.choices = bodies(found, _("Choose one"))
        return self


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
