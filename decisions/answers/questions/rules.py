"""Who may do what with a question. Asked by the form and by the action alike. Pure."""

from datetime import date, timedelta

from decisions.access import may_speak_for
from decisions.answers.questions.kinds import Happening, Voice
from decisions.answers.questions.states import Now, may_happen
from decisions.journeys.rules import is_known
from forum.access import FACILITATOR, WRITER, Standing, is_facilitator
from forum.refusal import Refusal
from forum.say import N_

H = Happening
ASKERS = frozenset({H.RATED, H.AGAIN, H.THANKED, H.TAKEN_BACK})
SPEAKERS = frozenset(
    {H.CLAIMED, H.LET_GO, H.CHECKING, H.PUBLISHED, H.CORRECTED, H.HOLDING, H.PUT_OFF, H.REQUEST, H.NOT_HERE}
)
HELPERS = frozenset({H.CAME_BACK, H.SEND_AGAIN, H.TURNED_DOWN, H.LINK_ENDED})
BY_LINK = frozenset({H.PUBLISHED, H.CORRECTED, H.HOLDING, H.PUT_OFF, H.PASSED_ON})
LONGEST_PUT_OFF = timedelta(days=70)  # the quiet time before an election lasts five or six weeks
CANT_HAPPEN = N_("That can’t happen to this question now. Look at where it stands.")


def may_ask(who: Standing, *, first_posts_wait: bool) -> Refusal | None:
    """Whether this person may put a question to a body. Whose first words wait for a look writes a reply first: a
    letter that has gone can't be called back."""
    if refusal := WRITER.check(who):
        return refusal
    if first_posts_wait and not is_known(who):
        return Refusal(N_("Please write a reply first. Someone looks at first posts, then you can ask."))
    return None


def may_do(who: Standing, now: Now, kind: Happening, *, mine: bool) -> Refusal | None:
    """Whether this person may do this to a question that stands there. `mine`: they asked it."""
    return _who(who, now, kind, mine=mine) or may_be(now, kind)


def may_be(now: Now, kind: Happening) -> Refusal | None:
    """Whether this can happen to a question that stands there, whoever does it."""
    if may_happen(now, kind):
        return None
    if kind == H.AGAIN and now.asked_again:
        return Refusal(N_("You asked once more already. You can ask a new question."))
    if kind in (H.PUBLISHED, H.CHECKING, H.CLAIMED) and now.answered_on is not None:
        return Refusal(N_("Somebody answered this a moment ago. Look at the answer first."))
    return Refusal(CANT_HAPPEN)


def may_record(who: Standing, now: Now) -> Refusal | None:
    """Whether this person may write down a reply that came another way. Who speaks for the body answers it instead."""
    if refusal := WRITER.check(who):
        return refusal
    if not is_known(who):
        return Refusal(N_("Please write a reply first. Someone looks at first posts, then you can do this."))
    return may_be(now, H.SAID)


def may_confirm(who: Standing, now: Now, *, mine: bool) -> Refusal | None:
    """Whether this person may be the second to say that a reply is theirs: not who wrote it down."""
    if refusal := WRITER.check(who):
        return refusal
    if mine:
        return Refusal(N_("Somebody else has to look at what you wrote down."))
    if not is_known(who):
        return Refusal(N_("Please write a reply first. Someone looks at first posts, then you can do this."))
    return may_be(now, H.CONFIRMED)


def may_put_off(until: date | None, *, today: date) -> Refusal | None:
    """Whether an answer may be put off until a day."""
    if until is None or until <= today:
        return Refusal(N_("Write a day that is still to come."), field="until")
    if until > today + LONGEST_PUT_OFF:
        return Refusal(N_("That is more than ten weeks away. Write an earlier day."), field="until")
    return None


def voice(who: Standing, body_id: int, *, mine: bool = False) -> Voice:
    """Return as whom somebody speaks of a question to this body."""
    if body_id in who.speaks_for and not who.suspended:
        return Voice.BODY
    if is_facilitator(who):
        return Voice.HELPER
    return Voice.ASKER if mine else Voice.MEMBER


def _who(who: Standing, now: Now, kind: Happening, *, mine: bool) -> Refusal | None:
    if refusal := WRITER.check(who):
        return refusal
    if kind in ASKERS:
        return None if mine else Refusal(N_("Only who asked can do that."))
    if kind in SPEAKERS:
        return may_speak_for(who, now.body_id)
    if kind in HELPERS:
        return FACILITATOR.check(who)
    if kind == H.PASSED_ON and not is_facilitator(who):
        return may_speak_for(who, now.body_id)
    return None
