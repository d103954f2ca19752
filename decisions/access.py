"""Who may do what with decisions: pure rules, the second page of them."""

from forum.access import FACILITATOR, NOT_YOURS, WRITER, Policy, Standing, is_facilitator
from forum.refusal import Refusal
from forum.say import N_


def _speaks(who: Standing) -> Refusal | None:
    return WRITER.check(who) or (None if who.speaks_for else Refusal(NOT_YOURS))


SPEAKS_FOR_A_BODY = Policy("speaks for a body", _speaks)


def may_run_journey(who: Standing) -> Refusal | None:
    """Whether this person may plan the steps of an issue: its stops, dates, and what people can do."""
    return FACILITATOR.check(who)


def may_keep_meetings(who: Standing) -> Refusal | None:
    """Whether this person may write down meetings, agendas and decisions by hand."""
    return FACILITATOR.check(who)


def may_bring_in(who: Standing) -> Refusal | None:
    """Whether this person may bring in what a council publishes, and say which of our bodies one of theirs is."""
    return FACILITATOR.check(who)


def may_speak_for(who: Standing, body_id: int) -> Refusal | None:
    """Whether this person may answer for a body today."""
    if who.suspended or body_id not in who.speaks_for:
        return Refusal(N_("Only somebody confirmed for this body can answer for it."))
    return None


def may_confirm(who: Standing) -> Refusal | None:
    """Whether this person may confirm who speaks for a body."""
    return None if is_facilitator(who) else Refusal(N_("Only people who help run this can confirm that."))


def may_join_records(who: Standing) -> Refusal | None:
    """Whether this person may say that an agenda item or a decision is about an issue, or that it is not."""
    return FACILITATOR.check(who)


def may_approve_drafts(who: Standing) -> Refusal | None:
    """Whether this person may make a move of what a joined record says, or dismiss it."""
    return FACILITATOR.check(who)
