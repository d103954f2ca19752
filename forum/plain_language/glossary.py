"""Find the words of a glossary in a text (pure): the caller brings the terms."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from forum.plain_language.finding import Finding, Kind
from forum.plain_language.sentence import Said
from forum.plain_language.trie import Match, Trie
from forum.say import N_, Sentence

LETTERS_SAID = re.compile(r"(?=(?:.*?[A-Z]){2})[A-Za-z&]{2,8}")
REASON = N_("Not everybody knows this word.")
TWO_MEANINGS = N_("This has more than one meaning. Say which you mean.")


@dataclass(frozen=True, slots=True)
class Term:
    """A hard word: its name, its meaning in plain words, other ways to write it, and where it is used in this meaning.

    With `case` it is only found with the capitals that it is written with. Short names of capitals always are.
    """

    name: str
    plain: str
    variants: tuple[str, ...] = ()
    case: bool = False
    area: str = ""


@dataclass(frozen=True, slots=True)
class _Written:
    """One way to write a term; `exact` when its capitals count."""

    term: Term
    exact: str


class Glossary:
    """Terms, made ready to be found. Make it once for many texts."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self.trie: Trie[_Written] = Trie()
        self.short: dict[str, list[Term]] = {}
        for term in terms:
            for phrase in (term.name, *term.variants):
                self._add(phrase, term)

    def _add(self, phrase: str, term: Term) -> None:
        short = bool(LETTERS_SAID.fullmatch(phrase))
        exact = phrase if short or term.case else ""
        if short:
            kept = self.short.setdefault(phrase, [])
            if term not in kept:
                kept.append(term)
        for other in (phrase, *_hyphens(phrase), *(() if exact else _plurals(phrase))):
            self.trie.add(other, _Written(term, exact if other == phrase else ""))

    def find(self, said: Said, seen: set[Term]) -> Iterator[Finding]:
        """Yield the first use of each term. Those that are in `seen` are not told again; it grows."""
        for match in self.trie.find(said):
            terms = _told_apart(_meant(match, said), said)
            if terms and not seen.issuperset(terms):
                seen.update(terms)
                yield _finding(match, terms)


def _meant(match: Match[_Written], said: Said) -> list[Term]:
    text = " ".join(word.text for word in said.words[match.first : match.last + 1]).replace("’", "'")
    found: list[Term] = []
    for one in match.values:
        exact = one.exact.replace("’", "'")
        if one.term not in found and (not exact or text.removesuffix("'s") in (exact, exact + "s") or text == exact):
            found.append(one.term)
    return found


def _told_apart(terms: list[Term], said: Said) -> list[Term]:
    """Of several meanings keep the one whose area is named in the sentence, if it is only one."""
    if len(terms) < 2:
        return terms
    here = {word.small for word in said.words}
    named = [term for term in terms if here & {word for word in term.area.lower().split() if len(word) > 3}]
    return named if len(named) == 1 else terms


def _finding(match: Match[_Written], terms: Sequence[Term]) -> Finding:
    if len(terms) == 1:
        return Finding(Kind.TERM, match.start, match.end, Sentence(REASON), terms[0].plain)
    meanings = " ".join(f"{term.name} ({term.area}): {term.plain}" if term.area else term.plain for term in terms)
    return Finding(Kind.TERM, match.start, match.end, Sentence(TWO_MEANINGS), meanings)


def _hyphens(phrase: str) -> Iterator[str]:
    """Yield a phrase with a blank or nothing for its hyphen, and two words with a hyphen."""
    if "-" in phrase:
        yield phrase.replace("-", " ")
        yield phrase.replace("-", "")
    elif "," in phrase:
        yield phrase.replace(",", "")
    elif phrase.count(" ") == 1:
        yield phrase.replace(" ", "-")


def _plurals(phrase: str) -> Iterator[str]:
    """Yield the plurals of a phrase: of its last word, and of the first one before "of"."""
    head, of, tail = phrase.partition(" of ")
    if of:
        yield _plural(head) + of + tail
    else:
        yield _plural(phrase)


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh")):
        return word if word.endswith("s") and not word.endswith("ss") else word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"
