"""Which issue a record may be about: by rare words that both titles hold, helped by topic, body and day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.journeys.joining.scoring import IssueWords, Library, RecordWords, stems

ISSUES = (
    "Will the Riverside day centre stay open on Fridays?",
    "Bus 42 no longer stops at the surgery",
    "A safe crossing at Elm Court",
    "Upper Marl village hall: can we run it ourselves?",
    "Ashby Green library shut on Saturday afternoons",
    "Disability costs left out when care charges are worked out",
    "Evening buses to the villages",
    "Long waits for adaptations at home",
)
CABINET, PLANNING, DAY = 1, 2, date(2026, 12, 4)


def library() -> Library:
    days = {2: frozenset({(CABINET, DAY)})}
    return Library(
        IssueWords(place, stems(title), bodies=frozenset({CABINET}), days=days.get(place, frozenset()))
        for place, title in enumerate(ISSUES)
    )


def best(title: str, **more: object) -> int | None:
    found = library().alike(RecordWords(stems(title), **more))  # type: ignore[arg-type]
    return found[0][0] if found else None


@pytest.mark.parametrize(
    ("title", "issue"),
    [
        ("Community asset transfer: Upper Marl Village Hall", 3),
        ("Library opening hours, Ashby Green", 4),
        ("Riverside Day Centre: Friday opening", 0),
        ("Care charging: disability-related expenditure", None),
        ("Care charges: costs of disability", 5),
        ("Pedestrian crossing, Station Road", None),
        ("Crossing at Elm Court, Bell Lane", 2),
        ("Apologies for absence", None),
        ("Minutes of the previous meeting", None),
        ("Declarations of interest", None),
        ("Public questions", None),
        ("Any other urgent business", None),
        ("Purchase of land for a depot", None),
        ("", None),
    ],
)
def test_the_likeliest_issue(title: str, issue: int | None) -> None:
    assert best(title) == issue


def test_one_word_is_enough_only_with_the_same_body_on_the_same_day() -> None:
    assert best("Pedestrian crossing") is None
    assert best("Pedestrian crossing", body_id=PLANNING, day=DAY) is None
    assert best("Pedestrian crossing", body_id=CABINET, day=DAY) == 2


def test_the_same_body_and_topic_raise_a_score() -> None:
    plain = Library([IssueWords(1, stems("A safe crossing at Elm Court"), topic=stems("Roads and crossings"))])
    helped = Library([IssueWords(1, plain.issues[1].title, plain.issues[1].topic, frozenset({CABINET}))])
    record = RecordWords(stems("Crossing near Elm Court flats"), stems("A road scheme"), CABINET)
    assert helped.alike(record)[0][1] > plain.alike(record)[0][1]


def test_endings_do_not_matter_and_short_words_stay() -> None:
    assert stems("Crossings") == stems("crossing") == stems("Crossed")
    assert stems("libraries") == stems("library")
    assert stems("bus") == stems("buses")
    assert stems("The access") == {"access"}


TITLES = st.lists(st.sampled_from(" ".join(ISSUES).split()), max_size=8).map(" ".join)


@given(TITLES, TITLES)
def test_a_score_is_a_share(one: str, other: str) -> None:
    """Never above 1; a title that is the same, and says anything much, is found for certain."""
    there = Library([IssueWords(1, stems(one))])
    assert all(0 < much <= 1 for _ident, much in there.alike(RecordWords(stems(other))))
    assert len(stems(one)) < 2 or there.alike(RecordWords(stems(one))) == [(1, pytest.approx(1))]
