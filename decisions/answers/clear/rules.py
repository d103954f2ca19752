"""Who may hear what readers said of an answer (pure)."""

from decisions.access import may_speak_for
from forum.access import Standing, is_facilitator
from forum.refusal import Refusal


def may_hear(who: Standing, body_id: int) -> Refusal | None:
    """Whether this person may see counts and words: who speaks for the body, and those who help run the place."""
    return None if is_facilitator(who) else may_speak_for(who, body_id)
