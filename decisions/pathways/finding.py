"""Find a topic by everyday words: "my lift", "the 42 bus" (pure)."""

import re
import unicodedata
from collections.abc import Iterable

from decisions.pathways.shapes import Topic

WORD = re.compile(r"[^\W_]+")
# Words that say nothing of what it is about.
EMPTY = frozenset(
    """a an and any are at be can do does for from get how i in is it me my no not of off on or our own s she he that
    the their they this to too was we what when who why will with won you your re ve ll t d m""".split()  # noqa: SIM905
)
SHORTEST_START = 4  # letters from which the beginning of a word counts: "librar", "cross"
MOST = 8


def words_of(text: str) -> list[str]:
    """Return the words of a text that carry its meaning: lower case, without accents, plurals cut."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("’", "'")
    return [_stem(word) for word in WORD.findall(plain) if word not in EMPTY]


def find(topics: Iterable[Topic], text: str) -> list[Topic]:
    """Return the topics that go with what somebody typed, the best first: at most eight."""
    asked = words_of(text)[:20]
    if not asked:
        return []
    scored = [(_score(topic, asked), topic) for topic in topics]
    good = sorted((one for one in scored if one[0] > 0), key=lambda one: (-one[0], one[1].name))
    return [topic for _score_, topic in good[:MOST]]


def _score(topic: Topic, asked: list[str]) -> float:
    """How well a topic goes with the words: a whole phrase counts most, then its name, then a word of it."""
    score = 0.0
    wanted = set(asked)
    for phrase in (topic.name, *topic.words):
        inside = words_of(phrase)
        hits = sum(1 for word in set(inside) if any(_same(word, other) for other in wanted))
        if inside and hits == len(set(inside)):
            score = max(score, 3.0 * hits)
        elif hits:
            score = max(score, float(hits) / len(set(inside)))
    in_plain = set(words_of(topic.plain))
    return score + 0.1 * sum(1 for word in wanted if word in in_plain)


def _same(word: str, other: str) -> bool:
    """Whether two words are one, or the longer begins with the shorter."""
    if word == other:
        return True
    short, long = sorted((word, other), key=len)
    return len(short) >= SHORTEST_START and long.startswith(short)


def _stem(word: str) -> str:
    """Cut the ends that change nothing: buses, crossing's. A few lines are enough: the topics list their words."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word
