"""Find the passive: "was agreed", "will be assessed", "got moved" (pure).

Some limits are known: "there will be continued growth" is found by mistake, and "were the parents asked" is not found.
"""

from collections.abc import Iterator

from forum.plain_language.finding import Finding, Kind
from forum.plain_language.listed import listed
from forum.plain_language.participles import BEFORE_TO, STATES, is_participle, says_how_it_is
from forum.plain_language.sentence import Said
from forum.plain_language.words import Word
from forum.say import N_, Sentence

BE = listed(
    """
    am is are was were be been being isn't aren't wasn't weren't we're you're they're i'm
    """
)
ASKS = listed(
    """
    am is are was were isn't aren't wasn't weren't
    """
)
GET = listed(
    """
    get gets got getting
    """
)
BEFORE = listed(
    """
    has have had having will would shall should can could may might must cannot can't won't wouldn't shouldn't
    couldn't hasn't haven't hadn't mustn't not never also
    """
)
PRONOUNS = listed(
    """
    i you he she it we they this that these those people anyone everyone someone
    """
)
BETWEEN = listed(
    """
    not never also now still just then always often already soon only both all being been once again ever even
    first later further sometimes usually perhaps yet rather quite very so too well
    """
)
NO_ADVERB = listed(
    """
    family only early likely friendly elderly daily weekly monthly july reply supply apply
    """
)
MOST_BETWEEN = 3  # words
REASON = N_("It is not clear at once who does this.")
ADVICE = N_("Begin with who does it, as in “we will”.")


def passives(said: Said) -> Iterator[Finding]:
    """Yield each passive of a sentence, from its first helping verb to its last word."""
    words, place = said.words, 0
    while place < len(words):
        small = words[place].small
        last = _last(words, place) if small in BE or small in GET else 0
        if last and said.joined(first := _first(words, place), last):
            yield Finding(Kind.PASSIVE, words[first].start, words[last].end, Sentence(REASON), Sentence(ADVICE))
            place = last
        place += 1


def _last(words: list[Word], place: int) -> int:
    """The place of the participle of a passive that begins here; 0 when none does."""
    small = words[place].small
    if place and words[place - 1].small == "there":
        return 0
    at = place + 1
    if small in ASKS and place <= 1 and at < len(words) and words[at].small in PRONOUNS:
        at += 1  # "Were you told?", "When were you told?"
        if place == 1 and words[0].small not in ("when", "where", "why", "how", "and", "but", "so", "if"):
            return 0
    if small in BE:
        stop = at + MOST_BETWEEN
        while at < min(stop, len(words)) and _between(words[at].small):
            at += 1
    changed = any(word.small in ("be", "been", "being") for word in words[place:at])
    return at if at < len(words) and _ends(words, at, changed) else 0


def _between(small: str) -> bool:
    return small in BETWEEN or (small.endswith("ly") and small not in NO_ADVERB)


def _ends(words: list[Word], at: int, changed: bool) -> bool:
    """Whether a passive ends at a word. `changed`: "be", "been" or "being" stands before it."""
    small = words[at].small
    after = words[at + 1].small if at + 1 < len(words) else ""
    if not is_participle(small) or (small in BEFORE_TO and after == "to"):
        return False
    if small in STATES and not changed:
        return after == "by"
    return after == "by" or not says_how_it_is(small)


def _first(words: list[Word], place: int) -> int:
    """The place of the first helping verb: "has" in "has not yet been"."""
    first = at = place
    while at and (words[at - 1].small in BEFORE or words[at - 1].small in BETWEEN):
        at -= 1
        if words[at].small in BEFORE:
            first = at
    return first
