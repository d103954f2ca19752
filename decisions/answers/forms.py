"""The form to answer for a body."""

from collections.abc import Iterable, Mapping
from typing import TypedDict

from wtforms import TextAreaField

from decisions.answers.queries import Card
from decisions.journeys.forms.fields import NumberField
from forum.form import AtMost, Form, Needed, words
from forum.say import N_, _, say_day
from forum.threads.forms.replying import can_be_laid_out
from forum.threads.rules import LONGEST_TEXT


class GivenAnswer(TypedDict):
    """An answer, by the names that the action gives it."""

    body_id: int
    text: str
    replaces_id: int | None


class AnswerForm(Form):
    """An answer for a body. Who speaks for one alone is not asked for which."""

    body = NumberField(N_("For which body?"), validators=[Needed(N_("Choose the body."))])
    text = TextAreaField(
        N_("Your answer"),
        filters=[words],
        validators=[Needed(N_("Write your answer.")), AtMost(LONGEST_TEXT), can_be_laid_out],
        description=N_("Write as you would say it to one person. Start with yes, no or not yet."),
    )
    replaces = NumberField(
        N_("Does it put right an earlier answer?"), description=N_("Both stay. Readers see which one holds.")
    )

    def offer(self, bodies: Mapping[int, str], earlier: Iterable[Card]) -> "AnswerForm":
        """Fill in the bodies that this person speaks for, by the words signed with, and their earlier answers."""
        first = [] if len(bodies) == 1 else [("", _("Choose one"))]
        self.body.choices = [*first, *((str(number), signed) for number, signed in bodies.items())]
        own = [one for one in earlier if one.body_id in bodies and not one.superseded]
        named = ((str(one.post_id), _("Our answer of %(day)s", day=say_day(one.created_at))) for one in own)
        self.replaces.choices = [("", _("No, it is new")), *named] if own else []
        return self

    def given(self) -> GivenAnswer:
        """Return the answer, as the action takes it. A body that can't be read is none that anyone speaks for."""
        number, replaces = self.body.number or 0, self.replaces.number
        return GivenAnswer(body_id=number, text=self.text.data or "", replaces_id=replaces)
