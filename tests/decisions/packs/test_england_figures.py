"""What a reader acts on in the England pack: each number, how it is counted, on whose authority, and in which words."""

import re
from typing import Any

import pytest

from tests.decisions.packs import figures
from tests.england import Entry, by_id, entries

CLOCKS = [line.split() for line in figures.CLOCKS.split("\n") if line]
SAID = [line for line in figures.SAID.split("\n") if line]
LENGTH = re.compile(r"(\d+)([A-Z]+)")
NUMBER = re.compile(r"\d+")
# Legal times of a step that no clock of ours counts: they stand in words alone.
IN_WORDS_ALONE = {("ehc-plan", "draft"): {15}, ("planning-hall", "appeal"): {8, 6}, ("licence", "notice"): {28}}


def words_of(value: Any) -> str:
    """Everything that an entry says, in one text."""
    if isinstance(value, dict):
        return " ".join(words_of(one) for one in value.values())
    return " ".join(words_of(one) for one in value) if isinstance(value, list) else str(value)


def rule_of(named: str) -> Entry:
    """The rule that a step names by its fact: exactly that one, else the general one, else the first of the fact."""
    rules = entries()["rule"]
    exact = [one for one in rules if one.get("fact") == named]
    within = [one for one in rules if str(one.get("fact", "")).startswith(f"{named}.")]
    return (*exact, *(one for one in within if one.get("general")), *within)[0]


def lengths(named: list[str]) -> set[int]:
    """The numbers of the rules that a step names, and the days of the yearly ones."""
    rules = [rule_of(one) for one in named]
    yearly = {int(str(one["day"])[3:]) - (one["mode"] == "before") for one in rules if "day" in one}
    return {one["length"] for one in rules if "length" in one} | yearly


@pytest.mark.parametrize("row", CLOCKS, ids=lambda row: row[0])
def test_a_clock_is_that_of_the_facts(row: list[str]) -> None:
    fact, ident, number, mode, basis, sure, *limit = row
    rule = by_id("rule")[ident]
    assert (rule["fact"], rule["basis"], rule["confidence"]) == (fact, basis, sure)
    assert rule.get("max", False) is bool(limit)
    if number == "-":
        assert rule["number"] is False and "length" not in rule
    elif found := LENGTH.fullmatch(number):
        assert (rule["length"], rule["unit"], rule["mode"]) == (int(found[1]), figures.UNITS[found[2]], mode)
    else:
        assert (rule["day"], rule["unit"], rule["mode"]) == (number, "yearly", mode)


def test_no_clock_is_left_out() -> None:
    assert {one["fact"] for one in entries()["rule"] if "fact" in one} == {row[0] for row in CLOCKS}


@pytest.mark.parametrize("line", SAID)
def test_a_figure_stands_in_the_words(line: str) -> None:
    where, text = line.split(" | ")
    kind, ident = where.split()
    assert text in words_of(by_id(kind)[ident])


def test_a_time_that_is_law_or_guidance_is_the_one_of_its_clocks() -> None:
    wrong = [
        (one["id"], step["id"], step["takes"])
        for one in entries()["pathway"]
        for step in one["step"]
        if step["takes_source"] in ("statute", "guidance")
        and not {int(number) for number in NUMBER.findall(step["takes"])}
        <= lengths(step.get("rules", [])) | IN_WORDS_ALONE.get((one["id"], step["id"]), set())
    ]
    assert wrong == []


def test_a_time_is_law_only_where_a_clock_is_law() -> None:
    """ "Usual" and guidance are never told as law: a step's legal time has a legal clock, or its own law in words."""
    wrong = [
        (one["id"], step["id"])
        for one in entries()["pathway"]
        for step in one["step"]
        if step["takes_source"] == "statute" and step.get("rules")
        if "law" not in {rule_of(named)["basis"] for named in step["rules"]}
    ]
    assert wrong == []


def test_what_we_are_not_sure_of_says_so_and_counts_no_days() -> None:
    unsure = {(kind, one["id"]) for kind in entries() for one in entries()[kind] if one.get("confidence") == "low"}
    assert unsure == {
        ("banner", "promised-changes"), ("banner", "hillsborough-bill"), ("rule", "community-bid.longer-pause"),
    }  # fmt: skip
    for kind, ident in unsure:
        assert "Check this" in by_id(kind)[ident]["plain"]
    named = {
        rule
        for one in entries()["pathway"]
        for step in one["step"]
        for rule in (*step.get("rules", []), *(way.get("until", "") for way in step.get("say", [])))
    }
    assert "K44.longer-pause" not in named and "K44" not in named


def test_a_worry_about_safety_names_the_numbers_first() -> None:
    first, second, third = by_id("pathway")["safeguarding"]["contact"][:3]
    assert (first["phone"], second["phone"]) == ("999", "111")
    assert third["who"] == "Your council’s safeguarding line"
