"""Every route of moderation, about and to-do, by every kind of person."""

from flask import Flask

from forum import clock
from forum.access import Role
from tests.client import Client
from tests.forum.moderation.scene import hide, report, scene
from tests.make import make_person

PEOPLE = ("guest", "member", "suspended", "facilitator", "moderator", "administrator", "safeguarding")
ALL, IN = set(PEOPLE), set(PEOPLE) - {"guest"}
MODERATORS = {"moderator", "administrator"}
# address: who gets the page. A guest is led to sign in, others are refused; the ruling is the author's own.
MAY = {
    "/report?kind=thread&id=1": ALL,
    "/report/{receipt}": ALL,
    "/safety/log": ALL,
    "/safety/why?kind=post&id=2": ALL,
    "/safety": ALL,
    "/help-now": ALL,
    "/worried": ALL,
    "/worried/sent": ALL,
    "/about": ALL,
    "/accessibility": ALL,
    "/privacy": ALL,
    "/to-do": IN,
    "/reports/1": MODERATORS,
    "/hide?kind=thread&id=1": MODERATORS,
    "/suspend?kind=thread&id=1": MODERATORS,
    "/suspended": MODERATORS,
    "/appeals/1": MODERATORS,
    "/worries": {"safeguarding"},
    "/worries/1": {"safeguarding"},
    "/settings": {"administrator"},
}
# What is sent without anything filled in: who is asked to fill it in (400) or told why not (409); others are refused.
SENDS = {
    "/report?kind=thread&id=1": (ALL, 400),
    "/worried": (ALL, 400),
    "/hide?kind=thread&id=1": (MODERATORS, 400),
    "/suspend?kind=thread&id=1": (MODERATORS, 400),
    "/suspended/1/restore": (MODERATORS, 409),
    "/appeals/1": (MODERATORS, 400),
    "/worries/1": ({"safeguarding"}, 400),
    "/settings": ({"administrator"}, 400),
}


def browsers(app: Flask) -> dict[str, Client]:
    made = {"guest": Client(app), "member": Client(app).sign_in(make_person(app, name="Member"))}
    stopped = make_person(app, name="Suspended", suspended_at=clock.now(), role=Role.MODERATOR)
    made["suspended"] = Client(app).sign_in(stopped)
    for role in Role:
        made[str(role)] = Client(app).sign_in(make_person(app, name=f"A {role}", role=role))
    return made


def test_every_page_by_every_kind_of_person(app: Flask) -> None:
    made = scene(app)
    everybody = browsers(app)
    receipt = report(app, made["thread"]).rsplit("/", 1)[1]
    hide(app, made)
    Client(app).sign_in(made["author"]).send("/rulings/1/ask-again", words="Please.")
    Client(app).send("/worried", words="Worried.")
    for address, allowed in MAY.items():
        for who, browser in everybody.items():
            status = 200 if who in allowed else 302 if who == "guest" else 403
            browser.get(address.format(receipt=receipt), status=status)
    for address, (allowed, asked) in SENDS.items():
        for who, browser in everybody.items():
            browser.post(address, {"key": who}, status=asked if who in allowed else 403)
    assert set(everybody) == ALL


def test_own_and_other_peoples_rulings(app: Flask) -> None:
    made = scene(app)
    hide(app, made)
    everybody = browsers(app)
    sees = MODERATORS | {"author"}
    for who, browser in {**everybody, "author": Client(app).sign_in(made["author"])}.items():
        browser.get("/rulings/1", status=200 if who in sees else 302 if who == "guest" else 404)
        asks = 200 if who == "author" else 403 if who in sees else 302 if who == "guest" else 404
        browser.get("/rulings/1/ask-again", status=asks)
