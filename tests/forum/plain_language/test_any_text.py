"""Any text at all is checked: nothing raises, and each finding says where it stands."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from forum.plain_language import Glossary, Term, check, utf16
from forum.plain_language.mask import mask
from tests.forum.plain_language.hostile import PIECES

TERMS = Glossary([Term("Integrated care board", "It plans care.", ("ICB",)), Term("Call-in", "A second look.")])
SAID = (
    "Integrated care board", "the ICB’s plan", "It was called-in.", "We will utilise", "was agreed by",
    "made a decision of",
    "\n\n", "\n- ", " 😀 ", "Dr. ", "the implementation of ", "one two three four five six seven eight nine ten ",
)  # fmt: skip
TEXTS = some.lists(some.sampled_from([*PIECES, *SAID]) | some.text(max_size=8), max_size=40).map("".join)


@given(TEXTS)
def test_every_finding_stands_in_the_text(text: str) -> None:
    report, wide, place = check(text, TERMS), text.encode("utf-16-le", "surrogatepass"), utf16(text)
    for one in report.findings:
        assert 0 <= one.start < one.end <= len(text)
        cut = wide[place(one.start) * 2 : place(one.end) * 2].decode("utf-16-le", "surrogatepass")
        assert cut == text[one.start : one.end]
    figures = report.figures
    assert figures.sentences <= figures.words <= figures.syllables
    assert figures.polysyllables * 3 <= figures.syllables


@given(TEXTS)
def test_the_same_text_has_the_same_report(text: str) -> None:
    assert check(text, TERMS) == check(text, TERMS)


@given(TEXTS)
def test_a_mask_moves_nothing(text: str) -> None:
    masked, blocks = mask(text)
    assert len(masked) == len(text)
    assert [place for place, letter in enumerate(text) if letter == "\n"] == [
        place for place, letter in enumerate(masked) if letter == "\n"
    ]
    assert all(0 <= start < end <= len(text) for start, end in blocks)
    assert all(end <= start for (_, end), (start, _) in pairwise(blocks))
