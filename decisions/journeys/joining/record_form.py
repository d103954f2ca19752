"""The small form that names a record."""

from wtforms import HiddenField

from forum.form import Form, Needed, line
from forum.say import N_


class RecordForm(Form):
    """Which record is meant: `item-12` or `decision-3`."""

    record = HiddenField(filters=[line], validators=[Needed(N_("Choose an item or a decision."))])
