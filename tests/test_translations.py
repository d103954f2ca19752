"""The site in another language: Welsh, as far as it has come."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from babel.messages.checkers import python_format
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask

from decisions.journeys.lines import days_left
from forum import clock
from forum.about.site import save
from forum.db import db
from forum.say import say, say_day, say_number
from tests import databases
from tests.client import Client
from tests.conftest import SETTINGS
from wsgi import create_app

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = sorted(ROOT.glob("translations/*/LC_MESSAGES/messages.po"))


@pytest.fixture
def welsh(filled: databases.Templates, tmp_path: Path) -> Iterator[Flask]:
    """An app that speaks Welsh, from the catalogue as it stands."""
    folder = tmp_path / "cy/LC_MESSAGES"
    folder.mkdir(parents=True)
    po, mo = ROOT / "translations/cy/LC_MESSAGES/messages.po", folder / "messages.mo"
    with po.open("rb") as source, mo.open("wb") as target:
        write_mo(target, read_po(source, locale="cy"))
    with filled.copy("sqlite", tmp_path) as url:
        given = {"LANGUAGE": "cy", "BABEL_TRANSLATION_DIRECTORIES": str(tmp_path)}
        made = create_app(**SETTINGS, **given, DATABASE_URL=url, INSTANCE=tmp_path)
        yield made
        with made.app_context():
            db.session.remove()
            db.engine.dispose()


def test_a_page_speaks_the_language_of_the_place(welsh: Flask) -> None:
    with welsh.app_context():
        save({"place": "Marlbrook", "run_by": "Marlbrook Voices"})
        db.session.commit()
    page = Client(welsh).get("/")
    assert page.tree.get("lang") == "cy"
    assert "Cael help nawr" in page.links()
    assert "Dyma’r cyngor." not in page.source
    assert "Nid y cyngor yw hwn." in page.source


def test_what_is_not_translated_yet_stays_english(welsh: Flask) -> None:
    assert "We can’t find that page" in Client(welsh).get("/nothing-here", status=404).text


def test_days_and_numbers_are_said_as_the_language_says_them(welsh: Flask) -> None:
    with welsh.test_request_context():
        today = clock.today()
        assert say_day(today.replace(month=11, day=3), today.replace(month=11, day=3)) == "3 Tachwedd"
        assert say_number(5000) == "5,000"
        assert say(days_left(today + timedelta(days=2), today)) == "2 ddiwrnod"
        assert say(days_left(today + timedelta(days=5), today)) == "5 diwrnod"


def test_numbers_follow_another_custom(app: Flask) -> None:
    app.config["LANGUAGE"] = "de"
    with app.app_context():
        assert say_number(5000) == "5.000"
    app.config["LANGUAGE"] = "en_GB"
    with app.app_context():
        assert say_number(5000) == "5,000"


def test_there_is_a_template_to_translate_from() -> None:
    with (ROOT / "translations/messages.pot").open("rb") as file:
        known = {one.id[0] if one.pluralizable else one.id for one in read_po(file)}
    assert {"Skip to the main part", "%(num)s day late"} <= known


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_translation_keeps_every_gap(path: Path) -> None:
    with path.open("rb") as file:
        catalogue = read_po(file)
    done = [one for one in catalogue if one.id and any(one.string)]
    assert done
    for message in done:
        python_format(catalogue, message)
