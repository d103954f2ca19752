"""Find sentences that are long (pure).

GOV.UK looks at sentences of more than 25 words: at 14 words over 90 % is understood, at 43 under 10 %.
"""

from collections.abc import Iterator

from forum.plain_language.finding import Finding, Kind
from forum.plain_language.sentence import Said
from forum.say import N_, Sentence

LONG, VERY_LONG = 26, 36  # words
REASON = N_("This sentence has %(words)s words.")
ADVICE = N_("Make two sentences of it. Look for “and”, “which” or a comma.")
MORE_ADVICE = N_("Make three or four short sentences of it, or a list.")


def long_sentences(said: Said) -> Iterator[Finding]:
    """Yield a sentence that is long, or very long."""
    size = len(said.words)
    if size < LONG:
        return
    kind, advice = (Kind.VERY_LONG, MORE_ADVICE) if size >= VERY_LONG else (Kind.LONG, ADVICE)
    yield Finding(kind, said.start, said.end, Sentence(REASON, {"words": size}), Sentence(advice))
