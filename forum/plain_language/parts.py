"""Count the syllables of a word by its parts: a known word with something before it or after it (pure).

"Unscheduled" is un + scheduled, "trialled" is trial + ed, "workstream" is work + stream.
"""

from collections.abc import Callable, Iterator
from itertools import chain

Known = Callable[[str], int | None]
STARTS = {
    "anti": 2, "auto": 2, "bio": 2, "cardio": 3, "co": 1, "counter": 2, "de": 1, "dis": 1, "down": 1, "electro": 3,
    "fore": 1, "gastro": 2, "haemo": 2, "hydro": 2, "hyper": 2, "hypo": 2, "il": 1, "im": 1, "in": 1, "infra": 2,
    "inter": 2, "intra": 2, "ir": 1, "micro": 2, "mid": 1, "mis": 1, "mono": 2, "multi": 2, "musculo": 3, "neo": 2,
    "neuro": 2, "non": 1, "out": 1, "over": 2, "pan": 1, "para": 2, "photo": 2, "physio": 3, "poly": 2, "post": 1,
    "pre": 1, "psycho": 2, "radio": 3, "re": 1, "self": 1, "semi": 2, "socio": 3, "sub": 1, "super": 2, "tele": 2,
    "trans": 1, "ultra": 2, "un": 1, "under": 2, "up": 1,
}  # fmt: skip
ENDS = (
    ("isation", 3), ("ization", 3), ("ability", 4), ("ically", 2), ("fully", 2), ("ation", 2), ("ments", 1),
    ("ologist", 4), ("ology", 3), ("able", 2), ("ably", 2), ("ment", 1), ("ness", 1), ("less", 1), ("hood", 1),
    ("ship", 1),
    ("ward", 1), ("wise", 1), ("like", 1), ("ists", 1), ("isms", 2), ("ing", 1), ("ful", 1), ("ers", 1), ("est", 1),
    ("ish", 1), ("ist", 1), ("ism", 2), ("ise", 1), ("ize", 1), ("ity", 2), ("ly", 1), ("er", 1), ("al", 1), ("y", 1),
)  # fmt: skip
SHORTEST = 3  # letters of a part
DOUBLED = "bdfgklmnprst"


def by_parts(word: str, known: Known, listed: Known) -> int | None:
    """Return the syllables of a word in small letters by its parts, or nothing.

    Arguments: the word; `known`, which counts a shorter word; `listed`, which does so at once, by a list alone.
    """
    return next(
        chain(_ended(word, listed), _begun(word, known), _two_words(word, listed), _both(word, listed)),
        None,
    )


def _both(word: str, known: Known) -> Iterator[int]:
    """Something before it and after it: un + cooperative + ly."""
    yield from _begun(word, lambda rest: next(_ended(rest, known), None))


def _ended(word: str, known: Known) -> Iterator[int]:
    yield from _plural(word, known)
    yield from _past(word, known)
    yield from _longer(word, known)


def _plural(word: str, known: Known) -> Iterator[int]:
    if not word.endswith("s") or word.endswith("ss"):
        return
    if word.endswith("ies") and (count := known(word[:-3] + "y")):
        yield count
    if word.endswith(("ses", "xes", "zes", "ches", "shes")) and (count := known(word[:-2])):
        yield count + 1
    if count := known(word[:-1]):
        yield count + word.endswith(("ces", "ges", "ses", "zes", "xes"))


def _past(word: str, known: Known) -> Iterator[int]:
    if not word.endswith("ed"):
        return
    if word.endswith("ied") and (count := known(word[:-3] + "y")):
        yield count
    for base in _bases(word[:-2]):
        if count := known(base):
            yield count + base.endswith(("t", "d", "te", "de"))


def _longer(word: str, known: Known) -> Iterator[int]:
    for end, more in ENDS:
        if not word.endswith(end):
            continue
        stem = word[: -len(end)]
        if end in ("ably", "ly") and (count := known(word[:-1] + "e")):
            yield count  # possible, possibly
        for base in _bases(stem):
            if count := known(base):
                yield count + more


def _bases(stem: str) -> Iterator[str]:
    """Yield what a stem was before its end was put on: hop(p)ed, hop(e)d, happ(y)ly."""
    if len(stem) < SHORTEST:
        return
    yield stem
    yield stem + "e"
    if stem[-1] == stem[-2] and stem[-1] in DOUBLED:
        yield stem[:-1]
    if stem.endswith("i"):
        yield stem[:-1] + "y"


def _begun(word: str, known: Known) -> Iterator[int]:
    for size in range(7, 1, -1):
        start, rest = word[:size], word[size:]
        if start in STARTS and len(rest) > SHORTEST and (count := known(rest)):
            yield STARTS[start] + count


def _two_words(word: str, known: Known) -> Iterator[int]:
    """Cut a word in two, as near to its middle as can be: live + stream, not livest + ream."""
    if len(word) <= 2 * SHORTEST:
        return
    places = range(SHORTEST, len(word) - SHORTEST + 1)
    for place in sorted(places, key=lambda place: abs(len(word) - 2 * place)):
        if (first := known(word[:place])) and (second := known(word[place:])):
            yield first + second
