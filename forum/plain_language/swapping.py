"""Whether plainer words can stand in the place of hard ones so that a whole sentence is left (pure)."""

from typing import Any

from forum.plain_language.listed import listed
from forum.plain_language.sentence import Said
from forum.plain_language.trie import Match

BEFORE_A_VERB = listed(
    """
    to will would shall should can could may might must cannot not we they i you who that which people please help
    also let don't didn't doesn't can't won't he she it
    """
)
HELPING = listed(
    """
    have has had having be is are was were been being am 've get gets got
    """
)
BE = listed("be is are was were been being am")
AFTER_HELPING = 3  # words between it and the verb, at most
COUNTS_ITSELF = frozenset(("enough", "many", "several", "some", "most", "more", "what", "by", "one"))
OBJECTS = frozenset(("it", "them", "him", "her", "us", "you", "me"))
PARTICLES = frozenset(("out", "up", "back", "off", "on", "together", "over", "down", "place"))
VOWELS = "aeiou"


def fitted(said: Said, match: Match[Any], swap: str, done: str, *, only_as_verb: bool) -> str | None:
    """Return the plainer words as they fit into a sentence, or nothing when they do not.

    Arguments: the sentence; the hard words in it; the plainer ones, and their form after "have" and "be" where it
    may be needed; whether the hard words may be a noun as well.
    """
    if not swap:
        return None
    before = said.words[match.first - 1].small if match.first else ""
    if only_as_verb and before not in BEFORE_A_VERB:
        return None
    after = said.words[match.last + 1].small if match.last + 1 < len(said.words) else ""
    if after in OBJECTS and swap.rpartition(" ")[2] in PARTICLES:
        return None  # "carry it out" is not "carry out it"
    if done and done != swap and _after_helping(said, match.first):
        swap = done
    if before in ("a", "an") and not _follows_article(swap, before):
        return None
    return swap[0].upper() + swap[1:] if said.words[match.first].text[0].isupper() else swap


def fitted_verb(said: Said, first: int, swap: str) -> str | None:
    """Return a verb that takes the place of words that begin with a verb, or nothing for a passive: there the words
    after it are no longer what is done."""
    if any(word.small in BE for word in said.words[max(0, first - AFTER_HELPING) : first]):
        return None
    return swap[0].upper() + swap[1:] if said.words[first].text[0].isupper() else swap


def _after_helping(said: Said, first: int) -> bool:
    near = said.words[max(0, first - AFTER_HELPING) : first]
    return any(word.small in HELPING or word.small.endswith(("'ve", "'re")) for word in near)


def _follows_article(swap: str, article: str) -> bool:
    if swap.split(" ", maxsplit=1)[0] in COUNTS_ITSELF:
        return False
    return (swap[0] in VOWELS and not swap.startswith(("use", "uni", "one"))) == (article == "an")
