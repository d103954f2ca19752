"""What starts each clock on a journey, by the number that the clock has in the facts (data, and pure).

A clock that is not named here gives no date by itself: nobody told us the day that it needs, and we do not guess one.
Which these are, and why, is said in docs/deadlines.md.
"""

from enum import StrEnum


class StartsOn(StrEnum):
    """What starts a clock, on a journey."""

    MEETING = "meeting"  # counted back from the planned day
    SENT = "sent"  # the day on which it was sent to them
    OPENED = "opened"  # the first day of asking people
    CLOSED = "closed"  # the last day of asking people
    DECIDED = "decided"  # the day on which the decision before this step was published
    AGREED = "agreed"  # the day on which what was agreed at this step was published
    ADVISED = "advised"  # the day on which those who check gave their advice
    TOLD = "told"  # the day on which somebody gave notice
    PASSED_ON = "passed-on"  # the day on which it came to this step
    CALLED_IN = "called-in"  # the day on which the decision was held
    ADVISED_AGAIN = "advised-again"  # the day on which those who held it gave their advice


S = StartsOn
STARTS = {
    **dict.fromkeys(("K01", "K03", "K06", "K08", "K19"), S.MEETING),
    **dict.fromkeys(("K71.question", "K71.petition", "K71.deputation"), S.MEETING),
    **dict.fromkeys(("K20", "K21", "K26", "K41.decision", "K97.working-days"), S.SENT),
    **dict.fromkeys(("K46.comments", "K49.objection", "K52.comments"), S.OPENED),
    "K52.hearing": S.CLOSED,
    "K12": S.DECIDED,
    **dict.fromkeys(("K41.listed", "K62.pause", "K63.pause"), S.AGREED),
    **dict.fromkeys(("K14", "K16"), S.ADVISED),
    **dict.fromkeys(
        ("K43", "K44.pause", "K44.protected", "K64", "K68.draft", "K68.notice", "K68.community-bus"), S.TOLD
    ),
    **dict.fromkeys(("K48.decision", "K48.major", "K48.environment", "K48.public-service"), S.TOLD),
    **dict.fromkeys(("K69.practice", "K69.single", "K70.from-20", "K70.from-100"), S.TOLD),
    "K18": S.PASSED_ON,
    "K15.hold": S.CALLED_IN,
    "K15.reconsider": S.ADVISED_AGAIN,
}
# Clocks that run from one notice, wherever on the route they are named: the group's time to ask and the pause after it
# (K43, K44), and a planning request at the staff's check and at the decision (K48).
ONE_NOTICE = {"K43": "K43", "K44": "K43", "K48": "K48"}
# Clocks of which only one holds: how big the plan is, how many doctors, how many jobs.
ONE_HOLDS = frozenset({"K48", "K69", "K70"})


def law_of(fact: str) -> str:
    """Return the number of a fact without what tells its clocks apart: K48 of K48.major."""
    return fact.partition(".")[0]


def notice_of(fact: str) -> str:
    """Return the name of the notice that a clock shares with others, or nothing."""
    return ONE_NOTICE.get(law_of(fact), "")
