"""Forms to write a reply, to change one, and to put in words for somebody else."""

from typing import Any

from wtforms import BooleanField, HiddenField, RadioField, StringField, TextAreaField
from wtforms.validators import ValidationError

from forum import web
from forum.access import Standing
from forum.form import AtMost, Form, Needed, line, words
from forum.markup import TooHard
from forum.people.other_names import other_name
from forum.say import N_, _
from forum.threads.forms import choices
from forum.threads.forms.choices import Chosen
from forum.threads.forms.raising import AnswersForm, ShownAsForm
from forum.threads.kinds import CameBy, TypedIn
from forum.threads.rules import LONGEST_NAME, LONGEST_TEXT


def can_be_laid_out(_form: Any, field: Any) -> None:
    """Refuse a text that is too hard to lay out, in a sentence that says what to change."""
    try:
        web.rendered(field.data or "")
    except TooHard as fault:
        raise ValidationError(_(str(fault))) from fault


def text_field(label: str, needed: str) -> TextAreaField:
    """Return a field for a post's words."""
    return TextAreaField(label, filters=[words], validators=[Needed(needed), AtMost(LONGEST_TEXT), can_be_laid_out])


class ReplyForm(ShownAsForm):
    """A reply. `to` is the id of the post that it answers, if any."""

    text = text_field(N_("Your reply"), N_("Write something first."))
    to = HiddenField(filters=[line])

    def reply_to(self) -> int | None:
        """Return the id of the post that is answered."""
        given = str(self.to.data or "")
        return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else None


class EditPostForm(Form):
    """The words of a post, to be changed."""

    text = text_field(N_("Your words"), N_("Write something, or take your words back."))


class TypedInForm(Form):
    """Whose words these are, how they came, and that the person agrees."""

    name = StringField(
        N_("The name they want to be shown"),
        filters=[line],
        validators=[Needed(N_("Write the name that the person wants to be shown.")), AtMost(LONGEST_NAME)],
        description=N_("A first name or another name is fine. They need no e-mail address."),
    )
    came_by = RadioField(
        N_("How did the words come?"), validate_choice=False, validators=[Chosen(N_("Choose how the words came."))]
    )
    consent = BooleanField(
        N_("I read the words back to them. They agree that everyone can read them here."),
        validators=[Needed(N_("Ask the person first if these words can be shown here."))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.came_by.choices = choices.ways_in()

    def typed_in(self) -> TypedIn:
        """Return whose words these are."""
        return TypedIn(self.name.data, CameBy(self.came_by.data), bool(self.consent.data))


class TypeInThreadForm(TypedInForm, AnswersForm):
    """Something raised by a person who phoned, wrote, spoke or signed."""


class TypeInReplyForm(TypedInForm):
    """A reply by a person who phoned, wrote, spoke or signed."""

    text = text_field(N_("Their own words"), N_("Write what they said, word for word."))


def reply_form(who: Standing, thread_id: int, *args: Any, **kept: Any) -> ReplyForm:
    """Return the form for a reply. The name that this person used on the thread before stands in it already."""
    form = ReplyForm(*args, who=who, data=kept)
    if not args and not form.other_name.data and who.person_id is not None:
        form.other_name.data = other_name(who.person_id, thread_id) or ""
    return form
