"""What a reader can choose of how pages look, and the note of it that their browser keeps (pure).

The note holds three plain words and nothing about the reader. So it needs no signature: whatever is none of our words
is the usual look.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from forum.say import N_

SIZES = {
    "": N_("Usual"),
    "large": N_("Large"),
    "larger": N_("Larger"),
    "largest": N_("Largest: twice the usual"),
}
SPACES = {"": N_("Usual"), "wide": N_("More room between lines, words and letters")}
CONTRASTS = {"": N_("Usual"), "strong": N_("Strong: black and white, with dark edges")}
CHOICES: dict[str, Mapping[str, str]] = {"text": SIZES, "space": SPACES, "contrast": CONTRASTS}
BETWEEN = "."
LONGEST_NOTE = 60


@dataclass(frozen=True, slots=True)
class Look:
    """What a reader chose; an empty word is the usual look."""

    text: str = ""
    space: str = ""
    contrast: str = ""

    @property
    def usual(self) -> bool:
        """Whether nothing was chosen."""
        return not (self.text or self.space or self.contrast)

    @property
    def classes(self) -> str:
        """The classes of the page as a whole, with a space between."""
        found = (("text", self.text), ("space", self.space), ("contrast", self.contrast))
        return " ".join(f"{name}-{word}" for name, word in found if word)

    @property
    def note(self) -> str:
        """What the browser keeps."""
        return BETWEEN.join((self.text, self.space, self.contrast))


def look(given: Mapping[str, str]) -> Look:
    """Return the look of three words; a word that is none of ours is the usual one."""
    return Look(**{name: word for name, words in CHOICES.items() if (word := given.get(name, "")) in words})


def read(note: str) -> Look:
    """Return the look that a browser's note stands for."""
    return look(dict(zip(CHOICES, note[:LONGEST_NOTE].split(BETWEEN), strict=False)))
