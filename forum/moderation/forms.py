"""The forms of reports and rulings."""

from wtforms import HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from forum.form import AtMost, Form, Needed, OneOf, line, words
from forum.moderation.reasons import REASON_WORDS, Deed, Reason
from forum.people.names import may_be_address
from forum.say import N_, say

LONGEST = 1_000
PICK = N_("Choose one of these.")


def _reasons() -> list[SelectChoice]:
    return [SelectChoice(str(reason), REASON_WORDS[reason]) for reason in Reason]


class ReportForm(Form):
    """Report this."""

    reason = RadioField(
        N_("What is wrong?"), choices=_reasons(), validate_choice=False, validators=[OneOf(Reason, PICK)]
    )
    words = TextAreaField(N_("Is there more that we should know?"), filters=[words], validators=[AtMost(LONGEST)])
    email = StringField(
        N_("Your e-mail address"),
        filters=[line],
        validators=[AtMost(254)],
        description=N_("Only if you want to hear what came of it. The writer never sees it."),
    )

    def validate_email(self, field: StringField) -> None:
        """Hold the address against the rules for addresses; leaving it empty is fine."""
        if field.data and (refusal := may_be_address(field.data)):
            raise ValidationError(say(refusal.sentence))


class ReasonForm(Form):
    """Why a moderator acts, and what the person is told beside it."""

    reason = RadioField(N_("Why?"), choices=_reasons(), validate_choice=False, validators=[OneOf(Reason, PICK)])
    words = TextAreaField(
        N_("A few words to the writer"),
        filters=[words],
        validators=[AtMost(LONGEST)],
        description=N_("Only the writer and moderators can read this. Be kind. Say what would be all right."),
    )


class RulingForm(ReasonForm):
    """What a moderator does with words: the button says what. `seen` is the last ruling when the page was opened."""

    deed = StringField(validators=[OneOf(Deed, PICK)])
    seen = HiddenField(filters=[line])

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for a reason only where words are hidden or left; showing them needs none."""
        if self.deed.data in (Deed.SHOW, Deed.APPROVE):
            self.reason.data, self.reason.validators = "", []
        return bool(super().validate(extra_validators))

    def last_seen(self) -> int:
        """Return the last ruling when the page was opened; no ruling has the number of what can't be read."""
        given = self.seen.data or ""
        return int(given) if given.isdecimal() and len(given) <= 12 else -1


class AskForm(Form):
    """Ask for a second look."""

    words = TextAreaField(
        N_("Why should we look again?"),
        filters=[words],
        validators=[Needed(N_("Write a few words. One sentence is enough.")), AtMost(LONGEST)],
    )


class AnswerForm(Form):
    """The answer to a second look."""

    answer = RadioField(
        N_("What do you think?"),
        choices=[
            SelectChoice("keep", N_("The first moderator was right. Keep it as it is.")),
            SelectChoice("agree", N_("The writer is right. Change it back.")),
        ],
        validate_choice=False,
        validators=[OneOf(("keep", "agree"), PICK)],
    )
    words = TextAreaField(
        N_("What should we tell them?"),
        filters=[words],
        validators=[Needed(N_("Write a sentence that says why.")), AtMost(LONGEST)],
    )


class RestoreForm(Form):
    """One button: let this person write again."""
