"""Plainer words are offered to stand in a sentence only where a whole sentence is left."""

import pytest

from forum.plain_language import check


def swapped(text: str) -> str:
    """A text with every offered swap made, as if each "Use this" was pressed."""
    findings = sorted((one for one in check(text).findings if one.swap), key=lambda one: one.start, reverse=True)
    before = len(text) + 1
    for one in findings:
        if one.end <= before:
            text, before = text[: one.start] + str(one.swap) + text[one.end :], one.start
    return text


@pytest.mark.parametrize(
    ("text", "plainer"),
    [
        ("We will utilise reserves.", "We will use reserves."),
        ("We utilised them and are utilising more.", "We used them and are using more."),
        ("The work has been undertaken.", "The work has been carried out."),
        (
            "Officers undertook a survey, then undertook it again.",
            "Officers carried out a survey, then undertook it again.",
        ),
        ("It was demonstrated.", "It was shown."),
        ("Prior to the commencement of works, we ask.", "Before the start of works, we ask."),
        ("This is in excess of £2m per annum.", "This is more than £2m a year."),
        ("Staff ensure that it works.", "Staff make sure that it works."),
        ("Staff ensure quality.", "Staff ensure quality."),
        ("They commence in May.", "They start in May."),
        ("The purchase of land is done.", "The purchase of land is done."),
        ("We purchase land.", "We buy land."),
        ("An additional cost", "An extra cost"),
        ("It needs an initial look.", "It needs an initial look."),  # "an first"
        ("A sufficient sum", "A sufficient sum"),
        ("A comprehensive plan", "A full plan"),
        ("We must carry out a review of it.", "We must review it."),
        ("They carried out an assessment of need.", "They assessed need."),
        ("The review was carried out. A decision was made.", "The review was carried out. A decision was made."),
        ("The Accelerate Fund and the Care Quality Commission", "The Accelerate Fund and the Care Quality Commission"),
        ("We will implement the plan, and facilitate talks.", "We will carry out the plan, and help talks."),
        ("We will implement it.", "We will implement it."),  # “carry out it”,
    ],
)
def test_every_swap_leaves_a_whole_sentence(text: str, plainer: str) -> None:
    assert swapped(text) == plainer
