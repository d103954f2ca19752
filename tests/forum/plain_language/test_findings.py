"""What is found in a text, and what is left alone."""

import pytest

from forum.plain_language import Glossary, Kind, Term, check

TERMS = Glossary(
    [
        Term("Integrated care board", "It plans health care.", ("ICB",)),
        Term("Occupational therapist", "Helps with daily things.", ("OT",)),
        Term("Director of public health", "Keeps people healthy."),
        Term("Co-production", "Working on it together.", ("co-produce", "co-produced")),
        Term("Public health", "Keeping everybody healthy."),
        Term("Minutes", "What a meeting decided, written down.", ("the minutes",), case=True),
        Term("Environmental impact assessment", "What a plan does to nature.", ("EIA",), area="planning"),
        Term("Equality impact assessment", "Whether a plan is fair.", ("EIA",), area="fairness"),
    ]
)


def found(text: str, kind: Kind) -> list[str]:
    """The words of a text in which something is found."""
    return [text[one.start : one.end] for one in check(text, TERMS).findings if one.kind is kind]


@pytest.mark.parametrize(("words", "long", "very_long"), [(25, 0, 0), (26, 1, 0), (35, 1, 0), (36, 0, 1)])
def test_long_sentences(words: int, long: int, very_long: int) -> None:
    text = "Short one. " + " ".join(["word"] * words) + ". Another."
    assert len(found(text, Kind.LONG)) == long
    assert len(found(text, Kind.VERY_LONG)) == very_long


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan was then agreed.", ["was then agreed"]),
        ("It has not yet been decided.", ["has not yet been decided"]),
        ("You’re asked to wait.", ["You’re asked"]),
        ("Carers are worried.", []),
        ("Carers are worried by it.", ["are worried"]),
        ("We used to live there. It is used to pay.", []),
        ("It is based in Leeds, and located well.", []),
        ("There are increased costs.", []),
        ("The team is in need.", []),
        ("It was, agreed.", []),
        ("The work is done, but more must be done.", ["must be done"]),
        ("It is shut. It has been shut.", ["has been shut"]),
        ("We are prepared to help. It was prepared in May.", ["was prepared"]),
    ],
)
def test_passives(text: str, expected: list[str]) -> None:
    assert found(text, Kind.PASSIVE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We will carry out an assessment of need.", ["carry out an assessment of"]),
        ("They made a decision.", ["made a decision"]),
        ("The implementation of the plan is late.", ["The implementation of"]),
        ("Under the provisions of the Act, payments stop.", []),
        ("The department of health is a section of it.", []),
        ("We assess needs.", []),
        ("There is a reduction in staff, and information on it.", ["a reduction in"]),
    ],
)
def test_noun_heavy(text: str, expected: list[str]) -> None:
    assert found(text, Kind.NOUN_HEAVY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Send it to SW1A 2AA, off the M25.", []),
        ("See Part IV of GOV.UK.", []),
        ("THIS IS NOT FAIR AT ALL. It was RESOLVED.", []),
        ("The CAMHS and DoLS teams, and both PCNs.", ["CAMHS", "DoLS", "PCN"]),
        ("primary care network (PCN) and CQC (Care Quality Commission)", []),
        ("The CQC wrote. The CQC came.", ["CQC"]),
        ("The ICB’s plan", ["ICB"]),
    ],
)
def test_abbreviations(text: str, expected: list[str]) -> None:
    assert found(text, Kind.ABBREVIATION) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The OT came. Got it, ot or not.", ["OT"]),
        ("It is it. IT is broken.", []),
        ("Directors of public health met.", ["Directors of public health"]),  # the longest wins
        ("It was coproduced. Co production is good.", ["coproduced"]),
        ("We co-produce it.", ["co-produce"]),
        ("the integrated\ncare board", ["integrated\ncare board"]),
        ("the integrated, care board", []),
        ("The ICB’s plan, an ICB.", ["ICB"]),
        ("It took ten minutes.", []),
        ("Read the minutes.", ["the minutes"]),
        ("[public health](https://example.org)", ["public health"]),
        ("# Public health\n\n`words`", []),
    ],
)
def test_terms(text: str, expected: list[str]) -> None:
    assert found(text, Kind.TERM) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The EIA came.", ["planning", "fairness"]),
        ("The EIA for planning came.", []),
    ],
)
def test_two_meanings_are_told_apart(text: str, names: list[str]) -> None:
    (term,) = [one for one in check(text, TERMS).findings if one.kind is Kind.TERM]
    assert [name for name in ("planning", "fairness") if f"({name})" in str(term.suggestion)] == names


def test_an_abbreviation_of_the_glossary_can_be_written_out() -> None:
    (one,) = [one for one in check("The ICB met.", TERMS).findings if one.kind is Kind.ABBREVIATION]
    assert (one.swap, one.suggestion) == ("Integrated care board (ICB)",) * 2
