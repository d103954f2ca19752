"""On whose authority a clock runs, in words. What is usual is never shown as a right."""

from datetime import date

from decisions.deadlines.rules import Rule
from decisions.packs.rules import TYPICAL, basis_today, is_overdue
from forum.refusal import Refusal
from forum.say import N_, Sentence

NOT_LAW_YET = ("announced", "bill", "not-started", "not-in-force")

WORDS = {
    "law": N_("By law"),
    "guidance": N_("National guidance"),
    "local": N_("Their own rules"),
    "promise": N_("They promised this"),
    TYPICAL: N_("This is usual. It is not a right"),
    "announced": N_("Only announced. It is not law yet"),
    "bill": N_("Parliament is still talking about it. It is not law yet"),
    "not-started": N_("Passed, but not yet in use as far as we know"),
    "not-in-force": N_("Not in use"),
}
CONFIDENCE_WORDS = {
    "high": N_("We are sure of this."),
    "medium": N_("We think this is right. Some details may have changed."),
    "low": N_("We are not sure of this. Check this before you use it."),
}


def basis_on(rule: Rule, today: date) -> str:
    """Return the basis to show on a day: a rule in use that is past its check-by day is only what was usual."""
    return basis_today(rule.basis, rule.check_by, today)


def is_past_check(rule: Rule, today: date) -> bool:
    """Whether a rule should have been checked again before a day."""
    return is_overdue(rule.check_by, today)


def basis_sentence(basis: str) -> Sentence:
    """Return what a basis means, in words."""
    return Sentence(WORDS.get(basis, WORDS[TYPICAL]))


def confidence_sentence(confidence: str) -> Sentence:
    """Return how sure we are, in words."""
    return Sentence(CONFIDENCE_WORDS.get(confidence, CONFIDENCE_WORDS["low"]))


def may_drive_a_date(rule: Rule) -> Refusal | None:
    """Say why a rule gives no date by itself: it has no number, it is not in use, or we are not sure of it."""
    if not rule.has_number:
        return Refusal(N_("No fixed time is set for this. %(plain)s"), plain=rule.plain)
    if rule.basis in NOT_LAW_YET:
        return Refusal(N_("%(basis)s, so we work out no date from it."), basis=basis_sentence(rule.basis))
    if rule.confidence == "low":
        return Refusal(N_("We are not sure of this rule, so we work out no date from it. Check this first."))
    return None
