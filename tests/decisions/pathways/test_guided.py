"""The guided question: by answers to a pathway, a question or a thing to start."""

from decisions.pathways.guided import MOST_ANSWERS, Tree, every_way, walk
from decisions.pathways.shapes import Answer, Question, StartIt, Topic

RUN = Question(
    id="q-run",
    ask="Who runs it?",
    answers=(
        Answer(id="council", say="The council", question="q-close"),
        Answer(id="nobody", say="Nobody yet", start="lunch-club"),
        Answer(id="ring", say="Ask me again", question="q-run"),
        Answer(id="gap", say="It leads nowhere"),
    ),
)
CLOSE = Question(
    id="q-close",
    ask="Does it close?",
    answers=(
        Answer(id="yes", say="Yes", pathway="close", changes=("small",)),
        Answer(id="no", say="No", pathway="cut"),
    ),
)
TREE = Tree(
    topics={
        "day": Topic(id="day", name="Day centres", first="q-run"),
        "books": Topic(id="books", name="Libraries", first="library"),
        "lunch": Topic(id="lunch", name="Lunch", first="lunch-club"),
    },
    questions={"q-run": RUN, "q-close": CLOSE},
    starts={"lunch-club": StartIt(id="lunch-club", name="A lunch club")},
)


def test_answers_lead_to_a_pathway_with_its_changes() -> None:
    at = walk(TREE, "day", ["council", "yes"])
    assert at is not None and (at.pathway, at.changes, at.path) == ("close", ("small",), ("council", "yes"))
    half = walk(TREE, "day", ["council"])
    assert half is not None and half.question is CLOSE and half.pathway == ""


def test_a_topic_may_lead_straight_there() -> None:
    books, lunch = walk(TREE, "books", []), walk(TREE, "lunch", [])
    assert books is not None and books.pathway == "library"
    assert lunch is not None and lunch.start is not None and lunch.start.id == "lunch-club"


def test_what_is_not_there_leads_nowhere() -> None:
    for topic, path in [
        ("none", []),
        ("day", ["no-such"]),
        ("day", ["gap"]),
        ("books", ["more"]),
        ("day", ["council", "yes", "x"]),
    ]:
        assert walk(TREE, topic, path) is None
    assert walk(TREE, "day", ["ring"] * MOST_ANSWERS) is not None
    assert walk(TREE, "day", ["ring"] * (MOST_ANSWERS + 1)) is None


def test_every_way_ends() -> None:
    ends = [(at.pathway or (at.start and at.start.id)) for at in every_way(TREE, "day") if len(at.given) < 3]
    assert set(ends) == {"close", "cut", "lunch-club"}
