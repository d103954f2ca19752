"""The guided question "who decides this?": from a topic, by a few answers, to a pathway or a thing to start (pure)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from decisions.pathways.shapes import Answer, Question, StartIt, Topic

MOST_ANSWERS = 6  # deeper than any tree; a ring in a pack can't keep a reader going round


@dataclass(frozen=True, slots=True)
class Tree:
    """All that the questions lead through, by id. What is no question and nothing to start is a pathway."""

    topics: Mapping[str, Topic]
    questions: Mapping[str, Question]
    starts: Mapping[str, StartIt]


@dataclass(frozen=True, slots=True)
class At:
    """Where somebody is: the answers given, and the question, the pathway or the thing to start that they led to."""

    topic: Topic
    given: tuple[tuple[Question, Answer], ...] = ()
    question: Question | None = None
    pathway: str = ""
    start: StartIt | None = None
    changes: tuple[str, ...] = ()

    @property
    def path(self) -> tuple[str, ...]:
        """The answers, as they stand in the address."""
        return tuple(answer.id for _question, answer in self.given)


def walk(tree: Tree, topic_id: str, path: Sequence[str]) -> At | None:
    """Follow the answers from a topic. Returns where they lead, or `None` when there is no such topic or answer."""
    topic = tree.topics.get(topic_id)
    at = _at(tree, At(topic), topic.first) if topic is not None else None
    for answer_id in path:
        if at is None or at.question is None or len(at.given) == MOST_ANSWERS:
            return None
        answer = next((one for one in at.question.answers if one.id == answer_id), None)
        at = _answered(tree, at, answer) if answer is not None else None
    return at


def every_way(tree: Tree, topic_id: str, path: tuple[str, ...] = ()) -> Iterator[At]:
    """Yield the end of every way through the questions of a topic; a way that leads nowhere is left out."""
    at = walk(tree, topic_id, path)
    if at is None:
        return
    if at.question is None:
        yield at
        return
    for answer in at.question.answers:
        yield from every_way(tree, topic_id, (*path, answer.id))


def _answered(tree: Tree, at: At, answer: Answer) -> At | None:
    assert at.question is not None  # noqa: S101 - asked by the caller
    after = At(at.topic, (*at.given, (at.question, answer)), changes=answer.changes)
    return _at(tree, after, answer.question or answer.pathway or answer.start)


def _at(tree: Tree, at: At, aim: str) -> At | None:
    """Stand at a question, a pathway or a thing to start."""
    if aim in tree.questions:
        return At(at.topic, at.given, question=tree.questions[aim])
    if aim in tree.starts:
        return At(at.topic, at.given, start=tree.starts[aim])
    return At(at.topic, at.given, pathway=aim, changes=at.changes) if aim else None
