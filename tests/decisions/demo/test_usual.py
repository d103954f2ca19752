"""The demonstration follows the usual routes: its files name pathways, steps and answers that the packs have."""

from decisions.demo import files
from decisions.journeys.usual.comparing import LEFT_OUT, Taken, left_out, not_usual
from decisions.packs import files as packs
from decisions.packs.known import made
from decisions.packs.resolving import resolved
from decisions.pathways import marks
from decisions.pathways.fitting import Council, Fitted, fit
from decisions.pathways.shapes import Pathway

ISSUES = [one for one in files.issues() if one.get("journey", {}).get("pathway")]
DOCUMENTS = resolved(packs.entries("marlbrook"))
HERE = Council("unitary", "leader")


def usual(row: dict[str, object]) -> Fitted:
    head = row["journey"]
    assert isinstance(head, dict)
    of = made(Pathway, DOCUMENTS["pathway"][head["pathway"]])
    assert not of.one_person and set(head.get("changes", ())) <= {one.id for one in of.changes}
    return fit(of, HERE, head.get("changes", ()))


def taken(row: dict[str, list[dict[str, str]]]) -> list[Taken]:
    moved = {one.get("stop") for one in row["move"]}
    stops = enumerate(row["stop"])
    return [Taken(place, one["role"], one.get("step", ""), one["key"] in moved) for place, one in stops]


def test_eight_issues_follow_a_pathway_that_there_is() -> None:
    assert len(ISSUES) >= 6
    assert len({one["journey"]["pathway"] for one in ISSUES}) == len(ISSUES)
    for row in ISSUES:
        steps = {one.id for one in usual(row).steps}
        named = [one["step"] for one in row["stop"] if "step" in one]
        assert len(named) >= 3 and len(named) == len(set(named)) and set(named) <= steps, row["title"]


def test_one_is_skipped_and_one_is_added_somewhere() -> None:
    skipped = [row["title"] for row in ISSUES for _one, words in left_out(usual(row), taken(row)) if words == LEFT_OUT]
    added = [row["title"] for row in ISSUES if not_usual(usual(row), taken(row))]
    assert skipped and added


def test_each_answer_to_does_writing_here_count_is_shown() -> None:
    assert {one.get("writing_counts") for row in ISSUES for one in row["stop"]} >= {"no", "yes", "we-send"}


def test_two_issues_show_the_answer_that_they_were_raised_from() -> None:
    named = [marks.read(one["raised_from"]) for one in files.issues() if "raised_from" in one]
    assert {one.kind for one in named if one is not None} == {marks.ASK, marks.START}
