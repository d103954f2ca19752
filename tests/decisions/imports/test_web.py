"""A whole council is brought in from a server on this machine; what is fetched, how, and what is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from flask import Flask

from decisions.imports import fetching, running, sources
from decisions.imports.fetching import Fetcher, is_public
from decisions.imports.models import Run, Source
from decisions.imports.readers.values import asked_for
from decisions.imports.records import Asked, Unreadable
from decisions.imports.visiting import committee_of, site_of
from decisions.meetings.models import AgendaItem, Document, Meeting
from forum import clock
from forum.db import db
from tests import make
from tests.decisions.imports.bringing import make_source, match
from tests.decisions.imports.service import Service, serving
from tests.decisions.imports.test_keeping import all_of


@contextmanager
def council(app: Flask, all_word: str = "0") -> Iterator[tuple[Service, int]]:
    """A server, and a source that reads it."""
    app.config["FETCH_PRIVATE"] = "1"
    with serving(all_word) as server, pytest.MonkeyPatch.context() as patch:
        patch.setattr(fetching, "BETWEEN", 0.0)
        yield server, make_source(app, address=server.address)


def read(app: Flask, source_id: int, first: date = date(2026, 1, 1), last: date = date(2026, 6, 1)) -> dict[str, int]:
    """Read it once; return how much there was of each."""
    with app.app_context():
        source = db.session.get_one(Source, source_id)
        give = sources.given_by(source, sources.asked_of(source, first, last), sources.fetcher(most=500).get)
        db.session.rollback()
        counts = running.bring(source_id, give, by=None, on=clock.now()).plan.counts
        return {name: count for name, count in counts.items() if count}


@pytest.mark.parametrize("all_word", ["0", "-1"])
def test_a_council_from_end_to_end(app: Flask, all_word: str) -> None:
    with council(app, all_word) as (server, source):
        assert read(app, source) == {"added": 3}
        body = make.make_body(app, "Health and care scrutiny")
        match(app, source, "144", body)
        match(app, source, "312", None)
        assert read(app, source) == {"added": 6 + 6 * 10, "same": 3, "bad": 1}
        assert [one.title for one in all_of(app, Meeting)] == ["Health & Care Scrutiny"] * 6
        items = all_of(app, AgendaItem)[:5]
        assert [(one.position, one.number, one.title, one.heading, one.restricted) for one in items] == [
            (1, "", "Part one: in public", True, False),
            (2, "1", "Minutes", False, False),
            (3, "", "An item without a number", False, False),
            (4, "2", "Day & night services", False, False),
            (5, "3", "The lease of the hall", False, True),
        ]
        assert [one.agenda for one in items] == ["To hear & note this."] * 4 + [""]
        assert [(one.title, one.url[-5:]) for one in all_of(app, Document)[3:5]] == [
            ("Report 4", "4.pdf"),
            ("Report 5", ""),
        ]
        assert read(app, source) == {"same": 3 + 6 + 60, "bad": 1}
        assert server.most_at_once == 1
        assert server.agents == {"Doorway"}
        assert next(one.faults[0][1] for one in all_of(app, Run) if one.faults).endswith(
            "outside the days that we asked for."
        )


def test_one_broken_answer_and_a_busy_server(app: Flask) -> None:
    with council(app) as (server, source):
        read(app, source)
        match(app, source, "163", make.make_body(app, "Audit"))
        read(app, source)
        server.broken, server.gone, server.busy = {"16301"}, {"16302"}, 2
        counts = read(app, source)
        assert counts["bad"] == 2
        gone = [one for one in all_of(app, Meeting) if one.gone_on]
        assert [str(one.day) for one in gone] == ["2026-03-02"]
        server.broken, server.gone = set(), set()
        assert read(app, source)["back"] == 1
        assert [one for one in all_of(app, Meeting) if one.gone_on] == []


def test_only_hosts_of_sources_and_no_other(app: Flask) -> None:
    with council(app) as (server, _source), app.app_context():
        at, get = server.address.rpartition("/")[0], sources.fetcher(most=50).get
        for address, words in (
            ("https://elsewhere.example.org/", "is not the address of a source here"),
            ("file:///etc/passwd", "is not the address of a source here"),
            (f"{at}/away", "We never follow to another host"),
            (f"{at}/round", "round in a circle"),
            (f"{at}/endless", "larger than"),
        ):
            with pytest.raises(Unreadable) as refusal:
                get(address)
            assert words in refusal.value.sentence.text


def test_no_private_network(app: Flask) -> None:
    with council(app) as (server, source):
        app.config["FETCH_PRIVATE"] = "0"
        with pytest.raises(Unreadable, match="private network"):
            read(app, source)
        assert server.asked == []
        assert all_of(app, Run)[0].outcome == "failed"
    public = {"192.0.2.1": False, "10.1.2.3": False, "::1": False, "::ffff:127.0.0.1": False, "169.254.1.1": False}
    assert {ip: is_public(ip) for ip in public} == public
    assert is_public("8.8.8.8")


def test_a_page_is_asked_for_once_and_only_so_often() -> None:
    asked: list[str] = []

    class Counted(Fetcher):
        def _ask(self, address: str) -> tuple[int, str, bytes]:
            asked.append(address)
            if len(asked) == 1:
                return 429, "7", b""
            return 200, "", b"x"

    waits: list[float] = []
    one = Counted({"a.example.org"}, "Doorway", pause=waits.append)
    assert [one.get("https://a.example.org/") for _turn in range(3)] == [b"x"] * 3
    assert (len(asked), waits) == (2, [7.0])


@pytest.mark.parametrize(
    ("given", "site", "committee"),
    [
        ("https://d.example.org/mgCommitteeDetails.aspx?ID=144", "https://d.example.org/", "144"),
        ("https://d.example.org/moderngov/ieDocHome.aspx?bcr=1", "https://d.example.org/moderngov/", ""),
        ("https://d.example.org", "https://d.example.org/", ""),
        ("https://d.example.org/moderngov", "https://d.example.org/moderngov/", ""),
    ],
)
def test_addresses_that_people_copy(given: str, site: str, committee: str) -> None:
    assert (site_of(given), committee_of(given)) == (site, committee)


def test_days_are_asked_for_as_the_service_reads_them() -> None:
    assert asked_for(date(2026, 2, 1)) == "01/02/2026"
    assert Asked(date(2026, 1, 1), date(2026, 2, 1)).holds(date(2026, 2, 1))
