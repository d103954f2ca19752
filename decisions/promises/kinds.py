"""The words of promises: where one stands, what can happen to it, who says so, what people say came of it."""

from enum import StrEnum

from forum.say import N_


class Stage(StrEnum):
    """Where a promise stands. Computed, never set."""

    PROPOSED = "proposed"
    TURNED_DOWN = "turned-down"
    UNDER_WAY = "under-way"
    SAYS_DONE = "says-done"
    CONFIRMED = "confirmed"
    NOT_DONE = "not-done"
    DROPPED = "dropped"


STAGE_WORDS = {
    Stage.PROPOSED: N_("Not yet checked"),
    Stage.TURNED_DOWN: N_("Not taken as a promise"),
    Stage.UNDER_WAY: N_("Under way"),
    Stage.SAYS_DONE: N_("They say it is done"),
    Stage.CONFIRMED: N_("Kept: people affected say so"),
    Stage.NOT_DONE: N_("Not done"),
    Stage.DROPPED: N_("Dropped, with a reason"),
}
# One sentence for those who speak for the body, and one for all others.
OWNER_WORDS = {
    Stage.PROPOSED: N_("Someone says that you promised this. Say if it is right."),
    Stage.TURNED_DOWN: N_("This was not taken as a promise of yours."),
    Stage.UNDER_WAY: N_("You said that you will do this. Say here when it is done, or when it is not."),
    Stage.SAYS_DONE: N_("You say that it is done. Now the people affected say if it is."),
    Stage.CONFIRMED: N_("The people affected say that you kept this. Thank you."),
    Stage.NOT_DONE: N_("This is not done. Give a new day, or say why it will not be done."),
    Stage.DROPPED: N_("You dropped this, and readers see why."),
}
ONLOOKER_WORDS = {
    Stage.PROPOSED: N_("Someone says that they promised this. Nobody has checked it yet."),
    Stage.TURNED_DOWN: N_("We looked, and did not take this as a promise."),
    Stage.UNDER_WAY: N_("They said that they will do this. Nobody has said yet that it is done."),
    Stage.SAYS_DONE: N_("They say that it is done. Is it? People affected can say."),
    Stage.CONFIRMED: N_("They say that it is done, and people affected agree."),
    Stage.NOT_DONE: N_("It is not done."),
    Stage.DROPPED: N_("They will not do this any more. They gave a reason."),
}
PUBLIC = (Stage.UNDER_WAY, Stage.SAYS_DONE, Stage.CONFIRMED, Stage.NOT_DONE, Stage.DROPPED)
KEPT = (Stage.CONFIRMED, Stage.SAYS_DONE)  # shown first, those that people confirmed before the others


class Happening(StrEnum):
    """What can happen to a promise."""

    PROPOSED = "proposed"
    MADE = "made"
    TURNED_DOWN = "turned-down"
    NEWS = "news"
    NEW_DATE = "new-date"
    SAYS_DONE = "says-done"
    NOT_DONE = "not-done"
    DROPPED = "dropped"
    AGAIN = "again"


HAPPENING_WORDS = {
    Happening.PROPOSED: N_("Someone says that they promised this"),
    Happening.MADE: N_("Promised"),
    Happening.TURNED_DOWN: N_("Not taken as a promise"),
    Happening.NEWS: N_("News"),
    Happening.NEW_DATE: N_("A new day"),
    Happening.SAYS_DONE: N_("They say it is done"),
    Happening.NOT_DONE: N_("Not done"),
    Happening.DROPPED: N_("Dropped"),
    Happening.AGAIN: N_("Taken up again"),
}
HINTS = {
    Happening.MADE: N_("You looked at where it comes from. They did promise this."),
    Happening.TURNED_DOWN: N_("It is no promise, or they did not say it. Say why."),
    Happening.NEWS: N_("Something was done about it, and it goes on."),
    Happening.NEW_DATE: N_("They gave another day. Say why."),
    Happening.SAYS_DONE: N_("They say that they did it. People affected are then asked if it is so."),
    Happening.NOT_DONE: N_("The day passed, or they say that it was not done."),
    Happening.DROPPED: N_("They will not do it. Say the reason that they gave."),
    Happening.AGAIN: N_("They work on it again after all."),
}


class Voice(StrEnum):
    """Who says it: the body itself, somebody who helps run this, or a member."""

    BODY = "body"
    FACILITATOR = "facilitator"
    MEMBER = "member"


class CheckWord(StrEnum):
    """What one person affected says of a promise."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_KEPT = "not-kept"
    DONT_KNOW = "dont-know"


CHECK_WORDS = {
    CheckWord.KEPT: N_("Yes, it is done"),
    CheckWord.PARTLY: N_("Only in part"),
    CheckWord.NOT_KEPT: N_("No, it is not done"),
    CheckWord.DONT_KNOW: N_("Don’t know yet"),
}
