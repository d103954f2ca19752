"""The words of meetings and decisions."""

from enum import StrEnum

from forum.say import N_


class Status(StrEnum):
    """How sure a meeting is."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    PUT_OFF = "put-off"
    HELD = "held"


STATUS_WORDS = {
    Status.PLANNED: N_("Planned"),
    Status.CONFIRMED: N_("Confirmed"),
    Status.CANCELLED: N_("Cancelled"),
    Status.PUT_OFF: N_("Put off"),
    Status.HELD: N_("It took place"),
}
GOES_AHEAD = (Status.PLANNED, Status.CONFIRMED)


class Paper(StrEnum):
    """What a paper is."""

    AGENDA = "agenda"
    REPORT = "report"
    MINUTES = "minutes"
    DECISION = "decision"
    OTHER = "other"


PAPER_WORDS = {
    Paper.AGENDA: N_("Agenda"),
    Paper.REPORT: N_("Report"),
    Paper.MINUTES: N_("Minutes: the written record"),
    Paper.DECISION: N_("Decision"),
    Paper.OTHER: N_("Paper"),
}


class Attended(StrEnum):
    """Whether somebody was at a meeting."""

    EXPECTED = "expected"
    PRESENT = "present"
    APOLOGIES = "apologies"
    ABSENT = "absent"


ATTENDED_WORDS = {
    Attended.EXPECTED: N_("Expected"),
    Attended.PRESENT: N_("Was there"),
    Attended.APOLOGIES: N_("Sent apologies"),
    Attended.ABSENT: N_("Was not there"),
}


class Result(StrEnum):
    """What a body decided. Nobody guesses it: it is unknown until a person or the record says it."""

    UNKNOWN = "unknown"
    AGREED = "agreed"
    AGREED_CHANGED = "agreed-changed"
    REFUSED = "refused"
    NOTED = "noted"
    DEFERRED = "deferred"
    REFERRED = "referred"
    WITHDRAWN = "withdrawn"


RESULT_WORDS = {
    Result.UNKNOWN: N_("Nobody has said yet what the result is"),
    Result.AGREED: N_("Agreed"),
    Result.AGREED_CHANGED: N_("Agreed with changes"),
    Result.REFUSED: N_("Refused"),
    Result.NOTED: N_("Noted: they heard it and decided nothing"),
    Result.DEFERRED: N_("Put off"),
    Result.REFERRED: N_("Passed on"),
    Result.WITHDRAWN: N_("Taken off by the body"),
}
YES = (Result.AGREED, Result.AGREED_CHANGED)
OWES_REASONS = (Result.REFUSED, Result.NOTED, Result.DEFERRED)


class Vote(StrEnum):
    """How one member voted, where it was recorded."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    ABSENT = "absent"


VOTE_WORDS = {
    Vote.FOR: N_("For"),
    Vote.AGAINST: N_("Against"),
    Vote.ABSTAIN: N_("Did not vote for or against"),
    Vote.ABSENT: N_("Was not there"),
}


class CallIn(StrEnum):
    """Whether other councillors can ask for another look at a decision."""

    UNKNOWN = "unknown"
    OPEN = "open"
    EXEMPT = "exempt"
    CALLED_IN = "called-in"
    NOT_CALLED_IN = "not-called-in"


CALL_IN_WORDS = {
    CallIn.UNKNOWN: N_("We do not know whether other councillors can ask for another look"),
    CallIn.OPEN: N_("Other councillors can still ask for another look"),
    CallIn.EXEMPT: N_("Other councillors cannot ask for another look"),
    CallIn.CALLED_IN: N_("Other councillors asked for another look"),
    CallIn.NOT_CALLED_IN: N_("Nobody asked for another look in time"),
}
