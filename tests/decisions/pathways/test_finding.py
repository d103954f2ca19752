"""Everyday words find the topic that is meant."""

import pytest

from decisions.pathways.finding import find, words_of
from decisions.pathways.shapes import Topic


def topic(ident: str, name: str, *words: str, plain: str = "") -> Topic:
    return Topic(id=ident, name=name, plain=plain, words=words, first="q")


TOPICS = [
    topic("adaptation", "Changes to my home", "stair lift", "my lift", "ramp", "wet room"),
    topic("buses", "Buses", "the 42 bus", "bus stop", "bus route"),
    topic("day-centre", "Day centres", "day centre", "day care", "club"),
    topic("libraries", "Libraries", "library hours"),
    topic("crossing", "Crossings", "pedestrian crossing", "zebra crossing", "lollipop"),
]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("my lift", "adaptation"),
        ("the 42 bus", "buses"),
        ("buses", "buses"),
        ("Day centre closing", "day-centre"),
        ("our libraries", "libraries"),
        ("zébra crossing", "crossing"),
        ("who decides a pedestrian crossing?", "crossing"),
        ("librar", "libraries"),
    ],
)
def test_the_topic_that_is_meant_comes_first(asked: str, first: str) -> None:
    assert find(TOPICS, asked)[0].id == first


@pytest.mark.parametrize("asked", ["", "  ", "the and my", "xylophone", "\0", "🚌", "%" * 500])
def test_words_that_say_nothing_find_nothing(asked: str) -> None:
    assert find(TOPICS, asked) == []


def test_endings_and_accents_count_for_nothing() -> None:
    assert words_of("Crossings, libraries' BUSES café") == ["crossing", "library", "bus", "cafe"]
