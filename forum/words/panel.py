"""What a writer sees beside a text: its reading age, and what in it could be plainer, the most useful first (pure)."""

from collections.abc import Collection
from dataclasses import dataclass

from forum.plain_language import Finding, Kind, Report, utf16
from forum.plain_language.bands import reading_age
from forum.say import N_, NN_, Sentence

FIRST = 5  # findings that are shown; the rest is folded
MOST = 60  # shown at all
LONGEST_QUOTE = 8  # words
ORDER = (Kind.VERY_LONG, Kind.JARGON, Kind.ABBREVIATION, Kind.LONG, Kind.NOUN_HEAVY, Kind.PASSIVE, Kind.TERM)
WHOLE = (Kind.LONG, Kind.VERY_LONG)
NAMES = {
    Kind.JARGON: N_("Hard words"),
    Kind.ABBREVIATION: N_("Letters that nobody explained"),
    Kind.VERY_LONG: N_("Very long sentences"),
    Kind.LONG: N_("Long sentences"),
    Kind.NOUN_HEAVY: N_("Actions hidden in nouns"),
    Kind.PASSIVE: N_("It does not say who does it"),
    Kind.TERM: N_("Words that readers can look up"),
}
THINGS = NN_("%(num)s thing to change.", "%(num)s things to change.")
NOTHING = N_("We found nothing to change.")
AVERAGE = NN_("A sentence has %(num)s word on average.", "A sentence has %(num)s words on average.")
TRY = N_("Try “%(words)s”.")


@dataclass(frozen=True, slots=True)
class Item:
    """One finding as a panel shows it. Places are a browser's; `mark` names it when it is to be ignored."""

    group: str
    quote: str
    words: str
    says: Sentence | str
    swap: str | None
    start: int
    end: int
    mark: str


@dataclass(frozen=True, slots=True)
class Panel:
    """What a panel shows: how many things there are, the reading age, the items, and what is ignored."""

    count: Sentence
    age: Sentence
    average: Sentence | None
    first: list[Item]
    more: list[Item]
    ignored: tuple[str, ...]


def panel(report: Report, ignored: Collection[str] = (), *, unfinished: bool = False) -> Panel:
    """Make the panel of a report.

    Arguments: the marks of what the writer ignores; `unfinished` while somebody types: then nothing is said of a last
    sentence that has no end yet.
    """
    place, text = utf16(report.text), report.text
    findings = _useful(report.findings, len(text))
    if unfinished and text[-1:] not in ".!?…\n":
        findings = [one for one in findings if one.end <= report.last]
    items = [_item(one, text, place(one.start), place(one.end)) for one in findings]
    items = [one for one in items if one.mark not in ignored]
    figures = report.figures
    average = Sentence.counted(AVERAGE, round(figures.words / figures.sentences)) if figures.sentences else None
    count = Sentence.counted(THINGS, len(items)) if items else Sentence(NOTHING)
    return Panel(count, reading_age(figures), average, items[:FIRST], items[FIRST:MOST], tuple(ignored))


def swapped(report: Report, start: int) -> str:
    """Return the text with the plainer words in the place of those that begin at a place as a browser counts it."""
    place = utf16(report.text)
    for one in report.findings:
        if one.swap and place(one.start) == start:
            return report.text[: one.start] + one.swap + report.text[one.end :]
    return report.text


def _useful(findings: list[Finding], size: int) -> list[Finding]:
    """The most useful first; of several on the same words only one, but for whole sentences."""
    told, found = bytearray(size), []
    for one in sorted(findings, key=lambda one: (ORDER.index(one.kind), not one.swap, one.start)):
        if one.kind in WHOLE:
            found.append(one)
        elif not any(told[one.start : one.end]):
            told[one.start : one.end] = b"x" * (one.end - one.start)
            found.append(one)
    return found


def _item(one: Finding, text: str, start: int, end: int) -> Item:
    words = text[one.start : one.end]
    said = words.split()
    quote = " ".join(said[:LONGEST_QUOTE]) + (" …" if len(said) > LONGEST_QUOTE else "")
    mark = f"{one.kind}:{' '.join(said).casefold()[:80]}"
    says = Sentence(TRY, {"words": one.swap}) if one.swap else _says(one)
    return Item(NAMES[one.kind], quote, words, says, one.swap, start, end, mark)


def _says(one: Finding) -> Sentence | str:
    if one.kind is Kind.JARGON and isinstance(one.suggestion, str):
        return Sentence(TRY, {"words": one.suggestion})
    return one.suggestion if one.suggestion is not None and one.kind is not Kind.LONG else one.reason
