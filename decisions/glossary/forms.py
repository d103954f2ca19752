"""Forms to suggest a word, and to answer a suggestion."""

from typing import Any

from wtforms import RadioField, StringField, TextAreaField

from decisions.glossary.actions import NewWord
from forum.form import AtMost, Form, Needed, OneOf, line, words
from forum.say import N_, _

LONGEST_WORD, LONGEST_PLAIN, LONGEST_LINE = 80, 600, 300
ADD, DECLINE = "add", "decline"
OUTCOMES = {ADD: N_("Yes, explain this word"), DECLINE: N_("No")}


class SuggestForm(Form):
    """A word that somebody would like to have explained."""

    word = StringField(
        N_("Which word or words?"), filters=[line], validators=[Needed(N_("Write the word.")), AtMost(LONGEST_WORD)]
    )
    plain = TextAreaField(
        N_("What does it mean?"),
        filters=[words],
        validators=[AtMost(LONGEST_PLAIN)],
        description=N_("You can leave this empty if you do not know."),
    )
    met = StringField(N_("Where did you meet it?"), filters=[line], validators=[AtMost(LONGEST_LINE)])


class AnswerForm(Form):
    """Whether a word is explained, with its meaning; and why."""

    outcome = RadioField(
        N_("Should we explain this word?"),
        choices=[],
        validate_choice=False,
        validators=[OneOf(OUTCOMES, N_("Choose one."))],
    )
    word = StringField(N_("The word"), filters=[line], validators=[Needed(N_("Write the word.")), AtMost(LONGEST_WORD)])
    plain = TextAreaField(
        N_("What it means, in plain words"),
        filters=[words],
        validators=[AtMost(LONGEST_PLAIN)],
        description=N_("One or two short sentences. A 12-year-old should understand them."),
    )
    variants = TextAreaField(
        N_("Other ways to write it"),
        filters=[words],
        validators=[AtMost(LONGEST_PLAIN)],
        description=N_("One on each line: the plural, the short form."),
    )
    area = StringField(
        N_("In which field it means this"),
        filters=[line],
        validators=[AtMost(LONGEST_WORD)],
        description=N_("Only if the word has another meaning elsewhere. For example: planning."),
    )
    source = StringField(N_("Where the meaning comes from"), filters=[line], validators=[AtMost(LONGEST_LINE)])
    reason = StringField(
        N_("Why?"),
        filters=[line],
        validators=[Needed(N_("Write why. All can read it.")), AtMost(LONGEST_LINE)],
        description=N_("This goes into the public log. Name nobody."),
    )

    def offer(self) -> "AnswerForm":
        """Fill in what can be chosen."""
        self.outcome.choices = [(word, _(said)) for word, said in OUTCOMES.items()]
        return self

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for the meaning of a word that is to be explained."""
        fine = bool(super().validate(extra_validators))
        if self.outcome.data == ADD and not (self.plain.data or "").strip():
            self.plain.errors = [*self.plain.errors, _("Write what it means.")]
            return False
        return fine

    @property
    def given(self) -> NewWord:
        """The word, as the action takes it."""
        lines = (self.variants.data or "").splitlines()
        forms = dict.fromkeys(" ".join(one.split())[:LONGEST_WORD] for one in lines)
        return NewWord(
            name=self.word.data or "",
            plain=" ".join((self.plain.data or "").split()),
            variants=tuple(one for one in forms if one and one != self.word.data),
            area=self.area.data or "",
            source=self.source.data or "",
        )
