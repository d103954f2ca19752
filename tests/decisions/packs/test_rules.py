"""What holds for an entry on a day, what a load may do, and how what was typed is read: tables of cases."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.packs import diff, rules, schema, typed
from decisions.packs.diff import Act, Here
from decisions.packs.references import resolve

DAY = date(2026, 11, 22)
EARLIER, LATER = date(2026, 11, 21), date(2026, 11, 23)


@pytest.mark.parametrize(
    ("data", "there"),
    [
        ({}, True),
        ({"valid_from": DAY, "valid_to": DAY}, True),
        ({"valid_from": LATER}, False),
        ({"valid_to": EARLIER}, False),
    ],
)
def test_an_entry_is_there_from_its_first_day_to_its_last(data: dict[str, Any], there: bool) -> None:
    assert rules.is_there(data, DAY) is there


@pytest.mark.parametrize(
    ("check_by", "aged", "given", "basis"),
    [
        (DAY, False, "law", "law"),
        (EARLIER, True, "law", "typical"),
        (EARLIER, True, "guidance", "typical"),
        (EARLIER, True, "local", "typical"),
        (EARLIER, True, "announced", "announced"),
        (EARLIER, True, "not-started", "not-started"),
        (None, False, "law", "law"),
        (None, False, "", ""),
    ],
)
def test_what_was_to_be_checked_may_have_changed(check_by: date | None, aged: bool, given: str, basis: str) -> None:
    assert rules.may_have_changed({"check_by": check_by}, DAY) is aged
    assert rules.basis_today(given, check_by, DAY) == basis


@pytest.mark.parametrize(
    ("before", "here", "pack", "now", "kept"),
    [
        (1, 1, 2, 2, False),  # the pack changed it
        (1, 2, 1, 2, True),  # a person changed it
        (1, 2, 3, 2, True),  # both did
        (1, 2, 2, 2, False),  # both to the same
        (1, 1, None, None, False),  # gone from the pack
        (1, 2, None, 2, True),  # gone from the pack, changed by a person
        (1, None, 1, None, True),  # taken away by a person
        (None, 2, 1, 2, True),  # written by a person first
        (None, None, 1, 1, False),  # new in the pack
        (1, None, None, None, False),  # gone for both
    ],
)
def test_three_are_compared(before: Any, here: Any, pack: Any, now: Any, kept: bool) -> None:
    name = ("word", "w")

    def with_key(value: Any) -> dict[str, Any]:
        return {"id": "w"} | ({} if value is None else {"x": value})

    site = {name: Here(with_key(here), with_key(before), DAY)}
    (change,) = diff.plan(site, {name: (with_key(pack), "p")}, today=DAY)
    assert (change.data.get("x"), change.kept) == (now, ("x",) if kept else ())
    assert change.act is (Act.NOTHING if now == here else Act.CHANGE)
    (taken,) = diff.plan(site, {name: (with_key(pack), "p")}, today=DAY, take=[name])
    assert (taken.data.get("x"), taken.kept) == (pack, ())


def test_what_was_written_here_is_not_ended_by_a_pack() -> None:
    here = {("word", "w"): Here({"id": "w"}, None, DAY), ("word", "v"): Here({"id": "v"}, {"id": "v"}, DAY)}
    assert [(one.name[1], one.act) for one in diff.plan(here, {}, today=DAY)] == [("v", Act.END)]
    future = {("word", "v"): Here({"valid_from": "2027-01-01"}, {}, DAY)}
    (change,) = diff.plan(future, {}, today=DAY)
    assert change.data == {"valid_from": "2026-11-22", "valid_to": "2026-11-22"}


def test_a_fact_means_the_entry_of_exactly_that_fact_then_the_general_one_then_the_first() -> None:
    rows = {
        "a": {"fact": "K33.a"}, "b": {"fact": "K33.b", "general": True}, "c": {"fact": "K34"}, "d": {"fact": "K34.x"},
        "e": {"fact": "K35.x"}, "f": {"fact": "K35.y"},
    }  # fmt: skip
    found = {"rule": rows, "body": {"x": {"fact": "B01"}}}
    cases = {"a": "a", "K33.a": "a", "K33": "b", "K34": "c", "K35": "e", "K3": None, "K36": None}
    assert {one: resolve(found, "rule", one) for one in cases} == cases
    assert resolve(found, "body", "B01") is None  # bodies are named by their ids


KEYS = schema.kind("pathway").keys
STEP = [{"id": "a", "say": [{"plain": "x"}, {"plain": "y"}]}, {"id": "b", "say": []}]


@pytest.mark.parametrize(
    ("button", "path", "ids", "ways"),
    [
        ("more", "step", ["a", "b", None], 2),
        ("less", "step-0", ["b"], 0),
        ("up", "step-1", ["b", "a"], 0),
        ("up", "step-0", ["a", "b"], 2),
        ("less", "step-0-say-1", ["a", "b"], 1),
        ("more", "step-0-say", ["a", "b"], 3),
        ("less", "step-7", ["a", "b"], 2),
        ("more", "name", ["a", "b"], 2),
        ("more", "nothing-here", ["a", "b"], 2),
        ("less", "step-x", ["a", "b"], 2),
        ("less", "step--1", ["a", "b"], 2),
        ("more", "", ["a", "b"], 2),
    ],
)
def test_groups_are_added_taken_away_and_moved(button: str, path: str, ids: list[str | None], ways: int) -> None:
    shown = typed.from_document({"name": "n", "step": STEP}, KEYS)
    now = typed.changed(shown, button, path)["step"]
    assert [one.get("id") for one in now] == ids
    assert len(now[0].get("say", [])) == ways


VALUES = {
    "number": st.integers(0, 999_999_999), "flag": st.booleans(), "day": st.dates(date(1000, 1, 1)),
    "texts": st.lists(st.from_regex(r"[a-z]{1,5}", fullmatch=True), min_size=1, max_size=3),
}  # fmt: skip
WORDS = st.from_regex(r"[a-z][a-z \n]{0,6}[a-z]", fullmatch=True)


def documents(keys: tuple[Any, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """Any document of some keys."""

    def of(key: Any) -> st.SearchStrategy[Any]:
        if key.holds == "tables":
            return st.lists(documents(key.keys).filter(bool), min_size=1, max_size=2)
        return documents(key.keys).filter(bool) if key.holds == "table" else VALUES.get(key.holds, WORDS)

    return st.fixed_dictionaries({}, optional={key.name: of(key) for key in keys})


@given(st.data(), st.sampled_from(sorted(schema.KINDS)))
def test_what_a_form_shows_is_read_as_the_same_document(data: st.DataObject, kind: str) -> None:
    keys = schema.kind(kind).keys
    document = data.draw(documents(keys))
    shown = typed.from_document(document, keys)
    fields: dict[str, str] = {}

    def fill(table: dict[str, Any], prefix: str) -> None:
        for name, value in table.items():
            if isinstance(value, dict):
                fill(value, f"{prefix}{name}-")
            elif isinstance(value, list):
                for at, one in enumerate(value):
                    fill(one, f"{prefix}{name}-{at}-")
            else:
                fields[prefix + name] = value

    fill(shown, "e-")
    assert typed.to_document(typed.from_form(fields, keys, "e-"), keys) == document
