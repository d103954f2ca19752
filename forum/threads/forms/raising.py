"""Forms to raise something: what is written first, and how one wants to be shown, asked last."""

from collections.abc import Iterator
from typing import Any

from wtforms import BooleanField, Field, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import ValidationError

from forum import web
from forum.access import Standing
from forum.form import AtMost, Form, Needed, line, words
from forum.markup import TooHard
from forum.people.signing_in import me
from forum.people.speaking import SpeaksAs
from forum.refusal import Refusal
from forum.say import N_, _
from forum.threads import filing
from forum.threads.filing import About
from forum.threads.forms import choices
from forum.threads.forms.choices import Chosen
from forum.threads.kinds import Kind
from forum.threads.opening import Opening, composed
from forum.threads.rules import LONGEST_NAME, LONGEST_TITLE

NO_TOPIC = N_("Choose what it is about.")
LONGEST_ANSWER = 4_500  # four of them and their headings stay under the 20,000 of a post


class AboutForm(Form):
    """What a thread is called, what it is about, and where."""

    title = StringField(
        N_("A title"),
        filters=[line],
        validators=[Needed(N_("Write a title: a few words that say what it is about.")), AtMost(LONGEST_TITLE)],
        description=N_("A few words, such as “No bus to the hospital on Sundays”."),
    )
    topic = SelectField(N_("What is it about?"), validate_choice=False, validators=[Chosen(NO_TOPIC)])
    area = SelectField(
        N_("Where is it?"),
        validate_choice=False,
        validators=[Chosen(N_("Choose a place from the list."), needed=False)],
        default="",
    )
    community = SelectField(
        N_("Is it about one community?"),
        validate_choice=False,
        validators=[Chosen(N_("Choose from the list."), needed=False)],
        default="",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.topic.choices = choices.topics()
        self.area.choices = choices.areas()
        self.community.choices = choices.communities()

    def about(self) -> About:
        """Return what was chosen. Raises Refusal when the topic has gone since the form was checked."""
        found = filing.about(self.topic.data, self.area.data, self.community.data)
        if found is None:
            raise Refusal(NO_TOPIC, field="topic")
        return found


PAGE = ("kind", "title", "happening", "affects", "helps", "works", "topic", "area", "community")


class AnswersForm(AboutForm):
    """A kind, and the answers to the short questions."""

    goes_with = HiddenField(filters=[line])  # what it was raised from: see forum/threads/origins.py
    kind = RadioField(
        N_("What do you want to raise?"),
        validate_choice=False,
        validators=[Chosen(N_("Choose what you want to raise."))],
        default=Kind.ISSUE,
    )
    happening = TextAreaField(
        N_("What is happening?"),
        filters=[words],
        validators=[Needed(N_("Write what is happening.")), AtMost(LONGEST_ANSWER)],
    )
    affects = TextAreaField(N_("Who does it affect?"), filters=[words], validators=[AtMost(LONGEST_ANSWER)])
    helps = TextAreaField(N_("What would help?"), filters=[words], validators=[AtMost(LONGEST_ANSWER)])
    works = TextAreaField(N_("What already works?"), filters=[words], validators=[AtMost(LONGEST_ANSWER)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = choices.kinds()

    def __iter__(self) -> Iterator[Field]:
        """The fields in the order of the page, so that the list of faults follows it; others come last."""
        return iter(sorted(super().__iter__(), key=lambda one: PAGE.index(one.name) if one.name in PAGE else len(PAGE)))

    def validate_happening(self, field: TextAreaField) -> None:
        """Ask whether the whole can be laid out; it is rendered here once, before the database is locked."""
        try:
            web.rendered(composed(self.opening()))
        except TooHard as fault:
            raise ValidationError(_(str(fault))) from fault

    def opening(self) -> Opening:
        """Return the answers."""
        return Opening(*(getattr(self, name).data or "" for name in ("happening", "affects", "helps", "works")))


class WriteForm(AnswersForm):
    """What anyone can write before they sign in."""

    affects = TextAreaField(
        N_("Who does it affect?"),
        filters=[words],
        validators=[Needed(N_("Write who it affects. A few words are enough.")), AtMost(LONGEST_ANSWER)],
    )
    helps = TextAreaField(
        N_("What would help?"),
        filters=[words],
        validators=[Needed(N_("Write what would help. “I don’t know yet” is fine.")), AtMost(LONGEST_ANSWER)],
    )
    safe = BooleanField(
        N_("I have not named anyone else, or they said yes."),
        validators=[Needed(N_("Please look at this once more, then tick the box."))],
    )


class ShownAsForm(SpeaksAs, Form):
    """How one wants to be shown: a capacity if wanted, another name if wanted."""

    other_name = StringField(N_("Another name, on this issue only"), filters=[line], validators=[AtMost(LONGEST_NAME)])

    def __init__(self, *args: Any, who: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person = me()
        self.offer(who, usual=person.capacity if person else None)
