"""What is done with meetings, agendas, series and decisions. Callers commit."""

from decisions.meetings.actions.agenda import add_item, add_paper, change_item, remove_item, remove_paper
from decisions.meetings.actions.deciding import change_decision, make_decision
from decisions.meetings.actions.meeting import cancel, change, confirm, hold_it, make, put_off
from decisions.meetings.actions.people import write_attendance, write_votes
from decisions.meetings.actions.repeating import end_series, lay_out, lay_out_all, make_series

__all__ = [
    "add_item",
    "add_paper",
    "cancel",
    "change",
    "change_decision",
    "change_item",
    "confirm",
    "end_series",
    "hold_it",
    "lay_out",
    "lay_out_all",
    "make",
    "make_decision",
    "make_series",
    "put_off",
    "remove_item",
    "remove_paper",
    "write_attendance",
    "write_votes",
]
