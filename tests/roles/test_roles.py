"""Who may do what, on every route there is: by each kind of person, with their own things and with other people's.

What a person may not see is 404; what they see and may not do is 403; signed out, a page leads to sign in.
"""

from collections.abc import Iterator
from zlib import crc32

import pytest
from flask import Flask
from itsdangerous import URLSafeTimedSerializer

from forum.access import Role
from forum.db import db
from tests.apps import Apps, forget, put_away
from tests.conftest import walked
from tests.queries import counted
from tests.roles.people import EVERYBODY, GUESTS
from tests.roles.rows import fingerprint, is_write
from tests.roles.table import TABLE
from tests.roles.walk import SAFE, Step, policies, routes, steps, without_row
from tests.roles.world import World, made_known, make_world
from tests.sizes import sized

ELSEWHERE = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": "https://elsewhere.example"},
    {"Origin": "null"},
    {"Referer": "https://elsewhere.example/issues"},
)
SHARED = (str(Role.FACILITATOR), str(Role.ADMINISTRATOR))
UNSAFE = ("POST", "PUT", "PATCH", "DELETE")


@pytest.fixture(scope="module", params=walked("sqlite"))
def made(request: pytest.FixtureRequest, apps: Apps) -> Iterator[World]:
    """The people, and what each of them has: made once, for no walk leaves a mark on it."""
    with apps.lend(request.param) as app:
        yield make_world(app)


@pytest.fixture
def world(made: World) -> World:
    """That world, met by an app that remembers nothing of the walk before."""
    assert forget(made.app)
    return made


@pytest.fixture
def kept(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the world is made, whatever a request writes is undone when it ends, so that each meets the same world."""
    monkeypatch.setattr(db.session, "commit", db.session.flush)


def test_every_route_is_in_the_table(app: Flask) -> None:
    add = "Add a row to TABLE in tests/roles/table.py that says what its address names, and who may do what there."
    assert without_row(app) == [], add
    known = {endpoint for endpoint, _method, _names in routes(app)}
    assert set(TABLE) - known == set(), "Take these rows out of TABLE: there is no such route any more."


def test_a_new_route_without_a_row_is_found(apps: Apps) -> None:
    app = apps.new("sqlite")
    app.add_url_rule("/new/<int:id>", "somewhere.new", str)
    app.add_url_rule("/new", "somewhere.plain", lambda: "")
    assert without_row(app) == ["somewhere.new"]
    put_away(app)


def _is_theirs(step: Step) -> bool:
    """Facilitators and administrators, who may nearly everything, share the walk: each takes every second step, always
    the same ones. When proving, both take all of it."""
    half = crc32(f"{step.endpoint} {step.variant}".encode()) % 2
    return sized(step.asker.who not in SHARED or SHARED[half] == step.asker.who, True)


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("who", EVERYBODY)
def test_everyone_is_answered_as_the_policies_say(world: World, who: str) -> None:
    before, wrong, seen = fingerprint(world.app), [], set()
    with counted(world.app) as statements:
        for step in (one for one in steps(world, who) if _is_theirs(one)):
            start = len(statements)
            response = step.asker.ask(step.method, step.address)
            got = step.got(response)
            seen.add(got)
            wrote = [one for one in statements[start:] if is_write(one)]
            if told := made_known(response.get_data(as_text=True), step.asker):
                wrong.append(f"{step} ({response.status_code}) tells {told}")
            if got != step.expected:
                wrong.append(f"{step}: {got} ({response.status_code}), not {step.expected}")
            elif wrote and (got != "through" or step.method == "GET"):
                wrong.append(f"{step}: {got}, and yet it wrote: {wrote[0][:80]}")
    assert not wrong, "\n".join(wrong)
    assert seen >= {"through", "403", "404"}, "the walk met a yes and both kinds of no"
    assert fingerprint(world.app) == before


@pytest.mark.parametrize("who", (GUESTS, "administrator"))
def test_looking_never_writes(world: World, who: str) -> None:
    before, wrong = fingerprint(world.app), []
    for step in steps(world, who, methods=("GET",), once=True):
        codes = {method: step.asker.ask(method, step.address).status_code for method in SAFE}
        if codes["GET"] >= 500 or codes["HEAD"] != codes["GET"] or codes["OPTIONS"] not in (200, codes["GET"]):
            wrong.append(f"{step}: {codes}")
    assert not wrong, "\n".join(wrong)
    assert fingerprint(world.app) == before


@pytest.mark.usefixtures("kept")
def test_a_form_of_another_site_is_refused_everywhere(world: World) -> None:
    wrong = []
    for who in (GUESTS, "member", "administrator"):
        for step in steps(world, who, methods=("POST",), once=True):
            for headers in ELSEWHERE:
                code = step.asker.ask("POST", step.address, **headers).status_code
                if code != 400:
                    wrong.append(f"{step} {headers}: {code}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.usefixtures("kept")
def test_a_form_without_its_token_is_refused_everywhere(world: World) -> None:
    secret = str(world.app.secret_key)
    theirs = URLSafeTimedSerializer(secret, salt="wtf-csrf-token").dumps("what another browser holds")
    wrong = []
    for who in ("member", "administrator", "suspended"):
        for step in steps(world, who, methods=("POST",), once=True):
            for token in ("", "no token", theirs):
                if (code := step.asker.ask("POST", step.address, {"csrf_token": token}).status_code) != 400:
                    wrong.append(f"{step} with {token!r}: {code}")
    for step in steps(world, GUESTS, methods=("POST",)):  # a guest holds no token: the browser has to say where
        if step.endpoint in ("notifications.stop_now", "promises.ask_no_more_now"):
            continue  # the token in its address is the authority, for mail programs (RFC 8058)
        if (code := step.asker.ask("POST", step.address, Accept="text/html").status_code) != 400:
            wrong.append(f"{step}, from nowhere: {code}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.usefixtures("kept")
def test_other_methods_are_refused(world: World) -> None:
    known: dict[str, set[str]] = {}
    for step in steps(world, "administrator", once=True):
        rules = world.app.url_map.iter_rules(step.endpoint)
        known.setdefault(step.address, set()).update(method for rule in rules for method in rule.methods or ())
    asker, wrong = world.askers["administrator"], []
    for address, methods in known.items():
        for method in UNSAFE:
            if method not in methods and (code := asker.ask(method, address).status_code) not in (404, 405):
                wrong.append(f"{method} {address}: {code}")
    assert not wrong, "\n".join(wrong)


def test_a_suspended_person_reads_takes_their_data_and_leaves(app: Flask) -> None:
    world = make_world(app)  # of its own: it is changed
    cross = world.askers["suspended"]
    assert cross.ask("GET", "/issues").status_code == 200
    assert cross.ask("GET", "/me/data.json").status_code == 200
    writers = {name for name, policy in policies(world.app).items() if policy.check(cross.standing) is not None}
    assert {"threads.check_sent", "threads.reply_sent", "journeys.happened_sent", "bodies.ask"} <= writers
    assert cross.ask("POST", "/me/leave", {"key": "once"}).headers["Location"] == "/left"
    assert cross.ask("GET", "/me").status_code == 302
