"""The form of easy reading help: three questions, each with the usual answer first."""

from wtforms import HiddenField, RadioField

from forum.form import Form, line
from forum.reading.looks import CHOICES, Look, look
from forum.say import N_, _


class ReadingForm(Form):
    """How a reader wants pages to look. `back` is the page that they came from."""

    text = RadioField(N_("How large?"), choices=[], validate_choice=False, default="")
    space = RadioField(N_("How much room?"), choices=[], validate_choice=False, default="")
    contrast = RadioField(N_("How strong are the colours?"), choices=[], validate_choice=False, default="")
    back = HiddenField(filters=[line])

    def offer(self) -> "ReadingForm":
        """Fill in what can be chosen; what was sent and is none of it is the usual look."""
        for name, words in CHOICES.items():
            field = self[name]
            field.choices = [(word, _(said)) for word, said in words.items()]
            field.data = field.data if field.data in words else ""
        return self

    def given(self) -> Look:
        """Return what was chosen."""
        return look({name: str(self[name].data or "") for name in CHOICES})
