"""What a pathway says, in sentences (pure)."""

import re
from collections.abc import Iterable
from datetime import date

from decisions.deadlines.basis import WORDS
from decisions.packs.known import Known
from decisions.packs.rules import basis_today
from decisions.pathways.clocks import Clock
from decisions.pathways.shapes import Step
from forum.say import N_, Sentence

ROLE_WORDS = {
    "recommend": N_("Gives advice"),
    "decide": N_("Decides"),
    "scrutinise": N_("Checks, and does not decide"),
    "consult": N_("Asks people"),
    "inform": N_("Tells people"),
    "redress": N_("Puts it right if it went wrong"),
}
# On whose authority a step takes as long as it does. "Usually" is never a right.
TAKES_WORDS = {
    "statute": N_("By law: %(long)s"),
    "guidance": N_("National guidance says: %(long)s"),
    "local": N_("Each council or body sets this. Often: %(long)s"),
    "typical": N_("Usually %(long)s. That is not a right"),
}
WRITING_WORDS = {
    "no": N_("Writing on this site does not count as an official answer here."),
    "yes": N_("Writing on this site counts here."),
    "send": N_("What you write on this site is collected and sent in."),
}
BINDING = ("statute", "guidance")
WAIT = re.compile(r"\b(day|week|month|year)s?\b")
VERB_WORDS = {
    "decides": N_("Decides"),
    "recommends": N_("Gives advice"),
    "checks": N_("Checks"),
    "must-be-asked": N_("Must be asked"),
    "is-told": N_("Is told"),
    "puts-right": N_("Puts it right if it went wrong"),
}
GROUPS_LAST = N_("Other things")


def takes(long: str, source: str) -> Sentence | str:
    """Say how long a step takes, and on whose authority. Without an authority it is only usual.

    What is no wait ("now", "one meeting", "no set time") stands alone: "Usually now. That is not a right" frightens.
    """
    if source not in BINDING and not WAIT.search(long):
        return long
    return Sentence(TAKES_WORDS.get(source, TAKES_WORDS["typical"]), {"long": long})


def told_by(step: Step, clocks: Iterable[Clock]) -> bool:
    """Whether a clock of a step says how long it takes on the same authority, so that it need not be said twice."""
    authority = "law" if step.takes_source == "statute" else step.takes_source
    return any(one.counted and one.basis == authority for one in clocks)


def begun(words: str) -> str:
    """Return some words as the beginning of a sentence."""
    return words[:1].upper() + words[1:].rstrip(".")


def basis(of: Known, today: date) -> str:
    """Say what an entry rests on. One whose check is overdue is shown only as what was usual."""
    return WORDS.get(basis_today(of.basis, of.check_by, today), "")
