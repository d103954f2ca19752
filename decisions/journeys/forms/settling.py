"""The small form beside a date that matters: which entry met it, or that it does not apply."""

from collections.abc import Sequence

from wtforms import StringField

from decisions.journeys.forms.fields import NumberField
from forum.form import AtMost, Form, line
from forum.say import N_, _

DROPPED = "dropped"


class SettleForm(Form):
    """What became of a date."""

    move = NumberField(N_("Which entry met it?"))
    reason = StringField(
        N_("Or: why does it not apply any more?"),
        filters=[line],
        validators=[AtMost(300)],
        description=N_("Everyone can read this in the public log."),
    )
    do = StringField(filters=[line])

    def offer(self, story: Sequence[tuple[int, str]]) -> "SettleForm":
        """Fill in what happened, to choose from."""
        self.move.choices = [("", _("Choose one")), *((str(number), words) for number, words in story)]
        return self


def prefix(deadline_id: int) -> str:
    """Return what the names of one date's form begin with: several stand on one page."""
    return f"date{deadline_id}-"
