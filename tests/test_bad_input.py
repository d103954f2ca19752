"""Requests that no browser of a person sends: too large, in another encoding, twice, broken. Never a fault of ours."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from tests.apps import Apps, forget
from tests.client import HERE
from tests.conftest import walked
from tests.naughty.sending import Site, explore, faults, undone, where_one_types
from tests.roles.walk import Step
from tests.roles.world import make_world
from tests.sizes import sized

FORM = "application/x-www-form-urlencoded"
DAYS = (
    "0000-00-00",
    "9999-99-99",
    "9999-12-31",
    "0001-01-01",
    "-001-01-01",
    "2026-02-30",
    "10000-01-01",
    "1e9",
    "٢٠٢٦-٠١-٠١",
)
HOURS = ("24:00", "99:99", "-1:00", "10:00+99:99", "23:59:60", "T", "١٠:٠٠")
NUMBERS = (-1, 2**31, 2**63, 2**64, 10**40, 10**4000)
BYTES = (b"\x00", b"a\x00b", b"\xff\xfe", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf", b"\xf0\x9f\x98")
BODIES: tuple[tuple[str, bytes], ...] = (
    ("application/json", b'{"text": "x"}'),
    ("application/json", b"{"),
    ("text/plain", b"text=x"),
    ("", b"text=x"),
    ("multipart/form-data", b"text=x"),
    ("multipart/form-data; boundary=b", b"--b\r\nno end"),
    (
        "multipart/form-data; boundary=b",
        b'--b\r\nContent-Disposition: form-data; name="text"; filename="a"\r\n\r\nx\r\n--b--',
    ),
    (f"{FORM}; charset=utf-16", "text=x".encode("utf-16")),
    (f"{FORM}; charset=none", b"text=x"),
    (FORM, b"&&==&=&%&%zz=%u0041"),
    (FORM, b"&".join(b"n%d=1" % number for number in range(5_000))),
)
CHECKED = ("words.check_text", "words.panel")  # a text for the checker: 200 kB at most
SOME = 3  # of each kind of fault for each route, other ones for the next; all of them when proving


@pytest.fixture(scope="module", params=walked("postgresql"))
def made(request: pytest.FixtureRequest, apps: Apps) -> Iterator[Site]:
    """Every form and every address: found once, for whatever is sent here is undone."""
    with apps.lend(request.param) as app:
        yield explore(make_world(app))


@pytest.fixture
def site(made: Site) -> Iterator[Site]:
    """Every form and every address, in an app that remembers nothing; whatever is written is undone."""
    assert forget(made.world.app)
    with undone():
        yield made


def dealt(every: tuple[Any, ...], place: int) -> tuple[Any, ...]:
    """Return the faults for the route with this place among all."""
    return sized((*every, *every)[place * SOME % len(every) :][:SOME], every)


def send(step: Step, body: bytes, kind: str = FORM) -> Any:
    """Send bytes as they are, with a token that holds."""
    headers = {**HERE, "Cookie": step.asker.cookie, "X-CSRFToken": step.asker.token}
    client = step.asker.app.test_client(use_cookies=False)
    return client.post(step.address, data=body, content_type=kind, headers=headers)


def test_too_large_is_said_everywhere(site: Site) -> None:
    wrong = []
    for step in site.posts:
        largest = getattr(site.world.app.view_functions[step.endpoint], "largest", None) or 1_000_000
        for size, codes in ((largest + 100_000, {413}), (300_000, {303, 400, 404, 409})):
            code = step.asker.ask("POST", step.address, {"text": "x" * size, "key": "k"}).status_code
            unread = step.asker.who == "guest" and code < 500  # a button that reads nothing of what is sent
            checked = code == 413 and step.endpoint in CHECKED
            if code not in codes and not unread and not checked:
                wrong.append(f"{step} with {size}: {code}")
    assert not wrong, "\n".join(wrong)


def test_other_kinds_of_bodies(site: Site) -> None:
    wrong = [
        f"{step} {kind} {body!r:.40}: {code}"
        for place, step in enumerate(site.posts)
        for kind, body in dealt(BODIES, place)
        if (code := send(step, body, kind).status_code) >= 500
    ]
    assert not wrong, "\n".join(wrong)


def test_broken_letters_and_fields_twice(site: Site) -> None:
    wrong = []
    for place, step in enumerate(site.posts):
        names = sorted(site.listener.fields[step.endpoint] - {"csrf_token"})
        for turn in sized(range(place % 3, len(BYTES), len(BYTES)), range(0, len(BYTES), 3)):
            sent = [(name, BYTES[(turn + place) % len(BYTES)]) for place, name in enumerate(names)]
            body = b"&".join([name.encode() + b"=" + quote(letters).encode() for name, letters in sent])
            response = send(step, b"&".join([body, body, BYTES[turn] + b"=x"]))
            if found := faults(response):
                wrong.append(f"{step} with {sent}: {found[:2]}")
    assert not wrong, "\n".join(wrong)


def test_days_and_hours_that_are_none(site: Site) -> None:
    wrong, met = [], 0
    for place, step in enumerate(site.posts):
        as_it_was = where_one_types(site, step, "Plain words.", areas_only=True)
        named = [name for name in as_it_was if name.endswith(("_on", "until", "at", "due", "on"))]
        for typed in dealt((*DAYS, *HOURS), place) if named else ():
            met += 1
            response = step.asker.ask("POST", step.address, {**as_it_was, **dict.fromkeys(named, typed)})
            if response.status_code >= 500:
                wrong.append(f"{step} with {typed!r} in {named}")
    assert not wrong, "\n".join(wrong)
    assert met > 50


def test_numbers_that_no_row_has(site: Site) -> None:
    asker, wrong = site.world.askers["administrator"], []
    for rule in site.world.app.url_map.iter_rules():
        numbers = [name for name, kind in rule._converters.items() if type(kind).__name__ == "Number"]
        method = "GET" if "GET" in (rule.methods or ()) else "POST"
        for number in NUMBERS if numbers else ():
            address = rule.rule.replace("<slug>", "x").replace("<kind>", "thread")
            for name in numbers:
                address = address.replace(f"<int:{name}>", str(number))
            if (code := asker.ask(method, address).status_code) not in (403, 404, 405):
                wrong.append(f"{method} {address[:80]}: {code}")
    assert not wrong, "\n".join(wrong)


def test_broken_addresses_and_cookies(site: Site) -> None:
    client, wrong = site.world.app.test_client(use_cookies=False), []
    broken = [quote(letters) for letters in BYTES] + ["%", "%zz", "..%2f..%2fetc", "%2e%2e", "x" * 8_000]
    for path in ("/people/{}", "/bodies/{}", "/topics/{}", "/report/{}", "/follow/stop/{}", "/{}"):
        for one in broken:
            if (code := client.get(path.format(one)).status_code) != 404:
                wrong.append(f"{path.format(one):.60}: {code}")
    for one in broken:
        for path in (
            "/search?q={}",
            "/issues?after={}",
            "/issues?topic={}",
            "/sign-in?next={}",
            "/safety/log?before={}",
        ):
            if found := faults(client.get(path.format(one))):
                wrong.append(f"{path.format(one):.60}: {found}")
        for name in ("doorway", "doorway-draft", "doorway-browser"):
            if (code := client.get("/issues/new/write", headers={"Cookie": f"{name}={one}"}).status_code) != 200:
                wrong.append(f"cookie {name}={one:.40}: {code}")
    assert not wrong, "\n".join(wrong)
