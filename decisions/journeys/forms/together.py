"""The forms to say that an issue is decided together with another."""

from collections.abc import Iterable

from wtforms import RadioField, StringField

from decisions.journeys.models import Journey
from forum.form import AtMost, Form, Needed, line
from forum.say import N_, _
from forum.threads.forms.keeping import WhyForm


class AlongForm(Form):
    """Which other issue: its number, or its address."""

    to = StringField(
        N_("Which other issue is it decided together with?"),
        filters=[line],
        validators=[Needed(N_("Write the address or the number of the other issue.")), AtMost(500)],
        description=N_("Copy the address of its page. Its steps are then shown on this page too."),
    )


class TogetherForm(WhyForm):
    """Why, and which part of the other issue when it has several."""

    journey = RadioField(N_("Which part of it?"), validate_choice=False, choices=[])

    def offer(self, found: Iterable[Journey]) -> "TogetherForm":
        """Fill in what can be chosen; the first is chosen until somebody says otherwise."""
        self.journey.choices = [(str(one.id), one.part or _("All of it")) for one in found]
        if self.journey.data not in dict(self.journey.choices) and self.journey.choices:
            self.journey.data = self.journey.choices[0][0]
        return self
