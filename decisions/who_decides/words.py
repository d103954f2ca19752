"""What the pages about who decides say, in sentences (pure)."""

from decisions.journeys.kinds import MOVE_WORDS, MoveKind, VerdictWord
from decisions.meetings.kinds import RESULT_WORDS, Result
from forum.say import NN_, Sentence

SAID = {
    VerdictWord.CHANGED: NN_("%(num)s says it changed", "%(num)s say it changed"),
    VerdictWord.PARTLY: NN_("%(num)s says it changed in part", "%(num)s say it changed in part"),
    VerdictWord.NOT_CHANGED: NN_("%(num)s says it did not change", "%(num)s say it did not change"),
    VerdictWord.DONT_KNOW: NN_("%(num)s does not know yet", "%(num)s do not know yet"),
}


def outcome_words(kind: str) -> str:
    """Return the words of what was decided."""
    return RESULT_WORDS[Result(kind)] if kind == Result.UNKNOWN else MOVE_WORDS[MoveKind(kind)]


def verdict_lines(verdicts: dict[str, int]) -> list[Sentence]:
    """Say what people affected say came of it, the good and the bad, in a fixed order."""
    return [Sentence.counted(forms, verdicts[word]) for word, forms in SAID.items() if verdicts.get(word)]
