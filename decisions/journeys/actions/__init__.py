"""What is done to journeys: started, planned, moved on, put right, checked. Callers commit."""

from decisions.journeys.actions.confirming import confirm
from decisions.journeys.actions.dates import add_deadline, check, check_date, meet_deadline, say_limits, send_in
from decisions.journeys.actions.planning import add_stop, add_way, change_stop, remove_stop, remove_way, start
from decisions.journeys.actions.recording import CHANGED, record_move
from decisions.journeys.actions.shapes import NewMove, NewStop

__all__ = [
    "CHANGED",
    "NewMove",
    "NewStop",
    "add_deadline",
    "add_stop",
    "add_way",
    "change_stop",
    "check",
    "check_date",
    "confirm",
    "meet_deadline",
    "record_move",
    "remove_stop",
    "remove_way",
    "say_limits",
    "send_in",
    "start",
]
