"""What the pages about who decides say, in sentences (pure)."""

from decisions.journeys.kinds import MOVE_WORDS, MoveKind, VerdictWord
from forum.say import N_, Sentence

SAID = {
    VerdictWord.CHANGED: (N_("%(num)s says it changed"), N_("%(num)s say it changed")),
    VerdictWord.PARTLY: (N_("%(num)s says it changed in part"), N_("%(num)s say it changed in part")),
    VerdictWord.NOT_CHANGED: (N_("%(num)s says it did not change"), N_("%(num)s say it did not change")),
    VerdictWord.DONT_KNOW: (N_("%(num)s does not know yet"), N_("%(num)s do not know yet")),
}


def outcome_words(kind: str) -> str:
    """Return the words of what was decided."""
    return MOVE_WORDS[MoveKind(kind)]


def verdict_lines(verdicts: dict[str, int]) -> list[Sentence]:
    """Say what people affected say came of it, the good and the bad, in a fixed order."""
    return [Sentence(one, many=many, num=verdicts[word]) for word, (one, many) in SAID.items() if verdicts.get(word)]
