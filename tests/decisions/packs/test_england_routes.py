"""The routes of the England pack, and the guided questions that lead to them."""

from typing import Any

import pytest

from tests.england import Entry, by_id, entries

MOST_CLICKS = 5
SUPERB = [
    "close-day-centre", "community-transport-grant", "pedestrian-crossing", "gp-surgery-closing",
    "building-to-community", "right-to-bid", "small-grant", "social-prescribing",
]  # fmt: skip
THEMES = [
    "day-centre", "transport", "crossing", "care-money", "gp", "hospital", "carers", "building", "library", "kerb",
    "home-adaptation", "grant", "safety", "planning", "care-home", "school-travel", "complaint", "information",
    "start-something", "other",
]  # fmt: skip
ONE_PERSON = [
    "R08", "R10", "R14", "R16", "R18", "R19", "R20.person", "R21", "R22", "R23", "R24", "R25", "R26",
]  # fmt: skip
EXECUTIVE = {"K01", "K02", "K03", "K04", "K05", "K09", "K12", "K13"}  # clocks of councils that have a cabinet
FIRST_CLICK = "the search, or a topic in the A to Z"
# What people come with, where the search brings them, and what they press then.
ANSWERS = [
    ("who decides to close a day centre", "q-day-centre", ["council-runs"], "close-day-centre"),
    ("a pedestrian crossing", "q-crossing", ["street"], "pedestrian-crossing"),
    ("a GP surgery closing", "q-gp", ["closing", "not-sure"], "gp-surgery-closing"),
    ("my mum's care package was cut", "q-care-money", ["one", "cut"], "care-assessment-complaint"),
    ("by when the council must answer", "q-information", ["papers"], "ask-for-information"),
    ("can we start a lunch club", "q-start-something", ["food", "lunch"], "lunch-club"),
]  # fmt: skip


def leads(answer: Entry) -> tuple[str, str]:
    """Return the kind and the id of the one thing that an answer leads to."""
    kinds = [kind for kind in ("question", "pathway", "start") if kind in answer]
    assert len(kinds) == 1, answer
    return kinds[0], str(answer[kinds[0]])


def clicks() -> dict[tuple[str, str], int]:
    """Count the fewest clicks from the themes to everything; the search that brings one to a theme is the first."""
    asked = by_id("question")
    seen = {("question", f"q-{theme}"): 1 for theme in THEMES}
    waiting = list(seen)
    while waiting:
        here = waiting.pop(0)
        for answer in asked[here[1]]["answer"] if here[0] == "question" else ():
            if leads(answer) not in seen:
                seen[leads(answer)] = seen[here] + 1
                waiting.append(leads(answer))
    return seen


@pytest.mark.parametrize("theme", THEMES)
def test_each_theme_has_its_first_question(theme: str) -> None:
    assert f"q-{theme}" in by_id("question")


@pytest.mark.parametrize("kind", ["question", "pathway", "start"])
def test_everything_is_a_few_clicks_away(kind: str) -> None:
    far = {ident: clicks().get((kind, ident)) for ident in by_id(kind)}
    assert {ident: count for ident, count in far.items() if count is None or count > MOST_CLICKS} == {}


def test_each_answer_leads_somewhere() -> None:
    known = {kind: by_id(kind) for kind in ("question", "pathway", "start")}
    nowhere = [
        (question["id"], answer["id"])
        for question in entries()["question"]
        for answer in question["answer"]
        if leads(answer)[1] not in known[leads(answer)[0]]
    ]
    assert nowhere == []


@pytest.mark.parametrize(("asked", "first", "pressed", "end"), ANSWERS)
def test_what_people_come_with_is_answered_in_five_clicks(asked: str, first: str, pressed: list[str], end: str) -> None:
    here = first
    for press in pressed:
        answers = {one["id"]: one for one in by_id("question")[here]["answer"]}
        here = leads(answers[press])[1]
    assert here == end
    assert len([FIRST_CLICK, *pressed]) <= MOST_CLICKS


def test_an_answer_names_changes_that_its_route_has() -> None:
    wrong = [
        (question["id"], answer["id"], change)
        for question in entries()["question"]
        for answer in question["answer"]
        for change in answer.get("changes", [])
        if change not in {one["id"] for one in by_id("pathway")[answer["pathway"]].get("change", [])}
    ]
    assert wrong == []


def test_few_answers_at_a_time() -> None:
    assert {one["id"]: len(one["answer"]) for one in entries()["question"] if not 2 <= len(one["answer"]) <= 10} == {}


def test_one_person_stays_private() -> None:
    private = {one["fact"] for one in entries()["pathway"] if one["about"] == "one-person"}
    assert set(ONE_PERSON) <= private
    public = {one["fact"] for one in entries()["pathway"] if one["about"] == "everyone"}
    assert {"R01", "R05", "R20", "R24.policy", "K21.route"} <= public


@pytest.mark.parametrize("ident", sorted(one["id"] for one in entries()["pathway"] if one["about"] == "one-person"))
def test_one_person_has_somebody_to_turn_to(ident: str) -> None:
    pathway = by_id("pathway")[ident]
    said = " ".join(f"{one['who']} {one['plain']}" for one in pathway["contact"]).lower()
    assert "advocate" in said
    assert "ombudsman" in said
    assert any(step.get("rules") for step in pathway["step"])


def test_only_one_persons_routes_have_contacts() -> None:
    assert [one["id"] for one in entries()["pathway"] if one["about"] == "everyone" and "contact" in one] == []


def test_a_worry_about_safety_comes_first_and_asks_for_no_story() -> None:
    safety = by_id("pathway")["safeguarding"]
    assert safety["no_story"] is True
    assert [number in safety["first_words"] for number in ("999", "111", "safeguarding line")] == [True] * 3
    assert [one["id"] for one in entries()["pathway"] if one.get("no_story")] == ["safeguarding"]


def test_a_time_says_on_whose_authority() -> None:
    steps = [(one["id"], step) for one in entries()["pathway"] for step in one["step"]]
    assert [(ident, step["id"]) for ident, step in steps if not (step.get("takes") and step.get("takes_source"))] == []


def test_a_law_behind_a_time_is_a_clock_or_a_legal_length() -> None:
    """ "Usual" is never told as a right: what a step calls law runs by a clock, or its route is law itself."""
    bare = [
        (one["id"], step["id"])
        for one in entries()["pathway"]
        for step in one["step"]
        if step["takes_source"] == "statute" and not step.get("rules") and one["basis"] != "law"
    ]
    assert bare == []


def test_by_when_is_the_readers_own_last_day() -> None:
    """A way to have a say ends by a clock of the reader's. A body's own clock there would name a wrong day."""
    clocks = {one["fact"]: one for one in entries()["rule"] if "fact" in one}
    theirs = [
        (one["id"], step["id"], way["until"])
        for one in entries()["pathway"]
        for step in one["step"]
        for way in step.get("say", [])
        if "until" in way and clocks[way["until"]].get("number", True) and clocks[way["until"]]["whose"] == "them"
    ]
    assert theirs == []


def test_a_council_without_a_cabinet_keeps_other_clocks() -> None:
    def named(step: Entry) -> set[str]:
        ways: list[dict[str, Any]] = step.get("say", [])
        return {str(rule).split(".")[0] for rule in (*step.get("rules", []), *(way.get("until", "") for way in ways))}

    wrong = [
        (one["id"], step["id"], rule)
        for one in entries()["pathway"]
        for step in one["step"]
        for rule in named(step) & EXECUTIVE
        if step.get("governance") != ["leader", "mayor"]
    ]
    assert wrong == []


@pytest.mark.parametrize("ident", SUPERB)
def test_the_first_routes_can_be_acted_on_at_every_step(ident: str) -> None:
    pathway = by_id("pathway")[ident]
    assert "local_check" not in pathway
    for step in pathway["step"]:
        assert [way for way in step["say"] if not way.get("speaking")], step["id"]
    for key in ("where", "change", "influence", "if_no", "rights"):
        assert pathway[key], key


def test_all_other_routes_wait_for_local_people() -> None:
    checked = {one["id"] for one in entries()["pathway"] if not one.get("local_check")}
    assert checked == {*SUPERB, "ask-for-information"}


def test_each_guide_has_a_room_a_sheet_and_somebody_to_ask() -> None:
    for guide in entries()["guide"]:
        assert min(len(guide["steps"]), len(guide["room"]), len(guide["sheet"])) >= 3, guide["id"]
        assert guide["helper"], guide["id"]


def test_there_is_much_that_people_can_simply_start() -> None:
    assert len(entries()["start"]) >= 12
    for start in entries()["start"]:
        assert start["needs"] and start["money"] and start["nearby"], start["id"]


@pytest.mark.parametrize("practice", entries()["practice"], ids=lambda one: one["chair"])
def test_the_practice_run_has_no_dead_end_and_no_ring(practice: Entry) -> None:
    scenes = {one["id"]: [choice["next"] for choice in one.get("choice", [])] for one in practice["scene"]}
    reached: set[str] = set()

    def walk(here: str, way: tuple[str, ...]) -> None:
        assert here not in way, f"{here} comes round again"
        reached.add(here)
        for following in scenes[here]:
            walk(following, (*way, here))

    walk(practice["scene"][0]["id"], ())
    assert reached == set(scenes)
