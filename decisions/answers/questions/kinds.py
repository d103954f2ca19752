"""The words of questions: where one stands, what can happen to it, who says so, what the asker makes of an answer."""

from enum import StrEnum

from forum.say import N_


class Stage(StrEnum):
    """Where a question stands. Computed, never set."""

    NOT_SENT = "not-sent"
    WAITING = "waiting"
    WRITING = "writing"
    CHECKING = "checking"
    PUT_OFF = "put-off"
    ANSWERED = "answered"
    NOT_HERE = "not-here"
    TAKEN_BACK = "taken-back"


STAGE_WORDS = {
    Stage.NOT_SENT: N_("Not sent yet"),
    Stage.WAITING: N_("Waiting for an answer"),
    Stage.WRITING: N_("Being answered"),
    Stage.CHECKING: N_("Being checked"),
    Stage.PUT_OFF: N_("Put off"),
    Stage.ANSWERED: N_("Answered"),
    Stage.NOT_HERE: N_("Not answered here"),
    Stage.TAKEN_BACK: N_("Taken back"),
}
OWED = (Stage.WAITING, Stage.WRITING, Stage.CHECKING, Stage.PUT_OFF)
OPEN = (Stage.NOT_SENT, *OWED)


class Happening(StrEnum):
    """What can happen to a question."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    CAME_BACK = "came-back"
    SEND_AGAIN = "send-again"
    CLAIMED = "claimed"
    LET_GO = "let-go"
    CHECKING = "checking"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    HOLDING = "holding"
    PUT_OFF = "put-off"
    REQUEST = "request"
    PASSED_ON = "passed-on"
    NOT_HERE = "not-here"
    SAID = "said"
    TURNED_DOWN = "turned-down"
    CONFIRMED = "confirmed"
    RATED = "rated"
    AGAIN = "again"
    THANKED = "thanked"
    TAKEN_BACK = "taken-back"
    LINK_ENDED = "link-ended"


HAPPENING_WORDS = {
    Happening.ASKED: N_("Asked"),
    Happening.ACCEPTED: N_("Our letter was taken by their mail server"),
    Happening.CAME_BACK: N_("Our letter did not reach them"),
    Happening.SEND_AGAIN: N_("To be sent once more"),
    Happening.CLAIMED: N_("Someone there writes an answer"),
    Happening.LET_GO: N_("Waits for someone there to answer"),
    Happening.CHECKING: N_("They check their answer"),
    Happening.PUBLISHED: N_("They answered"),
    Happening.CORRECTED: N_("They put their answer right"),
    Happening.HOLDING: N_("They wrote, but this is not an answer yet"),
    Happening.PUT_OFF: N_("They put the answer off"),
    Happening.REQUEST: N_("They treat it as a request for information (FOI)"),
    Happening.PASSED_ON: N_("Passed on to another body"),
    Happening.NOT_HERE: N_("They can’t answer this here"),
    Happening.SAID: N_("A member says that they replied"),
    Happening.TURNED_DOWN: N_("We looked, and this was not their reply"),
    Happening.CONFIRMED: N_("A second person looked: it is their reply"),
    Happening.RATED: N_("The asker says if this is an answer"),
    Happening.AGAIN: N_("Asked once more"),
    Happening.THANKED: N_("The asker says thank you"),
    Happening.TAKEN_BACK: N_("The asker took it back"),
    Happening.LINK_ENDED: N_("The private link was ended"),
}
# What only the body's own people and the record know of: readers see where it stands, not who does what.
PRIVATE = (Happening.CLAIMED, Happening.LET_GO, Happening.CHECKING, Happening.SEND_AGAIN, Happening.LINK_ENDED)


class Voice(StrEnum):
    """Who says it: the asker, the body itself, whoever has our private link, a helper, a member, this site."""

    ASKER = "asker"
    BODY = "body"
    LINK = "link"
    HELPER = "helper"
    MEMBER = "member"
    SITE = "site"


class Rating(StrEnum):
    """If an answer answers, as its asker sees it."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


RATING_WORDS = {
    Rating.YES: N_("Yes, it answers my question"),
    Rating.PARTLY: N_("It answers a part of it"),
    Rating.NO: N_("No, it does not answer it"),
}
RATED_WORDS = {
    Rating.YES: N_("The asker says: this answers my question."),
    Rating.PARTLY: N_("The asker says: this answers a part of it."),
    Rating.NO: N_("The asker says: this does not answer it."),
}


class Way(StrEnum):
    """How a reply came that somebody wrote down here."""

    EMAIL = "email"
    LETTER = "letter"
    PHONE = "phone"


WAY_WORDS = {
    Way.EMAIL: N_("By e-mail"),
    Way.LETTER: N_("By letter"),
    Way.PHONE: N_("By phone or face to face"),
}
