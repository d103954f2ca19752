"""The form to start usual steps for an issue that has none yet, in one press."""

from collections.abc import Iterable

from wtforms import HiddenField

from decisions.journeys.forms.fields import NumberField
from forum.form import Form, Needed, line
from forum.say import N_, _
from forum.threads.models import Thread

NO_ISSUE = N_("Choose an issue.")


class UseForm(Form):
    """For which issue. `changes` holds the ids of the changes to the usual steps, with a space between."""

    changes = HiddenField(filters=[line])
    issue = NumberField(N_("For which issue?"), validators=[Needed(NO_ISSUE)])

    def offer(self, threads: Iterable[Thread]) -> "UseForm":
        """Fill in the issues that can be chosen."""
        self.issue.choices = [("", _("Choose one")), *((str(one.id), one.title) for one in threads)]
        return self
