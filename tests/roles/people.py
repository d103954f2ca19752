"""Everybody who may come to the site, each with a browser that can be asked again and again from the same state."""

from dataclasses import dataclass
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from forum import clock
from forum.access import GUEST, Role, Standing
from tests import make
from tests.client import HERE, Client

GUESTS, MEMBER, BODY, SUSPENDED = "guest", "member", "works for a body", "suspended"
EVERYBODY = (GUESTS, MEMBER, BODY, *map(str, Role), SUSPENDED)
SIGNED_IN = tuple(who for who in EVERYBODY if who != GUESTS)
STAFF = frozenset({str(Role.FACILITATOR), str(Role.ADMINISTRATOR)})
MODERATORS = frozenset({str(Role.MODERATOR), str(Role.ADMINISTRATOR)})


@dataclass(frozen=True)
class Asker:
    """One kind of person. Each request comes from the state that the browser had at first: nothing is remembered."""

    who: str
    id: int | None
    standing: Standing
    app: Flask
    cookie: str
    token: str

    def ask(self, method: str, address: str, data: dict[str, Any] | None = None, **headers: str) -> TestResponse:
        """Send one request, of this site and with the right token unless `headers` say where it comes from."""
        sent = dict(headers or HERE)
        if self.cookie:
            sent["Cookie"] = self.cookie
        values = {"csrf_token": self.token, **(data or {})} if method not in ("GET", "HEAD", "OPTIONS") else None
        return self.app.test_client(use_cookies=False).open(address, method=method, data=values, headers=sent)


def everybody(app: Flask, body_id: int) -> dict[str, Asker]:
    """Make one of each; the one who works for a body works for this one."""
    found = {GUESTS: Asker(GUESTS, None, GUEST, app, "", "")}
    for who in SIGNED_IN:
        more: dict[str, Any] = {"suspended_at": clock.now()} if who == SUSPENDED else {}
        role = who if who in set(Role) else None
        person = make.make_trusted(app, f"Person {who}", role=role, **more)
        if who == BODY:
            make.make_affiliation(app, person, body_id)
        found[who] = _asker(app, who, person, body_id)
    return found


def _asker(app: Flask, who: str, person_id: int, body_id: int) -> Asker:
    client = Client(app).sign_in(person_id)
    token = client.token()
    cookie = client.raw.get_cookie("doorway")
    assert cookie is not None
    standing = make.standing_of(app, person_id)
    if who == BODY:
        standing = Standing(**{**_fields(standing), "speaks_for": {body_id: "Head of Day Services"}})
    return Asker(who, person_id, standing, app, f"doorway={cookie.value}", token)


def _fields(standing: Standing) -> dict[str, Any]:
    return {name: getattr(standing, name) for name in Standing.__dataclass_fields__}
