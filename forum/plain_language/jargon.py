"""Find hard words that have plainer ones (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from forum.plain_language.dictionary import DATA
from forum.plain_language.finding import Finding, Kind
from forum.plain_language.inflecting import NO_FORMS, plural, verb
from forum.plain_language.sentence import Said
from forum.plain_language.swapping import fitted
from forum.plain_language.trie import Match, Trie
from forum.say import N_, Sentence

REASON = N_("There are plainer words for this: %(words)s.")


@dataclass(frozen=True, slots=True)
class Plainer:
    """A form of a hard word: the plainer words to tell, and those that can stand in its place, in the same form.

    `noun_too` says that the form may be a noun as well, so that it may only be changed where a verb stands; `done` is
    the form after "have" and "be".
    """

    told: str
    swap: str = ""
    noun_too: bool = False
    done: str = ""


def jargon(said: Said) -> Iterator[Finding]:
    """Yield the hard words of a sentence. A name, with a capital inside the sentence, is left alone."""
    for match in _known().find(said):
        if not _is_name(said, match):
            plainer = match.values[0]
            swap = fitted(said, match, plainer.swap, plainer.done, only_as_verb=plainer.noun_too)
            advice = Sentence(REASON, {"words": plainer.told})
            yield Finding(Kind.JARGON, match.start, match.end, advice, swap or plainer.told, swap)


def _is_name(said: Said, match: Match[Plainer]) -> bool:
    return match.first > 0 and any(said.words[at].text[0].isupper() for at in (match.first, match.last))


@cache
def _known() -> Trie[Plainer]:
    trie: Trie[Plainer] = Trie()
    for line in (DATA / "jargon.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, hard, plain = line.split(" | ")
            _add(trie, kind, hard, plain)
    return trie


def _add(trie: Trie[Plainer], kind: str, hard: str, plain: str) -> None:
    told = plain.removeprefix("~ ")
    best = "" if plain.startswith("~") else told.split(";")[0]
    if kind in ("v", "vn"):
        _add_verb(trie, hard, told, best, noun_too=kind == "vn")
        return
    trie.add(hard, Plainer(told, best))
    if kind == "n" and (many := plural(hard)) != hard:
        trie.add(many, Plainer(told, plural(best) if best else ""))


def _add_verb(trie: Trie[Plainer], hard: str, told: str, best: str, *, noun_too: bool) -> None:
    old = verb(hard)
    new = verb(best) if best else NO_FORMS
    trie.add(old.base, Plainer(told, new.base, noun_too=noun_too))
    trie.add(old.present, Plainer(told, new.present, noun_too=noun_too))
    trie.add(old.going, Plainer(told, new.going))
    if old.past == old.done:
        trie.add(old.past, Plainer(told, new.past, done=new.done))
    else:
        trie.add(old.past, Plainer(told, new.past))
        trie.add(old.done, Plainer(told, new.done))
