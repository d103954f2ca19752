"""The England pack's questions, walked whole: every answer leads somewhere, and every pathway can be reached."""

from functools import cache

import pytest

from decisions.packs import files
from decisions.packs.known import made
from decisions.packs.merge import Documents
from decisions.packs.resolving import resolved
from decisions.pathways.finding import find
from decisions.pathways.guided import At, Tree, every_way
from decisions.pathways.shapes import Pathway, Question, StartIt, Topic

MOST_CLICKS = 5  # the topic that was found, then the answers


@cache
def documents() -> Documents:
    return resolved(files.entries("england"))


@cache
def tree() -> Tree:
    found = documents()
    return Tree(
        topics={ident: made(Topic, one) for ident, one in found["topic"].items()},
        questions={ident: made(Question, one) for ident, one in found["question"].items()},
        starts={ident: made(StartIt, one) for ident, one in found["start"].items()},
    )


@cache
def pathways() -> dict[str, Pathway]:
    return {ident: made(Pathway, one) for ident, one in documents()["pathway"].items()}


def ends() -> list[At]:
    return [at for topic in tree().topics for at in every_way(tree(), topic)]


def test_no_way_is_dead() -> None:
    """Every answer of every question leads on, to a pathway that is there or to something to start."""
    for question in tree().questions.values():
        for answer in question.answers:
            aim = answer.question or answer.pathway or answer.start
            there = {**tree().questions, **pathways(), **tree().starts}
            assert aim in there, f"{question.id}: {answer.id}"
            changes = {one.id for one in pathways()[answer.pathway].changes} if answer.pathway else set()
            assert set(answer.changes) <= changes, f"{question.id}: {answer.id}"
    assert all(at.start is not None or at.pathway in pathways() for at in ends())


def test_every_pathway_and_start_is_reached() -> None:
    assert set(pathways()) <= {at.pathway for at in ends()}
    assert set(tree().starts) <= {at.start.id for at in ends() if at.start}


def test_everything_is_near_for_who_picks_its_topic() -> None:
    """Whoever says what it is about needs at most five clicks. "Something else" may ask more."""
    nearest: dict[str, int] = {}
    for at in ends():
        aim = at.pathway or (at.start.id if at.start else "")
        nearest[aim] = min(nearest.get(aim, 99), 1 + len(at.path))
    assert {aim: clicks for aim, clicks in nearest.items() if clicks > MOST_CLICKS} == {}


@pytest.mark.parametrize("ident", sorted(pathways()))
def test_one_persons_care_has_people_to_turn_to(ident: str) -> None:
    pathway = pathways()[ident]
    if pathway.one_person:
        assert pathway.contacts and (pathway.if_no or pathway.no_story)
    else:
        assert pathway.decides and pathway.steps
        acting = [step for step in pathway.steps if step.say]
        assert acting and all(any(not way.speaking for way in step.say) for step in acting)


@pytest.mark.parametrize(
    ("asked", "aim"),
    [
        ("who decides to close a day centre", "close-day-centre"),
        ("pedestrian crossing", "pedestrian-crossing"),
        ("our GP surgery is closing", "gp-surgery-closing"),
        ("my mum's care package was cut", "care-assessment-complaint"),
        ("freedom of information request", "ask-for-information"),
        ("can we start a lunch club", "lunch-club"),
        ("my lift", "community-transport-grant"),
        ("stair lift", "home-adaptation"),
        ("the 42 bus", "community-transport-grant"),
        ("library hours", "library"),
        ("blue badge", "blue-badge"),
    ],
)
def test_everyday_words_lead_to_the_answer(asked: str, aim: str) -> None:
    """The topic is among the first three found, and the answer at most five clicks away."""
    first = [topic.id for topic in find(tree().topics.values(), asked)[:3]]
    ways = [at for topic in first for at in every_way(tree(), topic) if 1 + len(at.path) <= MOST_CLICKS]
    assert aim in {at.pathway or (at.start.id if at.start else "") for at in ways}, first
