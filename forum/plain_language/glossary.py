"""Find the words of a glossary in a text (pure): the caller brings the terms."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from forum.plain_language.finding import Finding, Kind
from forum.plain_language.meaning import told_apart
from forum.plain_language.sentence import Said
from forum.plain_language.term import Term
from forum.plain_language.trie import Match, Trie
from forum.say import N_, Sentence

LETTERS_SAID = re.compile(r"(?=(?:.*?[A-Z]){2})[A-Za-z&]{2,8}")
REASON = N_("Not everybody knows this word.")
TWO_MEANINGS = N_("This has more than one meaning. Say which you mean.")


@dataclass(frozen=True, slots=True)
class Use:
    """A term in a text: where it stands, and what it may mean there: more than one where that stays open."""

    start: int
    end: int
    terms: tuple[Term, ...]


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

    def find(self, said: Said, seen: set[Term], around: frozenset[str] = frozenset()) -> Iterator[Finding]:
        """Yield the first use of each term as a finding. Those that are in `seen` are not told again; it grows."""
        for use in self.uses(said, seen, around):
            yield _finding(use)

    def uses(self, said: Said, seen: set[Term], around: frozenset[str] = frozenset()) -> Iterator[Use]:
        """Yield the first use of each term in a sentence; `seen` as for `find`. `around` are the words of the whole
        text in small letters: they tell meanings apart that the sentence leaves open."""
        for match in self.trie.find(said):
            terms = told_apart(_meant(match, said), said, around)
            if terms and not seen.issuperset(terms):
                seen.update(terms)
                yield Use(match.start, match.end, tuple(terms))

    def named(self, phrase: str) -> list[Term]:
        """Return the terms that a phrase is a name of, in any of its forms; capitals do not count."""
        return list(dict.fromkeys(one.term for one in self.trie.values(phrase)))


def _meant(match: Match[_Written], said: Said) -> list[Term]:
    text = " ".join(word.text for word in said.words[match.first : match.last + 1]).replace("’", "'")
    found: list[Term] = []
    for one in match.values:
        exact = one.exact.replace("’", "'")
        if one.term not in found and (not exact or text.removesuffix("'s") in (exact, exact + "s") or text == exact):
            found.append(one.term)
    return found


def _finding(use: Use) -> Finding:
    if len(use.terms) == 1:
        return Finding(Kind.TERM, use.start, use.end, Sentence(REASON), use.terms[0].plain)
    meanings = " ".join(f"{one.name} ({one.area}): {one.plain}" if one.area else one.plain for one in use.terms)
    return Finding(Kind.TERM, use.start, use.end, Sentence(TWO_MEANINGS), meanings)


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
