"""The places that come with Doorway: nothing is wrong with them, nothing in them is real, and each differs."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from functools import cache
from typing import Any

import pytest
from flask import Flask

from decisions.packs import files
from decisions.packs.check import check
from decisions.pathways import queries
from decisions.pathways.clocks import Clock
from decisions.who_decides import answering
from tests import packs
from tests.apps import Apps
from tests.client import Client
from tests.conftest import BOTH
from tests.decisions.packs.test_england_words import JARGON, LONGEST

PLACES = ("calderwick", "harrowmere", "marlbrook")
DRAMA = re.compile(r"01632 96\d \d{3}|07700 900 ?\d{3}")
PHONE = re.compile(r"\b0\d{2,4}[ \d]{6,}\d")
SENTENCE = re.compile(r"(?<=[.!?])\s+")
TODAY = date(2026, 11, 23)


def own(place: str) -> list[tuple[str, dict[str, Any]]]:
    """What a place's own pack says."""
    return [(one.kind, one.data) for one in files.read(files.find(place)).entries]


def texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in texts(one)]
    return [value] if isinstance(value, str) else []


def test_three_places_come_with_doorway() -> None:
    assert [one for one in files.shipped() if one != "england"] == list(PLACES)


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_wrong_with_a_place(place: str) -> None:
    assert check(files.find(place)) == []


@pytest.mark.parametrize("place", PLACES)
def test_nothing_in_a_place_is_real(place: str) -> None:
    pack = files.read(files.find(place))
    assert pack.place["invented"] is True
    for _kind, data in own(place):
        for text in texts(data):
            assert all(DRAMA.fullmatch(number) for number in PHONE.findall(text)), text
            for address in re.findall(r"[\w.-]+@[\w.-]+|https://[^/\s]+", text):
                assert address.endswith("example.org"), address


@pytest.mark.parametrize("place", PLACES)
def test_a_place_has_what_people_look_for(place: str) -> None:
    found = own(place)
    seats = [data for kind, data in found if kind == "seat"]
    doors = [one for one in seats if one.get("open_door")]
    assert len({one["area"] for one in doors}) >= 2 and all("Ring" in one["how"] for one in doors)
    assert all(one["holder"] for one in seats)
    facts = {data["id"]: data for kind, data in found if kind == "local"}
    assert "question-deadline" in facts and all(one["link"] and one["checked"] for one in facts.values())
    assert any(data["id"] == "public-question" and data["length"] for kind, data in found if kind == "rule")


@pytest.mark.parametrize("place", PLACES)
def test_the_words_of_a_place_are_plain(place: str) -> None:
    for kind, data in own(place):
        told = {key: value for key, value in data.items() if key in ("decides", "advises", "take_part", "how", "value")}
        for sentence in (one for text in texts(told) for one in SENTENCE.split(text)):
            assert len(sentence.split()) <= LONGEST, f"{kind} {data['id']}: {sentence}"
            assert not JARGON.search(sentence), f"{kind} {data['id']}: {sentence}"


Loaded = Callable[[str], Flask]


@pytest.fixture(scope="module", params=BOTH)
def loaded(request: pytest.FixtureRequest, apps: Apps) -> Iterator[Loaded]:
    """An app for each place, its pack loaded once: these tests read and change nothing."""
    with ExitStack() as stack:

        @cache
        def of(place: str) -> Flask:
            app = stack.enter_context(apps.lend(request.param))
            packs.load(app, files.find(place))
            return app

        yield of


def who_decides(app: Flask, ident: str) -> list[str]:
    """The names of those who decide on a pathway here."""
    with app.app_context():
        pathway = queries.pathway(ident, TODAY)
        assert pathway is not None
        view = answering.view(pathway, (), TODAY)
        return [one.name for one in view.who(view.fitted.decides)]


@pytest.mark.parametrize(
    ("place", "pathway", "names", "never"),
    [
        ("marlbrook", "close-day-centre", ["Marlbrook Council Cabinet"], "Committee"),
        ("marlbrook", "pedestrian-crossing", ["Cabinet Member for Transport"], "Adult"),
        ("calderwick", "close-day-centre", ["Calderwick County Cabinet"], "Northfell"),
        ("calderwick", "pedestrian-crossing", ["County Cabinet Member for Roads"], "Adult"),
        ("harrowmere", "close-day-centre", ["Adult Care and Health Committee"], "abinet"),
        ("harrowmere", "library", ["Homes and Communities Committee"], "abinet"),
    ],
)
def test_each_place_says_who_decides_there(
    loaded: Loaded, place: str, pathway: str, names: list[str], never: str
) -> None:
    found = who_decides(loaded(place), pathway)
    assert set(names) <= set(found) and not [one for one in found if never in one], found


def test_in_two_tiers_each_council_is_named_for_what_it_does(loaded: Loaded) -> None:
    app = loaded("calderwick")
    with app.app_context():
        homes = queries.pathway("home-adaptation", TODAY)
        assert homes is not None
        view = answering.view(homes, (), TODAY)
        named = {one.name for step in view.fitted.steps for one in view.of_step(step)}
    assert {"Housing, Northfell District Council", "Housing, Southmere District Council"} <= named, named
    bodies = Client(app).get("/bodies").text
    assert "Lowbridge Parish Council" in bodies and "Northfell District Council" in bodies


def test_a_council_of_committees_has_no_clock_for_cabinets(loaded: Loaded) -> None:
    with loaded("harrowmere").app_context():
        pathway = queries.pathway("close-day-centre", TODAY)
        assert pathway is not None
        view = answering.view(pathway, (), TODAY)
        clocks: list[Clock] = [one for step in view.fitted.steps for one in view.clocks_of(step)]
    assert not [one.fact for one in clocks if one.fact.startswith(("K01", "K12", "K13"))]
