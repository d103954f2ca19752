"""What is wrong with a pack: the file, the key, the line and a sentence (pure)."""

from dataclasses import dataclass

from forum.say import Sentence


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: a file, by its name within the pack, and a line that counts from 1."""

    file: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. `key` names it as in `body cabinet: short`."""

    spot: Spot
    key: str
    sentence: Sentence

    @property
    def order(self) -> tuple[str, int, str]:
        """What faults are sorted by."""
        return self.spot.file, self.spot.line, self.key


class WrongPack(Exception):
    """A pack that can't be used. It is refused whole; `faults` lists everything that is wrong."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = sorted(faults, key=lambda one: one.order)
