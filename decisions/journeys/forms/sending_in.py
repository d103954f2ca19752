"""The form to say when what was written here was sent in, and when they said that they have it."""

from decisions.journeys.forms.fields import Day
from forum.form import Form
from forum.say import N_
from forum.threads.forms.day import DayField


class SentInForm(Form):
    """When it was sent, and the receipt."""

    sent_in_on = DayField(N_("When did you send it?"), validators=[Day(needed=True)])
    received_on = DayField(
        N_("When did they say that they have it?"),
        validators=[Day()],
        description=N_("Leave it empty until they say so."),
    )
