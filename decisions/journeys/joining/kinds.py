"""The states of a join and of a draft."""

from enum import StrEnum


class State(StrEnum):
    """Whether an issue and a record are about the same thing. What a person said is never asked again."""

    SUGGESTED = "suggested"
    JOINED = "joined"
    NOT_SAME = "not-same"
    PARTED = "parted"


class Draft(StrEnum):
    """What became of a draft of a move."""

    WAITING = "waiting"
    APPROVED = "approved"
    DISMISSED = "dismissed"
