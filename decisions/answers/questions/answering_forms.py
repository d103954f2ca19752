"""Forms of a body: answer a question, signed in or by the private link in our letter."""

from wtforms import BooleanField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice

from decisions.answers.questions.kinds import Happening
from decisions.answers.questions.other_forms import OTHER_WORDS
from decisions.journeys.forms.fields import Day, number
from forum.form import AtMost, Form, Needed, line, words
from forum.say import N_
from forum.threads.forms.day import DayField
from forum.threads.forms.replying import can_be_laid_out
from forum.threads.rules import LONGEST_TEXT

H = Happening
BY_LINK = (H.HOLDING, H.PUT_OFF)


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
