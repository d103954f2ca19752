"""Words as the index keeps them, so that every database sees the same ones (pure).

Folded: compatibility form, lower case, no accents, no signs. Stems are the database's own business.
"""

import re
import unicodedata

LONGEST_QUESTION = 200
MOST_WORDS = 12
LONGEST_WORD = 40
LONGEST_TEXT = 60_000

POSSESSIVE = re.compile(r"['’]s\b")
WORD = re.compile(r"[^\W_]+")

# Forms that the stemmers of the databases take for different words.
SAME = {
    "buses": "bus",
    "child": "children",
    "woman": "women",
    "person": "people",
    "persons": "people",
    "center": "centre",
    "centers": "centre",
}
# Words that say nothing about what is meant. They count only when there are no others.
SMALL = frozenset(
    """a about am an and any are as at be been but by can could did do does for from had has have he her him his how
    i if in into is it its me my no not of on or our she should so that the their them there they this to up us was
    we were what when where which who why will with would you your im ive dont doesnt isnt cant wont""".split()  # noqa: SIM905 - words read better as words
)


def folded(text: str) -> list[str]:
    """Return the words of a text, folded."""
    apart = unicodedata.normalize("NFKD", POSSESSIVE.sub("", text)).casefold()
    bare = "".join(letter for letter in apart if letter not in "'’" and unicodedata.category(letter)[0] != "M")
    return [SAME.get(word, word)[:LONGEST_WORD] for word in WORD.findall(bare)]


def kept(text: str) -> str:
    """Return a text as the index keeps it; what is beyond the first 60,000 characters is left out."""
    return " ".join(folded(text[:LONGEST_TEXT]))


def asked(question: str) -> list[str]:
    """Return the words to look for in what somebody typed: at most twelve, each once, without the small ones
    unless there are no others."""
    words = list(dict.fromkeys(folded(question[:LONGEST_QUESTION])))
    return ([word for word in words if word not in SMALL] or words)[:MOST_WORDS]
