"""Forms of who asks and who helps: ask, say if it is answered, ask once more, write down a reply."""

from collections.abc import Iterable

from wtforms import HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice

from decisions.answers.questions.hearing import Reply
from decisions.answers.questions.kinds import RATING_WORDS, WAY_WORDS, Rating, Way
from decisions.bodies.models import Body
from decisions.journeys.forms.fields import Day, NumberField, address, bodies, number, web
from forum import clock
from forum.form import AtMost, Form, Needed, OneOf, line, words
from forum.say import N_, _
from forum.threads.forms.day import DayField

LONGEST, LONGEST_WORDS, LONGEST_REPLY = 600, 400, 8_000


class AskForm(Form):
    """A question to a body. Where nobody there has joined, it is sent only once its asker has read the letter."""

    body = NumberField(N_("Whom do you ask?"))
    words = TextAreaField(
        N_("Your question"),
        filters=[words],
        validators=[Needed(N_("Write your question.")), AtMost(LONGEST)],
        description=N_("Ask one thing, in short words. All can read it. Leave out what tells who a person is."),
    )

    def offer(self, found: Iterable[Body]) -> "AskForm":
        """Fill in what can be chosen."""
        self.body.choices = bodies(found, _("Choose one"))
        return self


class RateForm(Form):
    """If an answer answers, as its asker sees it."""

    word = RadioField(
        N_("Does it answer your question?"),
        choices=[SelectChoice(str(one), text) for one, text in RATING_WORDS.items()],
        validate_choice=False,
        validators=[OneOf(Rating, N_("Choose what you think."))],
    )
    words = TextAreaField(
        N_("What is missing?"),
        filters=[words],
        validators=[AtMost(LONGEST_WORDS)],
        description=N_("All can read this."),
    )


class AgainForm(Form):
    """Ask once more."""

    words = TextAreaField(
        N_("What is still missing?"),
        filters=[words],
        validators=[Needed(N_("Write what is still missing.")), AtMost(LONGEST)],
        description=N_("You can ask once more once. All can read this."),
    )


class ThankForm(Form):
    """Say thank you."""

    words = TextAreaField(
        N_("What was good about it?"),
        filters=[words],
        validators=[AtMost(LONGEST_WORDS)],
        description=N_("All can read this, and the body sees it."),
    )


class ReplyForm(Form):
    """A reply that came another way."""

    words = TextAreaField(
        N_("What did they write or say?"),
        filters=[words],
        validators=[Needed(N_("Write what they wrote or said.")), AtMost(LONGEST_REPLY)],
        description=N_("Their own words. Leave out names, phone numbers and what is about one person."),
    )
    way = RadioField(
        N_("How did it come?"),
        choices=[SelectChoice(str(one), text) for one, text in WAY_WORDS.items()],
        validate_choice=False,
        validators=[OneOf(Way, N_("Choose how it came."))],
    )
    came_on = DayField(N_("On which day?"), validators=[Day(needed=True)])
    source_name = StringField(
        N_("Where can somebody else see it?"),
        filters=[line],
        validators=[AtMost(160)],
        description=N_("Such as “Their letter of 3 May, shown at the drop-in”. A second person looks at it."),
    )
    source = StringField(N_("Link to it"), filters=[address], validators=[AtMost(500), web])

    def given(self) -> Reply:
        """Return the reply, as the action takes it."""
        return Reply(
            words=self.words.data or "",
            way=Way(self.way.data),
            came_on=self.came_on.day or clock.today(),  # `Day` has refused none
            source=self.source.data or "",
            source_name=self.source_name.data or "",
        )


class LookForm(Form):
    """Look at a reply that a member wrote down. `said` is its number."""

    said = HiddenField()
    reason = StringField(N_("If it is not theirs: why?"), filters=[line], validators=[AtMost(300)])

    @property
    def number(self) -> int | None:
        """The number of what was looked at."""
        return number(self.said.data)
