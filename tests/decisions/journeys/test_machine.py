"""Random people record random things at random times: what is computed agrees with a simple model on paper."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st

from decisions.journeys import actions
from decisions.journeys.actions import NewMove
from decisions.journeys.facts import MoveFact, StopFact
from decisions.journeys.fold import fold
from decisions.journeys.kinds import ENDED, NOTHING, Evidence, MoveKind, StopRole
from decisions.journeys.models import Journey, JourneyNow, Move, Stop, StopNow
from forum import clock
from forum.access import Standing
from forum.db import begin_write, db
from forum.people.models import Byline
from forum.refusal import Refusal
from tests import make, travel
from tests.decisions.journeys.model import Said, paper_of
from tests.sizes import sized

START = date(2026, 1, 5)
ROLES = [one for one in StopRole if one != StopRole.HERE]
KINDS = [str(kind) for kind in MoveKind if kind not in (MoveKind.RAISED, MoveKind.CORRECTED)]
DAYS = st.integers(0, 90).map(lambda days: START + timedelta(days=days))
MAYBE_DAY = st.none() | DAYS


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[StopFact], list[Said]]:
    """A route of one to six steps, and up to thirty entries, corrections among them, in any order of days."""
    roles = ["here", *draw(st.lists(st.sampled_from(ROLES), min_size=1, max_size=6))]
    stops = [
        StopFact(number, role, number, None, draw(MAYBE_DAY) if number > 1 else None)
        for number, role in enumerate(roles, 1)
    ]
    entries = [Said(1, "raised", START, 1, None, None, True)]
    for number in range(2, 2 + draw(st.integers(0, 29))):
        entries.append(draw(_entry(number, len(stops), entries)))
    return stops, entries


@st.composite
def _entry(draw: st.DrawFn, number: int, stops: int, before: list[Said]) -> Said:
    step, to = draw(st.integers(2, stops)), draw(st.none() | st.integers(2, stops))
    day, planned, sure = draw(DAYS), draw(MAYBE_DAY), draw(st.booleans())
    free = [one.number for one in before[1:] if one.number not in {other.corrects for other in before}]
    if free and draw(st.integers(0, 9)) == 0:
        wrong, becomes = draw(st.sampled_from(free)), draw(st.sampled_from([*KINDS, NOTHING]))
        return Said(number, "corrected", day, step, to, planned, sure, wrong, becomes)
    kind = draw(st.sampled_from(KINDS))
    return Said(number, kind, day, None if kind in ("closed", "reopened") else step, to, planned, sure)


def facts(entries: list[Said]) -> Iterator[MoveFact]:
    for one in entries:
        evidence = Evidence.OFFICIAL_RECORD if one.sure else Evidence.MEMBER_SAYS
        yield MoveFact(
            one.number, one.kind, one.day, one.step, one.to, one.planned, evidence, one.corrects, one.becomes
        )


@settings(max_examples=sized(200, 10_000))
@given(stories())
def test_the_fold_agrees_with_a_sheet_of_paper(story: tuple[list[StopFact], list[Said]]) -> None:
    stops, entries = story
    now = fold(stops, facts(entries))
    paper = paper_of({one.id: (one.role, one.planned_on) for one in stops}, entries)
    assert now.stage == paper.stage()
    assert now.outcome == paper.outcome
    assert {ident: state.since for ident, state in now.stops.items() if state.open} == paper.holders()
    assert {ident: state.planned_on for ident, state in now.stops.items()} == {
        ident: one.planned for ident, one in paper.steps.items()
    }


class Person(NamedTuple):
    """Somebody who records things: who they are, and how they may say that they know."""

    standing: Standing
    byline: int
    evidences: tuple[Evidence, ...]


def _people(app: Flask, body: int) -> list[Person]:
    found = []
    ours = (Evidence.OFFICIAL_RECORD, Evidence.HEARD, Evidence.MEMBER_SAYS)
    for name, roles, speaks_for, evidences in (
        ("Dee", frozenset({"facilitator"}), {}, ours),
        ("Bo", frozenset[str](), {}, (Evidence.MEMBER_SAYS, Evidence.OFFICIAL_RECORD)),
        ("Helen", frozenset[str](), {body: "Head of Care"}, (Evidence.THEIR_REPLY, Evidence.MEMBER_SAYS)),
    ):
        person = make.make_person(app, name=name, trusted_at=clock.now())
        standing = Standing(person, name, roles, trusted=True, speaks_for=speaks_for)
        found.append(Person(standing, make.make_byline(app, name=name, person_id=person), evidences))
    return found


def _row(one: Move) -> dict[str, Any]:
    return {column.name: getattr(one, column.name) for column in Move.__table__.columns}


def _attempt(chance: random.Random, who: Person, stops: list[int], moves: list[Move]) -> NewMove:
    """Something that this person may or may not be allowed to record."""
    kind = chance.choice([one for one in MoveKind if one != MoveKind.RAISED])
    day = clock.today() - timedelta(days=chance.randrange(0, 60))
    wrong = chance.choice(moves[1:]).number if kind == MoveKind.CORRECTED and moves[1:] else None
    return NewMove(
        kind=kind,
        happened_on=day,
        evidence=chance.choice(who.evidences),
        plain="It happened.",
        stop_id=None if kind in (MoveKind.CLOSED, MoveKind.REOPENED) else chance.choice(stops[1:]),
        to_stop_id=chance.choice([None, *stops[1:]]),
        planned_on=chance.choice([None, day + timedelta(days=chance.randrange(0, 90))]),
        source="https://example.org/minutes",
        reason="They said why.",
        corrects=wrong,
        becomes=chance.choice([*KINDS, NOTHING]) if wrong else None,
    )


@pytest.mark.parametrize("seed", range(sized(6, 200)))
def test_what_is_kept_agrees_with_a_sheet_of_paper(app: Flask, seed: int) -> None:
    """The same random people try the same random things on both databases, on two journeys of one issue. Nothing that
    was recorded ever changes, and what happens on one journey changes nothing on the other."""
    chance, body, thread = random.Random(seed), make.make_body(app, "Council"), make.make_thread(app)
    routes = {}
    for number, names in ((1, {}), (2, {"part": "The stop", "first": "The route"})):
        roles = [chance.choice(ROLES) for _ in range(chance.randrange(1, 6))]
        routes[number] = travel.start_journey(app, thread, *((str(role), body) for role in roles), **names)
    people, recorded = _people(app, body), 2
    with app.app_context():
        before = {number: [_row(one) for one in _moves(_journey(number))] for number in routes}
        for _ in range(14):
            who, number = chance.choice(people), chance.choice(list(routes))
            begin_write()
            of = _journey(number)
            moves = _moves(of)
            new = _attempt(chance, who, routes[number], moves)
            try:
                by, signed = who.standing, db.session.get_one(Byline, who.byline)
                actions.record_move(of, new, seen=len(moves), by=by, signed=signed, on=clock.now())
                db.session.commit()
                recorded += 1
            except Refusal:
                db.session.rollback()
            before = {number: _agrees(_journey(number), rows) for number, rows in before.items()}
        assert sum(map(len, before.values())) == recorded


def _journey(number: int) -> Journey:
    return db.session.scalars(db.select(Journey).filter_by(number=number)).one()


def _moves(of: Journey) -> list[Move]:
    return list(db.session.scalars(db.select(Move).filter_by(journey_id=of.id).order_by(Move.number)))


def _agrees(of: Journey, before: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Hold what is kept against the model; return the rows of what was recorded."""
    moves = _moves(of)
    rows = [_row(one) for one in moves]
    assert rows[: len(before)] == before
    steps = {
        one.id: (one.role, one.planned_on)
        for one in db.session.scalars(db.select(Stop).filter_by(journey_id=of.id).order_by(Stop.position))
    }
    numbers = {one.id: one.number for one in moves}
    said = [
        Said(
            one.number,
            one.kind,
            one.happened_on,
            one.stop_id,
            one.to_stop_id,
            one.planned_on,
            one.evidence != Evidence.MEMBER_SAYS,
            numbers.get(one.corrects_id or 0),
            one.becomes,
        )
        for one in moves
    ]
    paper = paper_of(steps, said)
    kept = db.session.get_one(JourneyNow, of.id)
    assert (kept.stage, kept.outcome, kept.last_number) == (paper.stage(), paper.outcome, len(moves))
    opened = db.session.scalars(db.select(StopNow).filter_by(journey_id=of.id))
    holders = {one.stop_id for one in opened if steps[one.stop_id][0] != "consult"}
    if kept.stage not in ENDED:
        waits_its_turn = {ident for ident, one in paper.steps.items() if one.on_a_list and not one.waits}
        expected = {ident for ident in paper.holders() if steps[ident][0] != "consult"}
        assert holders - waits_its_turn == expected - waits_its_turn
    return rows
