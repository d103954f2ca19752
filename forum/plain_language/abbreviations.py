"""Find abbreviations that a text does not explain (pure)."""

import re
from collections.abc import Iterator, Sequence

from forum.plain_language.dictionary import counts
from forum.plain_language.finding import Finding, Kind
from forum.plain_language.glossary import Glossary
from forum.plain_language.listed import listed
from forum.plain_language.sentence import Said
from forum.plain_language.words import Word
from forum.say import N_, Sentence

SHORT = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z]{0,6}[A-Z]|[A-Z][A-Z&]{1,7}[A-Z]|[A-Z]{2,7}")
EVERYBODY_SAYS = listed(
    """
    NHS GP UK USA US EU TV PC PDF BBC ITV MP OK ID DVD CD PIN VAT FAQ FAQs A&E M&S AM PM BC AD DIY QR PO HIV AIDS
    COVID CCTV WC SOS VIP IQ PhD BSL UNICEF GOV.UK NB PS RSVP Q&A B&B MOT TLC BBQ
    """
)
ROMAN = re.compile(r"(?=[IVXLC]{2})(?:X{0,3})(?:IX|IV|V?I{0,3})")
POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\s{1,2}\d[A-Z]{2}\b")
SMALL_WORDS = listed(
    """
    of and the for in to on a an with at by
    """
)
SHORTEST_WORD = 5  # letters: shorter words are abbreviations too, as MASH and SEND are
SHOUTED = 3  # capital words in a row, or the whole sentence
LONGEST_NAME = 12  # words
MOST_OF_A_WORD = 4  # letters
NEAR = 200  # characters around it that are looked at
OPENED = re.compile(r"\s{0,2}\([^()]{3,120}\)|[,:] [^,.;]{3,120}")
NAME = re.compile(r"[^\W\d_][\w'’-]*")
REASON = N_("Say what these letters stand for when you first use them.")
ADVICE = N_("Write the whole name first, then the letters in brackets.")


def abbreviations(text: str, sentences: Sequence[Said], glossary: Glossary) -> Iterator[Finding]:
    """Yield the first use of each abbreviation that is not explained there or before.

    Arguments: the text; its sentences; a glossary, whose names are put in the advice.
    """
    done: set[str] = set()
    for said in sentences:
        for place, word in enumerate(said.words):
            short, size = _short(word)
            if not short or short in done or short in EVERYBODY_SAYS:
                continue
            if _something_else(text, said, place) or (short not in glossary.short and _is_word(short)):
                continue
            done.add(short)
            if not _explained(text, said, place, short, size):
                yield _finding(word, short, size, glossary)


def _short(word: Word) -> tuple[str, int]:
    """The abbreviation in a word, without its plural or owner's s, and how long it is; "" when there is none."""
    if word.text[1:] == word.small[1:]:
        return "", 0
    said = word.text.replace("’", "'")
    for end in ("'s", "s'", "s", ""):
        if end and not said.endswith(end):
            continue
        short = said[: len(said) - len(end)]
        if SHORT.fullmatch(short) and not short.islower():
            return short, len(short)
    return "", 0


def _something_else(text: str, said: Said, place: int) -> bool:
    """Whether capitals are a Roman number, a part of a postcode, or shouting."""
    word = said.words[place]
    if ROMAN.fullmatch(word.text) or POSTCODE.match(text, word.start):
        return True
    if not word.text.isupper():
        return False
    near = said.words[max(0, place - SHOUTED + 1) : place + SHOUTED]
    row = longest = 0
    for one in near:
        row = row + 1 if one.text.isupper() and len(one.text) > 1 else 0
        longest = max(longest, row)
    return longest >= SHOUTED


def _is_word(short: str) -> bool:
    """Whether capitals are a word that is written large: "RESOLVED"."""
    return len(short) >= SHORTEST_WORD and short.lower() in counts()


def _explained(text: str, said: Said, place: int, short: str, size: int) -> bool:
    """Whether the whole name stands before it, "Care Quality Commission (CQC)", or after it, "CQC (Care …)"."""
    words, word = said.words, said.words[place]
    before = text[max(0, word.start - NEAR) : word.start].rstrip("*_ ")
    after = text[word.start + size : word.end + NEAR].lstrip("*_")
    if before.endswith("("):
        names = words[max(0, place - LONGEST_NAME) : place]
        return _stands_for(short, [one.text for one in names])
    if opened := OPENED.match(after):
        following = NAME.findall(opened.group())[:LONGEST_NAME]
        return any(_stands_for(short, following[: number + 1]) for number in range(len(following)))
    return False


def _stands_for(short: str, names: list[str]) -> bool:
    """Whether the last of some words begin with these letters: small words may be left out, or give a letter, and a
    word may give several."""
    letters = [letter for letter in short.lower() if letter.isalpha()]
    parts = [part for name in names for part in re.split(r"[-/&]", name.lower()) if part]
    return any(_spells(letters, parts[start:]) for start in range(len(parts)) if parts[start][0] == letters[0])


def _spells(letters: list[str], parts: list[str]) -> bool:
    """Whether letters can be taken from words in their order, from each its first one and perhaps more."""
    reached = {0}  # how many letters the words so far may have given
    for part in parts:
        more = {number for number in reached if part in SMALL_WORDS}
        for number in reached:
            place = -1
            for taken, letter in enumerate(letters[number : number + MOST_OF_A_WORD], 1):
                place = part.find(letter, place + 1)
                if place < 0 or (taken == 1 and place):
                    break
                more.add(number + taken)
        reached = more
    return len(letters) in reached


def _finding(word: Word, short: str, size: int, glossary: Glossary) -> Finding:
    known = glossary.short.get(short, [])
    names = {term.name for term in known}
    if len(names) == 1 and (name := names.pop()) != short:
        swap = f"{name} ({short})" if size == len(word.text) else None
        return Finding(Kind.ABBREVIATION, word.start, word.start + size, Sentence(REASON), f"{name} ({short})", swap)
    return Finding(Kind.ABBREVIATION, word.start, word.start + size, Sentence(REASON), Sentence(ADVICE))
