"""Two at once: a code opens the set-up for one browser, and a place is made once."""

from flask import Flask

from decisions.packs.models import Entry
from forum.people.models import Person
from tests.client import Client
from tests.decisions.set_up.way import ACCOUNT, code, filled
from tests.prove.together import at_once, count, one_won, press

HANDS = 6


def test_one_code_opens_the_set_up_for_one_browser(app: Flask) -> None:
    made, hands = code(app), [Client(app) for _one in range(HANDS)]
    one_won(at_once([press(one, "/set-up", code=made) for one in hands]), "This code has been used")
    assert len([one for one in hands if one.raw.get("/set-up/who").status_code == 200]) == 1


def test_a_place_is_made_once(app: Flask) -> None:
    name = f"{app.config['SESSION_COOKIE_NAME']}-set-up"
    cookie = filled(app).raw.get_cookie(name)
    assert cookie is not None
    hands = [Client(app) for _one in range(HANDS)]
    for one in hands:
        one.raw.set_cookie(name, cookie.value)
    typed = [{**ACCOUNT, "name": f"Ada {at}", "email": f"ada{at}@example.org"} for at in range(HANDS)]
    answers = at_once([press(one, "/set-up/you", **said) for one, said in zip(hands, typed, strict=True)])
    assert [answer.location for answer in answers].count("/set-up/facts?new=1") == 1
    assert count(app, Person) == 1 and count(app, Entry, Entry.kind == "place") == 1
