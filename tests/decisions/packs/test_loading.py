"""Packs are loaded: safe to repeat, people's words are kept, what is gone is ended, a wrong pack changes nothing."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from decisions.bodies.models import Body
from decisions.packs import queries
from decisions.packs.diff import Act
from decisions.packs.faults import WrongPack
from decisions.packs.loading import Loaded
from decisions.packs.models import Entry, EntryVersion
from forum import clock
from forum.db import begin_write, db
from forum.history.models import Event
from forum.refusal import Refusal
from tests import packs
from tests.decisions.packs.changing import edit
from tests.make import make_body


def count(done: Loaded) -> dict[str, int]:
    return {act.value: len(done.those(act)) for act in Act if done.those(act)}


def body(app: Flask, slug: str) -> Body | None:
    with app.app_context():
        return db.session.scalar(select(Body).where(Body.slug == slug))


def test_everything_in_a_pack_and_below_is_kept(app: Flask) -> None:
    done = packs.load(app)
    assert count(done) == {"add": len(done.changes)}
    assert packs.kept(app, "rule", "reply")["length"] == 20
    assert packs.kept(app, "rule", "complain")["valid_to"] == date(2026, 11, 1)
    assert packs.kept(app, "place", "hamlet")["governance"] == "leader"
    assert packs.kept(app, "power", "hall-decides")["max"] == 250000
    with app.app_context():
        rows = {one.ident: one.pack for one in queries.of_kind("power")}
        assert rows == {"hall-decides": "hamlet"}
        assert "complain" not in queries.there("rule", date(2026, 11, 2))
        assert "complain" in queries.there("rule", date(2026, 11, 1))
        assert set(queries.there_of(("rule", "word"), date(2026, 11, 2))) == {"rule", "word"}


def test_loading_again_changes_nothing(app: Flask) -> None:
    packs.load(app)
    with app.app_context():
        before = (db.session.scalar(select(func.count(Event.id))), db.session.scalar(select(func.max(Entry.number))))
    assert count(packs.load(app)) == {"nothing": len(packs.everything(app))}
    with app.app_context():
        after = (db.session.scalar(select(func.count(Event.id))), db.session.scalar(select(func.max(Entry.number))))
    assert before == after


def test_a_dry_run_says_the_same_and_changes_nothing(app: Flask) -> None:
    assert "add" in count(packs.load(app, dry_run=True))
    assert packs.everything(app) == {}


def test_new_words_of_the_pack_come_and_words_of_people_stay(app: Flask, tmp_path: Path) -> None:
    folder = packs.copied(tmp_path)
    packs.load(app, folder)
    edit(app, "body", "council", short="our council", plain="All councillors.")
    bodies = tmp_path / "hill" / "bodies.toml"
    packs.replaced(bodies, 'short = "the council"', 'short = "the full council"\nphone = "01632 960 001"')
    done = packs.load(app, folder)
    change = next(one for one in done.changes if one.name == ("body", "council"))
    assert (change.keys, change.kept, change.kept_since) == (("phone",), ("short", "plain"), clock.today())
    now = packs.kept(app, "body", "council")
    assert (now["short"], now["plain"], now["phone"]) == ("our council", "All councillors.", "01632 960 001")


def test_the_packs_words_are_taken_where_that_is_asked(app: Flask, tmp_path: Path) -> None:
    folder = packs.copied(tmp_path)
    packs.load(app, folder)
    edit(app, "body", "council", short="our council")
    edit(app, "body", "shire", short="our shire")
    packs.load(app, folder, take=[("body", "council")])
    assert packs.kept(app, "body", "council")["short"] == "the council"
    assert packs.kept(app, "body", "shire")["short"] == "our shire"


def test_what_people_wrote_and_the_pack_says_too_is_no_difference_any_more(app: Flask, tmp_path: Path) -> None:
    folder = packs.copied(tmp_path)
    packs.load(app, folder)
    edit(app, "body", "council", short="the full council")
    packs.replaced(tmp_path / "hill" / "bodies.toml", 'short = "the council"', 'short = "the full council"')
    assert [one for one in packs.load(app, folder).changes if one.kept or one.keys] == []
    packs.replaced(tmp_path / "hill" / "bodies.toml", 'short = "the full council"', 'short = "everyone"')
    packs.load(app, folder)
    assert packs.kept(app, "body", "council")["short"] == "everyone"


def test_what_is_gone_from_the_pack_is_ended_and_comes_back(app: Flask, tmp_path: Path) -> None:
    folder = packs.copied(tmp_path)
    packs.load(app, folder)
    text = (tmp_path / "hamlet" / "place.toml").read_text()
    packs.replaced(
        folder / "place.toml", text[text.index('[[body]]\nid = "hall-friends"') : text.index("[[seat]]")], ""
    )
    done = packs.load(app, folder)
    assert [one.name for one in done.those(Act.END)] == [("body", "hall-friends")]
    assert packs.kept(app, "body", "hall-friends")["valid_to"] == clock.today()
    friends = body(app, "hall-friends")
    assert friends is not None and friends.valid_to == clock.today()
    assert done.those(Act.END) and not packs.load(app, folder).those(Act.END)
    (folder / "place.toml").write_text(text)
    packs.load(app, folder)
    assert "valid_to" not in packs.kept(app, "body", "hall-friends")
    friends = body(app, "hall-friends")
    assert friends is not None and friends.valid_to is None


def test_a_wrong_pack_changes_nothing_and_names_every_fault(app: Flask, tmp_path: Path) -> None:
    folder = packs.copied(tmp_path)
    packs.load(app, folder)
    before = packs.everything(app)
    packs.replaced(folder / "place.toml", "max = 250000", 'max = "lots"')
    packs.replaced(folder / "place.toml", 'holder = "Councillor Reed"', 'holder = 3\nfriend = "x"')
    with app.app_context(), pytest.raises(WrongPack) as wrong:
        begin_write()
        packs.loading.load(folder, on=clock.now())
    assert [(one.key, one.spot.line) for one in wrong.value.faults] == [
        ("seat leader: holder", 19), ("seat leader: friend", 20), ("power hall-decides: max", 24),
    ]  # fmt: skip
    assert packs.everything(app) == before


def test_one_database_holds_one_place(app: Flask, tmp_path: Path) -> None:
    folder = packs.copied(tmp_path)
    packs.load(app, tmp_path / "hill")
    packs.load(app, folder)  # a place may be put on top
    for other, words in (("hill", "brings what it builds on"), ("hamlet", "database of its own")):
        path = tmp_path / other
        if other == "hamlet":
            packs.replaced(path / "pack.toml", 'id = "hamlet"', 'id = "thorpe"')
        with app.app_context(), pytest.raises(Refusal, match=words):
            packs.loading.load(path, on=clock.now())


def test_bodies_that_the_place_has_are_rows_too(app: Flask) -> None:
    packs.load(app)
    with app.app_context():
        found = {one.slug: one for one in db.session.scalars(select(Body))}
        assert set(found) == {"hamlet-cabinet", "hall-friends", "council", "ombudsman", "advocate"}
        cabinet = found["hamlet-cabinet"]
        assert (cabinet.kind, cabinet.joined, cabinet.how) == (
            "cabinet", True, "Write before the day in the notice. Ask a question.",
        )  # fmt: skip
        assert cabinet.parent_id == found["council"].id
        assert found["hall-friends"].parent_id == cabinet.id


def test_a_body_keeps_its_row_and_its_id(app: Flask) -> None:
    mine = make_body(app, "Hamlet cabinet", slug="hamlet-cabinet")
    other = make_body(app, "A chess club")
    packs.load(app)
    edit(app, "body", "hamlet-cabinet", name="Cabinet of Hamlet")
    with app.app_context():
        assert db.session.get_one(Body, mine).name == "Cabinet of Hamlet"
        assert db.session.get_one(Body, other).valid_to is None


def test_another_way_of_running_the_council_ends_a_kind_of_body(app: Flask, tmp_path: Path) -> None:
    folder = packs.copied(tmp_path)
    text = (folder / "place.toml").read_text()
    (folder / "place.toml").write_text(text.replace('kind = "cabinet"', 'plain = "Ours."'))
    packs.load(app, folder)
    assert (row := body(app, "cabinet")) is not None and row.valid_to is None
    packs.replaced(folder / "pack.toml", 'governance = "leader"', 'governance = "committee"')
    packs.load(app, folder)
    assert (row := body(app, "cabinet")) is not None and row.valid_to == clock.today()


def test_every_change_leaves_a_version(app: Flask) -> None:
    packs.load(app)
    edit(app, "body", "council", short="our council")
    with app.app_context():
        row = queries.one("body", "council")
        assert row is not None
        told = [(one.number, one.verb, one.reason, one.data["short"]) for one in queries.versions(row.id)]
    assert told == [(2, "edited", "We asked.", "our council"), (1, "loaded", "", "the council")]


def test_a_version_is_never_changed(app: Flask) -> None:
    from sqlalchemy.exc import DatabaseError

    packs.load(app)
    with app.app_context(), pytest.raises(DatabaseError, match="never changed"):
        db.session.execute(db.update(EntryVersion).values(reason="other"))


def test_the_database_refuses_nonsense(app: Flask) -> None:
    from sqlalchemy.exc import IntegrityError

    day = clock.today()
    for wrong in ({"kind": "moon"}, {"valid_from": day, "valid_to": day - timedelta(days=1)}, {"number": 0}):
        values = {"kind": "word", "ident": "x", "pack": "", "data": {}, "number": 1, "changed_at": clock.now(), **wrong}
        with app.app_context(), pytest.raises(IntegrityError):
            db.session.add(Entry(**values))
            db.session.flush()


def test_the_commands_load_and_give_back(app: Flask, tmp_path: Path) -> None:
    run = app.test_cli_runner().invoke
    folder = str(packs.PACKS / "hamlet")
    dry = run(args=["decisions", "load-pack", folder, "--dry-run"])
    assert dry.exit_code == 0 and "This was a dry run" in dry.output and "new: body/hamlet-cabinet" in dry.output
    assert packs.everything(app) == {}
    assert "0 ended, 0 kept" in run(args=["decisions", "load-pack", folder]).output
    assert "Nothing changes" in run(args=["decisions", "load-pack", folder]).output
    edit(app, "body", "council", short="our council")
    again = run(args=["decisions", "load-pack", folder]).output
    assert "kept: body/council (short), changed on the site on" in again
    taken = run(args=["decisions", "load-pack", folder, "--take", "body/council"]).output
    assert "changes: body/council (short)" in taken
    assert run(args=["decisions", "load-pack", folder, "--take", "council"]).exit_code == 2
    assert run(args=["decisions", "load-pack", str(tmp_path / "none")]).exit_code == 1
    wrong = run(args=["decisions", "load-pack", str(packs.PACKS)])
    assert wrong.exit_code == 1 and "Nothing was changed" in wrong.output
    assert run(args=["decisions", "export-pack", str(tmp_path / "out.toml")]).exit_code == 0
    assert run(args=["decisions", "export-pack"]).output == (tmp_path / "out.toml").read_text()
