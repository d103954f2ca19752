"""Forms to say what happened, and to put an entry right."""

from collections.abc import Iterable, Sequence
from typing import Any

from wtforms import HiddenField, RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.widgets import CheckboxInput, ListWidget

from decisions.journeys.actions import NewMove
from decisions.journeys.forms.fields import Choices, Day, NumberField, address, number, stops, web
from decisions.journeys.kinds import EVIDENCE_WORDS, MOVE_WORDS, NOTHING, Evidence, MoveKind
from decisions.journeys.models import Stop
from forum import clock
from forum.form import AtMost, Form, Needed, line, words
from forum.say import N_, _
from forum.threads.forms.choices import Chosen
from forum.threads.forms.day import DayField

LONGEST_WORDS, LONGEST_OFFICIAL, MOST_CITED = 1_000, 10_000, 20
KIND_NEEDED, HOW_NEEDED = N_("Choose what happened."), N_("Choose how we know.")
PLAIN_NEEDED = N_("Say in plain words what happened.")
BY_MEMBERS = str(Evidence.MEMBER_SAYS)


class ReportForm(Form):
    """What a member says happened. `seen` is the number of the last entry that the form was shown with."""

    seen = HiddenField()
    kind = RadioField(N_("What happened?"), validate_choice=False, choices=[], validators=[Chosen(KIND_NEEDED)])
    stop = NumberField(N_("At which step?"))
    happened_on = DayField(N_("On which day?"), validators=[Day(needed=True)])
    plain = TextAreaField(
        N_("What happened, in plain words"),
        filters=[words],
        validators=[Needed(PLAIN_NEEDED), AtMost(LONGEST_WORDS)],
        description=N_("One or two short sentences. Leave out what tells something about one person."),
    )
    reason = TextAreaField(
        N_("Why? What did they say?"),
        filters=[words],
        validators=[AtMost(LONGEST_WORDS)],
        description=N_("If they gave no reason, write: they have not said."),
    )
    planned_on = DayField(
        N_("The day that is planned now"), validators=[Day()], description=N_("For a meeting, or a new day.")
    )
    to = NumberField(N_("Which step does it go to?"), description=N_("Only when it was passed on or called in."))
    source = StringField(
        N_("Link to where it says so"),
        filters=[address],
        validators=[AtMost(500), web],
        description=N_("Minutes, an agenda, a letter on the web."),
    )
    source_name = StringField(
        N_("What is it called?"),
        filters=[line],
        validators=[AtMost(160)],
        description=N_("Such as “Minutes, item 6” or “Letter of 3 May, kept at our office”."),
    )

    def offer(self, found: Sequence[Stop], kinds: Iterable[MoveKind]) -> None:
        """Fill in what can be chosen."""
        self.kind.choices = [(str(kind), _(MOVE_WORDS[kind])) for kind in kinds]
        self.stop.choices = stops(found, _("The whole issue, or not sure"))
        self.to.choices = stops(found, _("None"))

    @property
    def seen_number(self) -> int:
        """The last entry that was shown; 0, which is always older, when it can't be read."""
        return number(self.seen.data) or 0

    def given(self) -> NewMove:
        """Return what was said, as a member says it."""
        return NewMove(kind=MoveKind(self.kind.data), **self._shared(Evidence.MEMBER_SAYS))

    def _shared(self, evidence: Evidence) -> dict[str, Any]:
        return {
            "happened_on": self.happened_on.day or clock.today(),  # `Day` has refused none
            "evidence": evidence,
            "plain": self.plain.data or "",
            "stop_id": self.stop.number,
            "to_stop_id": self.to.number,
            "planned_on": self.planned_on.day,
            "source": self.source.data or "",
            "source_name": self.source_name.data or "",
            "reason": self.reason.data or "",
        }


class KnownForm(ReportForm):
    """What somebody knows who helps run this, or the body itself: with how we know, and their own words."""

    evidence = RadioField(N_("How do we know?"), validate_choice=False, choices=[], validators=[Chosen(HOW_NEEDED)])
    official = TextAreaField(
        N_("Their own words"),
        filters=[words],
        validators=[AtMost(LONGEST_OFFICIAL)],
        description=N_("Copied word for word, when there are any."),
    )
    published_on = DayField(
        N_("When was the decision published?"),
        validators=[Day()],
        description=N_("Only for a decision. The days to ask for another look count from it."),
    )
    cites = SelectMultipleField(
        N_("Which posts does it rest on?"),
        validate_choice=False,
        choices=[],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )

    def offer_more(self, evidences: Iterable[Evidence], posts: Choices) -> None:
        """Fill in how we can know, and the posts that it may rest on."""
        self.evidence.choices = [(str(one), _(EVIDENCE_WORDS[one])) for one in evidences]
        self.cites.choices = posts

    def given(self) -> NewMove:
        """Return what was said."""
        shared = self._shared(Evidence(self.evidence.data))
        return NewMove(kind=MoveKind(self.kind.data), **shared, **self._known())

    def _known(self) -> dict[str, Any]:
        return {
            "official": self.official.data or "",
            "published_on": self.published_on.day,
            "cites": self.cited(),
        }

    def cited(self) -> list[int]:
        """Return the ids of the posts that were chosen."""
        return [one for one in map(number, (self.cites.data or [])[:MOST_CITED]) if one is not None]


class CorrectForm(KnownForm):
    """What an entry should be, or that it never happened."""

    kind = None
    becomes = SelectField(
        N_("What should it be?"), validate_choice=False, choices=[], validators=[Chosen(N_("Say what it should be."))]
    )

    def offer(self, found: Sequence[Stop], kinds: Iterable[MoveKind]) -> None:
        """Fill in what can be chosen."""
        named = [(str(kind), _(MOVE_WORDS[kind])) for kind in kinds]
        self.becomes.choices = [("", _("Choose one")), (NOTHING, _("It never happened")), *named]
        self.stop.choices = stops(found, _("The step stays as it is"))
        self.to.choices = stops(found, _("None, or as it is"))

    def given(self, corrects: int = 0) -> NewMove:
        """Return the correction of the entry with this number."""
        shared = self._shared(Evidence(self.evidence.data))
        return NewMove(
            kind=MoveKind.CORRECTED,
            **shared,
            **self._known(),
            corrects=corrects,
            becomes=str(self.becomes.data),
        )
