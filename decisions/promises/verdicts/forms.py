"""The form that asks what changed."""

from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice

from decisions.journeys.kinds import VERDICT_WORDS, VerdictWord
from forum.form import AtMost, Form, OneOf, words
from forum.say import N_

LONGEST = 400


class ChangedForm(Form):
    """What changed, as one person sees it."""

    word = RadioField(
        N_("What changed?"),
        choices=[SelectChoice(str(one), text) for one, text in VERDICT_WORDS.items()],
        validate_choice=False,
        validators=[OneOf(VerdictWord, N_("Choose what you think."))],
    )
    words = TextAreaField(
        N_("What is different now?"),
        filters=[words],
        validators=[AtMost(LONGEST)],
        description=N_("Only people who help run this read it, and not who wrote it. Leave out names."),
    )

    def chosen(self) -> VerdictWord:
        """Return the word that was chosen."""
        return VerdictWord(self.word.data)
