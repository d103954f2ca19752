"""How a body is called in a sentence (pure)."""

from dataclasses import dataclass
from datetime import date

from forum.say import Link


@dataclass(frozen=True, slots=True)
class BodyFact:
    """What the panel needs of a body: how it is called in a sentence, its page, whether it has joined."""

    short: str
    slug: str
    joined: bool = True
    ended_on: date | None = None
    successor: "BodyFact | None" = None

    def link(self) -> Link:
        """Name the body within a sentence."""
        return Link(self.short, "who_decides.body", {"slug": self.slug})

    def start(self) -> Link:
        """Name the body at the start of a sentence."""
        return Link(self.short[:1].upper() + self.short[1:], "who_decides.body", {"slug": self.slug})
