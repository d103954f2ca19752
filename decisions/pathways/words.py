"""What a pathway says, in sentences (pure)."""

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
BASIS_WORDS = {
    "law": N_("This is law"),
    "guidance": N_("This is national guidance. It is not law, but bodies must normally follow it"),
    "local": N_("Each council or body makes its own rule for this"),
    "promise": N_("This was promised"),
    "typical": N_("This is usual. It is not a right"),
    "announced": N_("This is only announced. It is not law"),
    "bill": N_("Parliament is still looking at this. It is not law"),
    "not-started": N_("This law is passed. We could not confirm that it has started"),
    "not-in-force": N_("This is not in force"),
}
WRITING_WORDS = {
    "no": N_("Writing on this site does not count as an official answer here."),
    "yes": N_("Writing on this site counts here."),
    "send": N_("What you write on this site is collected and sent in."),
}
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
    """Say how long a step takes, and on whose authority. Without an authority it is only usual."""
    if not long:
        return ""
    return Sentence(TAKES_WORDS.get(source, TAKES_WORDS["typical"]), {"long": long})


def basis(word: str, *, overdue: bool = False) -> str:
    """Say what a fact rests on. A law whose check is overdue is not shown as law."""
    if overdue and word == "law":
        return BASIS_WORDS["typical"]
    return BASIS_WORDS.get(word, "")
