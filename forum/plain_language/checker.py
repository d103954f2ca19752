"""Check a text: its figures, and what in it could be plainer (pure)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from forum.plain_language.abbreviations import abbreviations
from forum.plain_language.figures import Figures, count
from forum.plain_language.finding import Finding, by_place
from forum.plain_language.glossary import Glossary
from forum.plain_language.jargon import jargon
from forum.plain_language.long_sentences import long_sentences
from forum.plain_language.noun_heavy import noun_heavy
from forum.plain_language.passive import passives
from forum.plain_language.sentence import Said, read
from forum.plain_language.syllables import syllables
from forum.plain_language.term import Term

LOOK_FOR: tuple[Callable[[Said], Iterator[Finding]], ...] = (long_sentences, passives, noun_heavy, jargon)
NO_TERMS = Glossary()


@dataclass(frozen=True, slots=True)
class Report:
    """What the checker says of a text: its figures, findings in the order of the text, and where its last sentence
    begins."""

    text: str
    figures: Figures
    findings: list[Finding]
    last: int = 0


def check(text: str, glossary: Glossary = NO_TERMS) -> Report:
    """Check a text that is Markdown. It may be anything: nothing raises. For its length ask `limits` first."""
    sentences = list(read(text))
    figures = count([[syllables(word.text) for word in said.words] for said in sentences])
    findings = [finding for said in sentences for look in LOOK_FOR for finding in look(said)]
    findings += abbreviations(text, sentences, glossary)
    seen: set[Term] = set()
    for said in sentences:
        findings += glossary.find(said, seen)
    return Report(text, figures, by_place(findings), sentences[-1].start if sentences else 0)
