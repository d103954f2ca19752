"""Forms for "was this clear?", and for the words that were not."""

from wtforms import HiddenField, RadioField, SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from decisions.answers.clear.actions import PART, YES
from decisions.answers.clear.picking import choices
from forum.form import Form, OneOf, line
from forum.say import N_, _

SAID = {YES: N_("Yes"), PART: N_("Not all of it")}
NUMBER = 4  # figures at most


class ClearForm(Form):
    """Whether an answer was clear, and a sentence that was not."""

    said = RadioField(
        N_("Was this clear?"),
        choices=[],
        validate_choice=False,
        validators=[OneOf(SAID, N_("Choose one."))],
    )
    sentence = RadioField(N_("Which sentence was hard?"), choices=[], validate_choice=False)

    def offer(self, sentences: list[str]) -> "ClearForm":
        """Fill in what can be chosen: the sentences of the answer."""
        self.said.choices = [(word, _(words)) for word, words in SAID.items()]
        self.sentence.choices = [(str(number), text) for number, text in enumerate(sentences, 1)]
        return self

    @property
    def number(self) -> int | None:
        """The number of the sentence; 0, which is none, for anything that is no number."""
        return number(self.sentence.data) if self.sentence.data else None


class WordsForm(Form):
    """The words of a sentence that were hard."""

    sentence = HiddenField(filters=[line])
    words = SelectMultipleField(
        N_("Which words were hard?"),
        choices=[],
        validate_choice=False,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        description=N_("Leave all of them empty if it was the whole sentence."),
    )

    def offer(self, sentence: str) -> "WordsForm":
        """Fill in the words of a sentence."""
        self.words.choices = [(str(place), word) for place, word in choices(sentence)]
        return self

    @property
    def places(self) -> list[int]:
        """The places of the words that were picked."""
        return [number(one) for one in self.words.data or () if str(one).isdigit()]


def number(given: object) -> int:
    """Read a small whole number; 0 for anything else."""
    text = str(given or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= NUMBER else 0
