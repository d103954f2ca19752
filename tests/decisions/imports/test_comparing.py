"""What becomes of a record: by what the source says, what it said last and what stands here."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.imports.comparing import Act, Known, compare, gather
from decisions.imports.outline import counted, difference
from decisions.imports.records import Covered, Fault, Found, Record
from forum.say import Sentence

NAME = ("meeting", "1")


def plan(
    now: dict[str, Any] | None, said: dict[str, Any] | None, here: dict[str, Any] | None, gone: bool = False
) -> Any:
    """The plan for one meeting of body 1; what is not `now` at the source was to be seen."""
    found: list[Found] = [Record(*NAME, {"title": "A", **now})] if now is not None else []
    known = (
        {NAME: Known({"title": "A", **said}, None if here is None else {"title": "A", **here}, gone)}
        if said is not None
        else {}
    )
    return compare(gather([*found, Covered("meeting")]), known)


CASES: list[tuple[str, Any, Any, Any, Act, dict[str, Any], tuple[str, ...]]] = [
    ("new", {"place": "Hall"}, None, None, Act.ADD, {"title": "A", "place": "Hall"}, ()),
    ("the same", {"place": "Hall"}, {"place": "Hall"}, {"place": "Hall"}, Act.SAME, {}, ()),
    ("changed there", {"place": "Library"}, {"place": "Hall"}, {"place": "Hall"}, Act.CHANGE, {"place": "Library"}, ()),
    ("changed here", {"place": "Hall"}, {"place": "Hall"}, {"place": "Barn"}, Act.SAME, {}, ()),
    ("changed on both sides", {"place": "Library"}, {"place": "Hall"}, {"place": "Barn"}, Act.KEEP, {}, ("place",)),
    ("changed to the same", {"place": "Barn"}, {"place": "Hall"}, {"place": "Barn"}, Act.SAME, {}, ()),
    ("said for the first time", {"place": "Hall"}, {}, {"place": ""}, Act.CHANGE, {"place": "Hall"}, ()),
    ("said for the first time, and here", {"place": "Hall"}, {}, {"place": "Barn"}, Act.KEEP, {}, ("place",)),
    ("says nothing of it now", {}, {"place": "Hall"}, {"place": "Hall"}, Act.SAME, {}, ()),
    ("takes it back", {"place": ""}, {"place": "Hall"}, {"place": "Hall"}, Act.CHANGE, {"place": ""}, ()),
    ("gone", None, {"place": "Hall"}, {"place": "Hall"}, Act.GO, {}, ()),
]


@pytest.mark.parametrize(("name", "now", "said", "here", "act", "values", "kept"), CASES)
def test_three_ways(name: str, now: Any, said: Any, here: Any, act: Act, values: Any, kept: Any) -> None:
    (change,) = plan(now, said, here).changes
    assert (change.act, dict(change.values), tuple(change.kept)) == (act, values, kept), name


def test_back_again_and_gone_only_once() -> None:
    (change,) = plan({"place": "Hall"}, {"place": "Hall"}, {"place": "Hall"}, gone=True).changes
    assert change.act is Act.RETURN
    assert plan(None, {"place": "Hall"}, {"place": "Hall"}, gone=True).changes == []


def test_a_bad_record_is_not_gone() -> None:
    known = {NAME: Known({"title": "A"}, {"title": "A"})}
    for fault in (Fault("1", Sentence("Bad."), *NAME), Fault("1", Sentence("Bad."), "meeting")):
        assert compare(gather([fault, Covered("meeting")]), known).changes == []
    assert (
        compare(gather([Fault("9", Sentence("Bad."), "meeting", "9"), Covered("meeting")]), known).changes[0].act
        is Act.GO
    )


def test_only_what_was_covered_is_gone() -> None:
    known = {
        ("meeting", str(n)): Known({"title": "A", "body": body, "day": f"2026-0{n}-01"}, {})
        for n, body in ((1, "7"), (2, "7"), (3, "7"), (4, "8"))
    }
    covered = Covered("meeting", {"body": "7"}, ("day", "2026-02-01", "2026-02-28"))
    assert [one.ident for one in compare(gather([covered]), known).changes] == ["2"]


def test_an_older_file_changes_nothing() -> None:
    made = plan({"place": "Hall", "sequence": 1}, {"place": "Barn", "sequence": 2}, {"place": "Barn"})
    assert made.changes == []
    assert len(made.faults) == 1


def test_the_difference_in_sentences() -> None:
    def words(one: Sentence | str) -> str:
        if isinstance(one, str):
            return one
        return one.text % {
            name: words(value) if isinstance(value, Sentence) else value for name, value in one.values.items()
        }

    made = plan({"place": "Library", "day": "2026-02-01"}, {"place": "Hall"}, {"place": "Barn", "day": None})
    assert [words(one) for one in difference(made)] == [
        "Meeting “A”: day is now “2026-02-01”",
        "Meeting “A”: place stays “Barn”, as somebody here wrote it. The source says “Library”",
    ]
    assert [one.num for one in counted(made.counts)] == [1]


VALUES = st.dictionaries(st.sampled_from(["place", "about", "watch"]), st.sampled_from(["", "a", "b", "c"]))


@given(VALUES, VALUES, VALUES)
def test_a_persons_words_always_stay(now: dict[str, Any], said: dict[str, Any], here: dict[str, Any]) -> None:
    now = {name: value for name, value in now.items() if name != "watch"}  # not a word but an address
    here = {name: here.get(name, "") for name in ("place", "about", "watch")}
    (change,) = plan(now, said, here).changes
    after = {**here, **change.values}
    for name, value in here.items():
        if value and value != said.get(name, ""):
            assert after[name] == value
    again = Known(change.said, {"title": "A", **after})
    (second,) = compare(gather([Record(*NAME, {"title": "A", **now})]), {NAME: again}).changes
    assert second.act is Act.SAME
