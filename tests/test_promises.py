"""What every route promises: it says who may use it, and keeps to that for each kind of person."""

from flask import Flask

from forum import clock
from forum.access import Policy, Role
from tests import make
from tests.client import Client

FINE = {200, 302, 303, 400, 403, 404, 409}


def plain_addresses(app: Flask) -> list[tuple[str, str]]:
    """Endpoint and address of each page that needs nothing filled in."""
    rules = [rule for rule in app.url_map.iter_rules() if not rule.arguments and "GET" in (rule.methods or ())]
    return sorted((rule.endpoint, rule.rule) for rule in rules)


def test_every_route_declares_a_policy(app: Flask) -> None:
    wrong = [name for name, view in app.view_functions.items() if not isinstance(getattr(view, "policy", None), Policy)]
    assert wrong == []


def test_every_plain_page_keeps_to_its_policy(app: Flask) -> None:
    people: dict[str, Client] = {"guest": Client(app), "member": Client(app).sign_in(make.make_trusted(app))}
    for role in Role:
        people[role] = Client(app).sign_in(make.make_person(app, name=f"A {role}", role=role))
    gone = make.make_person(app, name="Cross", suspended_at=clock.now())
    people["suspended"] = Client(app).sign_in(gone)
    wrong = []
    for endpoint, address in plain_addresses(app):
        policy = app.view_functions[endpoint].policy  # type: ignore[attr-defined]
        for who, client in people.items():
            status = client.raw.get(address).status_code
            open_to = policy.name.startswith("everyone") and (who != "suspended" or policy.name == "everyone")
            staff = policy.name in ("facilitator", "moderator", "administrator", "safeguarding lead")
            closed = staff and who in ("guest", "member", "suspended")
            if status not in FINE or (open_to and status == 403) or (closed and status == 200):
                wrong.append(f"{address} as {who}: {status} ({policy.name})")
    assert wrong == []
