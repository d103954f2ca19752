"""The kinds of thread, and how words may reach us."""

from dataclasses import dataclass
from enum import StrEnum

from forum.say import N_


class Kind(StrEnum):
    """The kinds of thread."""

    ISSUE = "issue"
    QUESTION = "question"
    IDEA = "idea"
    STORY = "story"
    OFFER = "offer"


class CameBy(StrEnum):
    """How words reached us when somebody typed them in for another person."""

    PHONE = "phone"
    LETTER = "letter"
    SPOKEN = "spoken"
    SIGNED = "signed"


KIND_WORDS = {
    Kind.ISSUE: N_("issue"),
    Kind.QUESTION: N_("question"),
    Kind.IDEA: N_("idea"),
    Kind.STORY: N_("story"),
    Kind.OFFER: N_("offer"),
}
CAME_BY_WORDS = {
    CameBy.PHONE: N_("Told us by phone"),
    CameBy.LETTER: N_("Wrote to us"),
    CameBy.SPOKEN: N_("Told us in person"),
    CameBy.SIGNED: N_("Told us in sign language"),
}


@dataclass(frozen=True, slots=True)
class TypedIn:
    """Words of somebody who phoned, wrote, spoke or signed: the name they gave, how the words came, their consent."""

    name: str
    came_by: CameBy
    consent: bool
