"""Why words are reported or hidden, and what a moderator can do."""

from enum import StrEnum

from forum.say import N_


class Reason(StrEnum):
    """Why somebody reports words, and why a moderator hides them."""

    ILLEGAL = "illegal"
    HARM = "harm"
    PERSONAL = "personal"  # tells something about someone else
    UNKIND = "unkind"
    FALSE = "false"  # says something untrue about a person
    ADVERT = "advert"
    OTHER = "other"


GRAVE = (Reason.HARM, Reason.ILLEGAL)  # what moderators look at first


class Deed(StrEnum):
    """What a moderator did."""

    HIDE = "hide"
    SHOW = "show"
    LEAVE = "leave"
    APPROVE = "approve"
    SUSPEND = "suspend"
    RESTORE = "restore"


REASON_WORDS = {
    Reason.ILLEGAL: N_("It may be against the law"),
    Reason.HARM: N_("Someone could be hurt"),
    Reason.PERSONAL: N_("It tells something about someone else"),
    Reason.UNKIND: N_("It is unkind or hateful"),
    Reason.FALSE: N_("It says something untrue about a person or a group"),
    Reason.ADVERT: N_("It is an advert"),
    Reason.OTHER: N_("Something else"),
}
