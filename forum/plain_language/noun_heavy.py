"""Find actions that are hidden in nouns: "carry out an assessment of" for "assess" (pure).

Two kinds that nag were left out on purpose: single words such as "payments", and "the provisions of".
"""

from collections.abc import Iterator
from functools import cache

from forum.plain_language.dictionary import DATA
from forum.plain_language.finding import Finding, Kind
from forum.plain_language.inflecting import Forms, verb
from forum.plain_language.listed import listed
from forum.plain_language.sentence import Said
from forum.plain_language.swapping import fitted_verb
from forum.say import N_, Sentence

EMPTY_VERBS = ("make", "give", "carry out", "undertake", "conduct", "perform", "provide", "take", "have", "reach", "do")
ARTICLES = ("a", "an", "the", "any", "some", "further")
ABOUT = ("in", "on", "to", "into", "between", "with")
ENDINGS = ("ation", "ition", "ution", "ision", "ction", "ption", "ment", "ance", "ence", "isation")
NO_ACTION = listed(
    """
    department government section position condition population information station nation association organisation
    corporation foundation generation location occasion direction collection fraction portion proportion question
    question fashion passion religion region union opinion million billion moment document element apartment basement
    parliament instrument garment environment equipment absence presence evidence audience science sentence sequence
    difference conference influence experience violence silence independence distance instance substance importance
    appearance balance chance france insurance finance ambulance allowance attendance circumstance entrance performance
    combination relation situation regulation legislation edition tradition nutrition version mission pension tension
    television profession action function junction option exception cement regiment agreement payment treatment
    statement department reference preference residence competence confidence conscience consequence intelligence
    constitution institution pollution solution resolution petition coalition competition ambition vision division
    """
)
LAST_LETTERS = ("ion", "ment", "ance", "ence", "al", "ing", "ysis", "iew", "y", "er", "ase")
SHORTEST = 8  # letters of a noun that is only told by its ending
IN_A_ROW = 2
REASON = N_("The action is hidden in a noun.")
VERB = N_("Use the verb “%(verb)s”, and say who does it.")
ADVICE = N_("Say who does what.")
APART = N_("Many nouns in a row are hard to read. Part them, and say who does what.")


def noun_heavy(said: Said) -> Iterator[Finding]:
    """Yield the actions of a sentence that are hidden in nouns."""
    words, place = said.words, 0
    while place < len(words):
        small = words[place].small
        if small in _first_words() and (found := _empty_verb(said, place)):
            finding, place = found
            yield finding
        elif small.endswith(LAST_LETTERS) and (other := _of(said, place) or _row(said, place)):
            yield other
        place += 1


@cache
def _actions() -> dict[str, str]:
    """The verb of each noun that hides one."""
    lines = (DATA / "actions.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines if line and not line.startswith("#"))


@cache
def _first_words() -> dict[str, list[tuple[list[str], str]]]:
    """The forms of empty verbs by their first word: the words, and the name of the form."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for phrase in EMPTY_VERBS:
        forms = verb(phrase)
        for name in Forms.__slots__:
            said = getattr(forms, name).split(" ")
            found.setdefault(said[0], []).append((said, name))
    return found


def _empty_verb(said: Said, place: int) -> tuple[Finding, int] | None:
    """An empty verb with its noun: "make a decision", "undertook a review of". Returns the place of the noun too."""
    words = said.words
    for phrase, form in _first_words()[words[place].small]:
        at = place + len(phrase)
        if [word.small for word in words[place:at]] != phrase:
            continue
        if at < len(words) and words[at].small in ARTICLES:
            at += 1
        for noun in (at, at + 1):  # with a word between, as in "a full review"
            action = _actions().get(words[noun].small, "") if noun < len(words) else ""
            if action and said.joined(place, noun):
                return _told(said, place, noun, action, form if noun == at else ""), noun
    return None


def _told(said: Said, place: int, at: int, action: str, form: str) -> Finding:
    words = said.words
    last, swap = at, None
    if at + 1 < len(words) and words[at + 1].small == "of" and said.joined(at, at + 1):
        last = at + 1
        swap = fitted_verb(said, place, getattr(verb(action), form)) if form else None
    advice = swap or Sentence(VERB, {"verb": action})
    return Finding(Kind.NOUN_HEAVY, words[place].start, words[last].end, Sentence(REASON), advice, swap)


def _of(said: Said, place: int) -> Finding | None:
    """A noun that hides an action, and what it is done to: "the implementation of", "a reduction in"."""
    words = said.words
    small = words[place].small
    after = words[place + 1].small if place + 1 < len(words) else ""
    action = _actions().get(small, "")
    if after != "of" and not (action and after in ABOUT and place and words[place - 1].small in ARTICLES):
        return None
    if not said.joined(place, place + 1) or not (action or _hides(small)):
        return None
    first = place - 1 if place and words[place - 1].small in ("the", "a", "an") else place
    advice = Sentence(VERB, {"verb": action}) if action else Sentence(ADVICE)
    return Finding(Kind.NOUN_HEAVY, words[first].start, words[place + 1].end, Sentence(REASON), advice)


def _row(said: Said, place: int) -> Finding | None:
    """Nouns of this kind that follow each other: "reconfiguration implementation"."""
    words = said.words
    if place and _hides(words[place - 1].small) and said.joined(place - 1, place):
        return None  # told with the first of them
    last = place
    while last < len(words) and _hides(words[last].small):
        last += 1
    if last - place < IN_A_ROW or not said.joined(place, last - 1) or words[place].text[0].isupper():
        return None
    return Finding(Kind.NOUN_HEAVY, words[place].start, words[last - 1].end, Sentence(APART), Sentence(ADVICE))


def _hides(small: str) -> bool:
    return len(small) >= SHORTEST and small.endswith(ENDINGS) and small not in NO_ACTION
