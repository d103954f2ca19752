"""The figures of a text: how long its sentences and words are, and the reading age that follows. RA-1, rules 6 to 8."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

MANY = 3  # syllables of a long word
AGE_OF_A_GRADE = 5
FEWEST_SENTENCES, FEWEST_WORDS = 5, 100  # below them a number says nothing
ROUGH_BELOW = 10  # sentences


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted: sentences, words, syllables, and words of three syllables or more."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    polysyllables: int = 0

    @property
    def fk(self) -> float:
        """The grade by Flesch and Kincaid (1975), unrounded; 0 for a text without words."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def smog(self) -> float:
        """The grade by McLaughlin (1969), unrounded; 0 for a text without words."""
        if not self.words:
            return 0.0
        return 1.043 * math.sqrt(30 * self.polysyllables / self.sentences) + 3.1291

    @property
    def reading_age(self) -> int | None:
        """The reading age in years; nothing where the text is too short for one."""
        if self.sentences < FEWEST_SENTENCES or self.words < FEWEST_WORDS:
            return None
        return math.floor(self.fk + 0.5) + AGE_OF_A_GRADE

    @property
    def rough(self) -> bool:
        """Whether the reading age is only rough, because there are few sentences."""
        return self.sentences < ROUGH_BELOW


def count(sentences: Sequence[Sequence[int]]) -> Figures:
    """Return the figures of some sentences, each the syllables of its words. One without words is none."""
    real = [sentence for sentence in sentences if sentence]
    return Figures(
        len(real),
        sum(map(len, real)),
        sum(map(sum, real)),
        sum(syllables >= MANY for sentence in real for syllables in sentence),
    )
