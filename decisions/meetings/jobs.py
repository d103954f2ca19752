"""What is done for meetings each night."""

from datetime import datetime

from decisions.meetings import actions
from forum.db import begin_write, db


def every_night(on: datetime) -> int:
    """Lay out the series a year ahead. Returns how many meetings were made."""
    begin_write()
    made = actions.lay_out_all(on)
    db.session.commit()
    return made
