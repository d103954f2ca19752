"""Forms: write down a promise, say what became of it, check it."""

from collections.abc import Iterable, Mapping
from typing import Any

from wtforms import HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice

from decisions.bodies.models import Body
from decisions.journeys.forms.fields import Day, NumberField, address, bodies, number, web
from decisions.journeys.kinds import BASIS_WORDS, Basis
from decisions.promises.kinds import CHECK_WORDS, HAPPENING_WORDS, CheckWord, Happening
from decisions.promises.rules import Saying
from forum import clock
from forum.form import AtMost, Form, Needed, OneOf, line, words
from forum.say import N_, _
from forum.threads.forms.choices import Chosen
from forum.threads.forms.day import DayField

LONGEST, LONGEST_WORDS, LONGEST_CHECK = 600, 1_000, 400


class PromiseForm(Form):
    """A promise: the words, who answers for it, by when, and where it stands."""

    words = TextAreaField(
        N_("What did they promise?"),
        filters=[words],
        validators=[Needed(N_("Write what they promised.")), AtMost(LONGEST)],
        description=N_("In their own words, as short as can be: “We will …”"),
    )
    body = NumberField(N_("Which body?"))
    post = StringField(
        N_("Which post answers for it?"),
        filters=[line],
        validators=[AtMost(160)],
        description=N_("A post such as “Head of Day Services”, never a person’s name."),
    )
    made_on = DayField(N_("On which day did they say so?"), validators=[Day(needed=True)])
    due_on = DayField(
        N_("By which day will it be done?"),
        validators=[Day()],
        description=N_("Leave it empty if they gave no day. We then ask them for one."),
    )
    basis = RadioField(N_("Who says that it is this day?"), validate_choice=False, choices=[], default="promise")
    source = StringField(
        N_("Link to where it says so"), filters=[address], validators=[AtMost(500), web],
    )  # fmt: skip
    source_name = StringField(
        N_("Where does it stand?"),
        filters=[line],
        validators=[AtMost(160)],
        description=N_("Such as “Their answer of 3 May” or “Minutes, item 6”."),
    )

    def offer(self, found: Mapping[int, Body]) -> "PromiseForm":
        """Fill in what can be chosen."""
        self.body.choices = bodies(found.values(), _("Choose one"))
        self.basis.choices = [(str(one), _(BASIS_WORDS[one])) for one in Basis]
        return self

    def given(self) -> dict[str, Any]:
        """Return what was typed, by the names that the action gives it."""
        basis = str(self.basis.data or "")
        return {
            "words": self.words.data or "",
            "post": self.post.data or "",
            "made_on": self.made_on.day or clock.today(),  # `Day` has refused none
            "due_on": self.due_on.day,
            "basis": basis if basis in set(Basis) else str(Basis.PROMISE),
            "source": self.source.data or "",
            "source_name": self.source_name.data or "",
        }


class SayForm(Form):
    """What became of a promise. `seen` is the number of the last thing that the form was shown with."""

    seen = HiddenField()
    kind = RadioField(
        N_("What happened?"), validate_choice=False, choices=[], validators=[Chosen(N_("Choose what happened."))]
    )
    happened_on = DayField(N_("On which day?"), validators=[Day(needed=True)])
    plain = TextAreaField(
        N_("What happened, in plain words"),
        filters=[words],
        validators=[Needed(N_("Say in plain words what happened.")), AtMost(LONGEST_WORDS)],
        description=N_("One or two short sentences. Leave out what tells something about one person."),
    )
    planned_on = DayField(N_("The new day, if there is one"), validators=[Day()])
    reason = TextAreaField(
        N_("Why? What did they say?"),
        filters=[words],
        validators=[AtMost(LONGEST_WORDS)],
        description=N_("If they gave no reason, write: they have not said."),
    )
    source = StringField(N_("Link to where it says so"), filters=[address], validators=[AtMost(500), web])
    source_name = StringField(N_("Where does it stand?"), filters=[line], validators=[AtMost(160)])

    def offer(self, kinds: Iterable[Happening]) -> "SayForm":
        """Fill in what can be chosen."""
        self.kind.choices = [(str(one), _(HAPPENING_WORDS[one])) for one in kinds]
        return self

    @property
    def seen_number(self) -> int:
        """The last thing that was shown; 0, which is always older, when it can't be read."""
        return number(self.seen.data) or 0

    def given(self) -> Saying:
        """Return what was said."""
        return Saying(
            kind=Happening(self.kind.data),
            happened_on=self.happened_on.day or clock.today(),  # `Day` has refused none
            plain=self.plain.data or "",
            planned_on=self.planned_on.day,
            reason=self.reason.data or "",
            source=self.source.data or "",
            source_name=self.source_name.data or "",
        )


class CheckForm(Form):
    """If a promise was kept, as one person affected sees it."""

    word = RadioField(
        N_("Is it done?"),
        choices=[SelectChoice(str(one), text) for one, text in CHECK_WORDS.items()],
        validate_choice=False,
        validators=[OneOf(CheckWord, N_("Choose what you think."))],
    )
    words = TextAreaField(
        N_("What did you see?"),
        filters=[words],
        validators=[AtMost(LONGEST_CHECK)],
        description=N_("Only people who help run this read it, and not who wrote it. Leave out names."),
    )

    def chosen(self) -> CheckWord:
        """Return the word that was chosen."""
        return CheckWord(self.word.data)


class IssueForm(Form):
    """One more issue that a promise belongs to."""

    issue = StringField(
        N_("Which issue?"),
        filters=[line],
        validators=[Needed(N_("Write the number of an issue.")), AtMost(300)],
        description=N_("Its number or its address, as in “12” or “/issues/12-a-crossing”."),
    )

    def issue_id(self) -> int | None:
        """Return the number of the issue, or none when there is none to read."""
        last = str(self.issue.data or "").rstrip("/").rsplit("/", 1)[-1]
        return number(last.partition("-")[0])
