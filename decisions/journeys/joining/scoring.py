"""How alike an issue and a record are, by plain words, topic, body and day (pure). A person decides, never this."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from forum.search.words import SMALL, folded

# What stands in the titles of all agendas, and says nothing about what an item is about.
ROUTINE = frozenset(
    """apologies apology absence minutes minute previous last meeting meetings agenda item items report reports update
    updates urgent business declaration declarations interest interests date next public question questions chair
    committee cabinet council councils councillor board body review plan plans strategy policy decision decisions
    officer director service services note receive consider approve matters arising exclusion press work programme
    annual year month quarter new issue local people need needs want keep make get""".split()  # noqa: SIM905
)
ENDINGS = (("ies", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("ed", ""), ("s", ""))
SHORTEST = 4
ENOUGH = 0.45
MOST = 3
TOPIC, BODY, DAY = 0.08, 0.08, 0.25


@dataclass(frozen=True, slots=True)
class IssueWords:
    """An issue: the words of its title and of its topic, the bodies on its way, and what is planned or happened there
    on which day."""

    id: int
    title: frozenset[str]
    topic: frozenset[str] = frozenset()
    bodies: frozenset[int] = frozenset()
    days: frozenset[tuple[int, date]] = frozenset()


@dataclass(frozen=True, slots=True)
class RecordWords:
    """A record: the words of its title, those of its text, its body and its day."""

    title: frozenset[str]
    text: frozenset[str] = frozenset()
    body_id: int | None = None
    day: date | None = None


def stems(text: str) -> frozenset[str]:
    """Return the words of a text that say what it is about, without their usual endings."""
    return frozenset(_stem(word) for word in folded(text) if word not in SMALL and word not in ROUTINE)


def _stem(word: str) -> str:
    for ending, instead in ENDINGS:
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= SHORTEST - 1:
            return word[: -len(ending)] + instead
    return word


class Library:
    """All issues, and how rare each word is among them: a word that many share says little."""

    def __init__(self, issues: Iterable[IssueWords]) -> None:
        self.issues = {one.id: one for one in issues}
        self.counts = Counter(word for one in self.issues.values() for word in one.title)
        self.by_word: dict[str, list[int]] = {}
        for one in self.issues.values():
            for word in one.title:
                self.by_word.setdefault(word, []).append(one.id)

    def alike(self, record: RecordWords) -> list[tuple[int, float]]:
        """Return the issues that a record may be about, the likeliest first, each with how alike they are (0 to 1)."""
        near = {ident for word in record.title for ident in self.by_word.get(word, ())}
        scored = [(ident, score(record, self.issues[ident], self.counts)) for ident in near]
        found = sorted(((ident, much) for ident, much in scored if much >= ENOUGH), key=lambda one: (-one[1], one[0]))
        return found[:MOST]


def score(record: RecordWords, issue: IssueWords, counts: Mapping[str, int]) -> float:
    """Return how alike a record and an issue are, from 0 to 1.

    Rare words that both titles hold count most. The same topic and the same body add a little, the same body on the
    same day more. One word alone is never enough without the day.
    """
    shared = record.title & issue.title
    same_day = (record.body_id, record.day) in issue.days
    if not shared or (len(shared) < 2 and not same_day):
        return 0.0
    alike = _weight(shared, counts) / math.sqrt(_weight(record.title, counts) * _weight(issue.title, counts))
    more = TOPIC * bool(issue.topic & (record.title | record.text))
    more += BODY * (record.body_id in issue.bodies) + DAY * same_day
    return min(1.0, alike + more)


def _weight(words: Iterable[str], counts: Mapping[str, int]) -> float:
    return sum(1.0 / (1.0 + math.log(1.0 + counts.get(word, 0))) for word in words)
