"""Lists of decisions are read on through their days, politely and with an end."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask

from decisions.imports import decision_lists, fetching, running, sources
from decisions.imports.decision_lists import MOST_PAGES, pages
from decisions.imports.models import Source
from decisions.imports.records import Asked, Fault, Record, Unreadable
from decisions.meetings.models import Decision
from forum import clock
from forum.db import db
from tests import make
from tests.decisions.imports.bringing import make_source
from tests.decisions.imports.decided import Decisions
from tests.decisions.imports.service import serving
from tests.decisions.imports.test_keeping import all_of

SITE = "https://d.example.org/"
LIST = f"{SITE}mgDelegatedDecisions.aspx"


def asked_days(address: str) -> str:
    return parse_qs(urlsplit(address).query)["DR"][0]


def test_a_list_is_asked_for_by_stretches_of_days() -> None:
    asked = Asked(date(2026, 1, 1), date(2026, 12, 31))
    found = list(pages(f"{LIST}?bcr=1&DM=77", asked, date(2026, 3, 5)))
    assert [asked_days(one) for one in found] == [
        "03/02/2026-05/03/2026",
        "03/01/2026-02/02/2026",
        "01/01/2026-02/01/2026",
    ]
    assert parse_qs(urlsplit(found[0]).query)["DM"] == ["77"]
    assert list(pages(LIST, Asked(), date(2026, 3, 5))) == [LIST]
    assert list(pages(LIST, Asked(date(2026, 3, 1)), None)) == [LIST]
    assert len(list(pages(LIST, Asked(date(1990, 1, 1)), date(2026, 3, 5)))) == MOST_PAGES


@pytest.mark.parametrize("deaf", [False, True])
def test_every_decision_of_the_days_is_read_once(deaf: bool) -> None:
    council, asked_for = Decisions(), []
    council.deaf = deaf

    def get(address: str) -> bytes:
        asked_for.append(address)
        parts = urlsplit(address)
        given = {name.lower(): found[0] for name, found in parse_qs(parts.query).items()}
        return council.answer(parts.path[1:], given).encode()

    asked = Asked(date(2026, 1, 1), date(2026, 6, 30))
    found = list(decision_lists.visit(SITE, SITE, asked, date(2026, 6, 30), get))
    assert len({one.ident for one in found if isinstance(one, Record)}) == (3 if deaf else 12)
    assert [one for one in found if isinstance(one, Fault)] == []
    assert len(asked_for) == len(set(asked_for)) == (2 + 3 if deaf else 6 + 12)


def test_what_is_missing_is_told() -> None:
    def none(_address: str) -> bytes:
        return b"<!DOCTYPE html><html><body>Sign in</body></html>"

    def away(_address: str) -> bytes:
        raise Unreadable(fetching.NO_ANSWER, host="d.example.org", why="TimeoutError")

    asked, today = Asked(date(2026, 1, 1), date(2026, 2, 20)), date(2026, 2, 20)
    with pytest.raises(Unreadable, match="no decision on it"):
        list(decision_lists.visit(SITE, SITE, asked, today, none))
    faults = list(decision_lists.visit(SITE, SITE, asked, today, away))
    assert [one.kind for one in faults if isinstance(one, Fault)] == ["decision", "decision"]
    long_ago = list(decision_lists.visit(SITE, SITE, Asked(date(1990, 1, 1)), today, away))
    assert "Ask for fewer days" in long_ago[-1].sentence.text  # type: ignore[union-attr]


def test_from_a_server_twice(app: Flask) -> None:
    app.config["FETCH_PRIVATE"] = "1"
    with serving() as server, pytest.MonkeyPatch.context() as patch:
        patch.setattr(fetching, "BETWEEN", 0.0)
        more = {"address": server.address.replace("ieDocHome", "mgDelegatedDecisions")}
        source = make_source(app, "moderngov-decisions", body_id=make.make_body(app), **more)
        for counts in ({"added": 12}, {"same": 12}):
            assert _read(app, source) == counts
        assert (len(server.asked), server.most_at_once) == (36, 1)
    assert {one.official for one in all_of(app, Decision)} == {f"To do {500 + n}." for n in range(12)}


def _read(app: Flask, source_id: int) -> dict[str, int]:
    with app.app_context():
        source = db.session.get_one(Source, source_id)
        asked = sources.asked_of(source, date(2026, 1, 1), date(2026, 6, 30))
        give = sources.given_by(source, asked, sources.fetcher(most=500).get)
        db.session.rollback()
        counts = running.bring(source_id, give, by=None, on=clock.now()).plan.counts
        return {name: count for name, count in counts.items() if count}
