"""Two who answer in the same moment: one answer stands, and the other's words are kept on the page."""

from flask import Flask

from decisions.answers.models import OfficialReply
from forum.db import db
from tests import make
from tests.decisions.answers.scene import post_round, scene
from tests.letters import addresses_in, letters
from tests.prove.together import at_once, press


def answers(app: Flask) -> int:
    """How many answers there are."""
    with app.app_context():
        return len(db.session.scalars(db.select(OfficialReply)).all())


def test_two_colleagues_publish_at_once(app: Flask) -> None:
    here = scene(app)
    asked = here.ask(here.council)
    sid = make.make_trusted(app, "Sid")
    make.make_affiliation(app, sid, here.council, post="Clerk")
    address = f"/questions/{asked}/answer"
    acts = [press(here.client(one), address, text=f"Answer {one}.", seen="1") for one in (here.sal, sid)]
    found = at_once(acts)
    assert sorted(one.status_code for one in found) == [303, 409]
    assert answers(app) == 1
    refused = next(one for one in found if one.status_code == 409).get_data(as_text=True)
    assert "Somebody did something here while you were writing." in refused


def test_the_link_is_pressed_twice_at_once(app: Flask) -> None:
    here = scene(app)
    asked = here.ask(here.surgery)
    post_round(app)
    link = next(one for one in addresses_in(letters(app)[0]) if one.startswith("/answer/"))
    seen = str(here.question(asked).last_number)
    browsers = [here.client(here.stan), here.client(here.ada)]
    found = at_once([press(one, link, text="Yes.", seen=seen, post="", kind="", until="") for one in browsers])
    assert sorted(one.status_code for one in found) == [303, 409]
    assert answers(app) == 1
