"""What moderators may do with words, and who may decide what (pure)."""

from forum.access import SIGN_IN_FIRST, Role, Shown, Standing, is_moderator
from forum.moderation.reasons import Deed, Reason
from forum.refusal import Refusal
from forum.say import N_

OWN_WORDS = N_("These are your own words. Another moderator has to look at them.")
ACTED_ALREADY = N_("Somebody acted on this already. Load the page again to see what they did.")
ASKED_ALREADY = N_("You have asked for a second look already.")
CAN_BE_HEARD_AGAIN = (Deed.HIDE, Deed.SUSPEND)


def deeds(state: str, *, reported: bool) -> tuple[Deed, ...]:
    """Return what can be done with words in a state; leaving them needs a report that asks for it."""
    leave = (Deed.LEAVE,) if reported else ()
    match state:
        case Shown.SHOWN:
            return (Deed.HIDE, *leave)
        case Shown.WAITING:
            return (Deed.APPROVE, Deed.HIDE)
        case Shown.HIDDEN:
            return (Deed.SHOW, *leave)
        case _:
            return leave


def is_for_safety(deed: str, reason: str) -> bool:
    """Whether words are hidden to keep someone safe: then nobody is told why, in public or by e-mail."""
    return deed == Deed.HIDE and reason == Reason.HARM


def may_rule(who: Standing, *, author_id: int | None) -> Refusal | None:
    """Whether this moderator may act on words: not on their own."""
    if author_id is not None and author_id == who.person_id:
        return Refusal(OWN_WORDS)
    return None


def may_do(deed: Deed, *, state: str, reported: bool) -> Refusal | None:
    """Whether this can still be done: somebody else may have acted since the page was opened."""
    if deed in deeds(state, reported=reported):
        return None
    return Refusal(ACTED_ALREADY)


def is_not_the_author(who: Standing, *, author_id: int | None) -> Refusal | None:
    """Whether a second look is not this person's to ask for: moderators read a ruling, its author alone asks again."""
    if not who.signed_in:
        return Refusal(SIGN_IN_FIRST)
    if who.person_id != author_id:
        return Refusal(N_("Only the person whose words they are can ask for a second look."))
    return None


def may_ask_again(who: Standing, *, author_id: int | None, deed: str, asked: bool) -> Refusal | None:
    """Whether this person may ask for a second look: the author, once, also while suspended."""
    if refusal := is_not_the_author(who, author_id=author_id):
        return refusal
    if asked:
        return Refusal(ASKED_ALREADY)
    if deed not in CAN_BE_HEARD_AGAIN:
        return Refusal(N_("There is nothing here to look at again."))
    return None


def may_answer(who: Standing, *, first_by: int | None, asked_by: int | None, answered: bool) -> Refusal | None:
    """Whether this moderator may take the second look: not the one who took the first, and not the one who asks."""
    if answered:
        return Refusal(N_("Somebody has answered this already."))
    if who.person_id == first_by:
        return Refusal(N_("You took the first look. Another moderator has to take the second."))
    if who.person_id == asked_by:
        return Refusal(OWN_WORDS)
    return None


def may_suspend(who: Standing, *, person_id: int | None, roles: frozenset[str], suspended: bool) -> Refusal | None:
    """Whether this moderator may stop a person from writing; those with a role here only by an administrator."""
    if person_id is None:
        return Refusal(N_("We do not know who wrote this, so there is nobody to stop."))
    if person_id == who.person_id:
        return Refusal(N_("You can’t stop yourself from writing."))
    if roles and not who.has(Role.ADMINISTRATOR):
        return Refusal(N_("This person helps run the place. An administrator has to decide."))
    if suspended:
        return Refusal(N_("This person can’t write here already."))
    return None


def may_see_ruling(who: Standing, *, author_id: int | None) -> Refusal | None:
    """Whether this person may read what was decided about words: their author and moderators."""
    if is_moderator(who) or (who.signed_in and who.person_id == author_id):
        return None
    return Refusal(N_("This can’t be shown."))
