"""What readers give: records, bad records, and how much of the source they saw (pure)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from forum.refusal import Refusal
from forum.say import Sentence


@dataclass(frozen=True, slots=True)
class Record:
    """One thing as the source has it. `values` are plain data, ready for JSON: days and hours as ISO text, and the
    ids of the source where one thing belongs to another (`body`, `meeting`, `item`). It may hold some fields only:
    a list says less of a meeting than its own page."""

    kind: str
    ident: str
    values: Mapping[str, Any]
    address: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A record that can't be used, or a part of it: where it is, and what is wrong. With `kind` and `ident` where it
    is known which it is, so that it is not taken for gone."""

    where: str
    sentence: Sentence
    kind: str = ""
    ident: str = ""


@dataclass(frozen=True, slots=True)
class Covered:
    """The reader saw all that the source has of a kind: of those whose values are `having`, with a day `within` the
    first and the last of these days. What was there before and was not seen now is gone."""

    kind: str
    having: Mapping[str, Any] = field(default_factory=dict)
    within: tuple[str, str, str] | None = None  # the field, the first and the last day

    def holds(self, values: Mapping[str, Any]) -> bool:
        """Whether a thing with these values was to be seen."""
        if any(values.get(name) != wanted for name, wanted in self.having.items()):
            return False
        if self.within is None:
            return True
        name, first, last = self.within
        return first <= str(values.get(name) or "") <= last


Found = Record | Fault | Covered
Finds = Iterator[Found]


class Unreadable(Refusal):
    """A file of which nothing can be used: nothing at all is brought in from it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: days from the first to the last, the address that things have at the source, the zone of
    the place, and for pasted text the meeting and whether it is its `minutes`."""

    first: date | None = None
    last: date | None = None
    base: str = ""
    zone: str = "Europe/London"
    meeting: str = ""
    minutes: bool = False

    def holds(self, day: date) -> bool:
        """Whether a day lies in the range asked for."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)
