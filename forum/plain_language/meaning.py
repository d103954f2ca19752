"""Tell two meanings of one word apart by the words around it (pure)."""

from forum.plain_language.sentence import Said
from forum.plain_language.term import Term

SHORTEST = 4  # letters of a word of an area that says something: not "your", not "own"
SAYS_NOTHING = frozenset({"your", "with", "from", "this", "that"})


def told_apart(terms: list[Term], said: Said, around: frozenset[str]) -> list[Term]:
    """Of several meanings return the one that the words around call for: those of the sentence first, then those of
    the whole text. All of them when neither settles it."""
    if len(terms) < 2:
        return terms
    for words in (frozenset(word.small for word in said.words), around):
        called = [sum(_stand(phrase, words) for phrase in _near(term)) for term in terms]
        if (most := max(called)) and called.count(most) == 1:
            return [terms[called.index(most)]]
    return terms


def _near(term: Term) -> tuple[str, ...]:
    """The words that stand near a term in its meaning; those of its area where it names none."""
    if term.near:
        return term.near
    return tuple(word for word in term.area.lower().split() if len(word) >= SHORTEST and word not in SAYS_NOTHING)


def _stand(phrase: str, words: frozenset[str]) -> bool:
    return all(word in words for word in phrase.lower().split())
