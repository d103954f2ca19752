"""The place's pack is given back, and loading it gives the same data."""

from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from decisions.packs import files, merge, toml
from decisions.packs.check import check
from decisions.packs.export import differences, export
from decisions.packs.resolving import resolved
from forum.refusal import Refusal
from tests import packs
from tests.client import Client
from tests.decisions.packs.changing import edit
from tests.make import make_person


def exported(app: Flask, folder: Path) -> Path:
    with app.app_context():
        ident, text = export()
    (folder / f"{ident}-again.toml").write_text(text)
    return folder / f"{ident}-again.toml"


def test_nothing_to_give_back_before_a_pack_was_loaded(app: Flask, client: Client) -> None:
    with app.app_context(), pytest.raises(Refusal, match="No pack was loaded"):
        export()
    client.get("/who-decides/export", status=404)


def test_what_people_changed_is_in_the_pack_that_is_given_back(app: Flask, tmp_path: Path) -> None:
    packs.load(app, packs.copied(tmp_path))
    edit(app, "body", "council", short="our “council”", decides="Line one.\nLine two.")
    edit(app, "body", "cabinet", take_part=["Ask."], banners=None)
    steps = packs.kept(app, "pathway", "close-hall")["step"]
    edit(app, "pathway", "close-hall", step=[{**steps[0], "name": "They ask"}, steps[1]], influence=None)
    edit(app, "rule", "reply", then=None, length=21)
    before = packs.everything(app)
    path = exported(app, tmp_path)
    assert check(path) == []
    assert 'short = "our “council”"' in path.read_text()
    assert 'id = "no-number"' not in path.read_text()  # the pack below says it
    done = packs.load(app, path)
    assert [one for one in done.changes if one.keys or one.kept] == []
    assert packs.everything(app) == before
    packs_of_files = resolved(files.merged(files.chain(path)))
    for (kind, ident), data in before.items():
        if kind not in ("pack", "place"):
            assert packs_of_files[kind][ident] == data, (kind, ident)


def test_anyone_may_download_it(app: Flask, client: Client) -> None:
    packs.load(app)
    answer = client.raw.get("/who-decides/export")
    assert answer.mimetype == "application/toml"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="hamlet.toml"'
    assert 'id = "hamlet-cabinet"' in answer.get_data(as_text=True)


def test_a_pack_that_builds_on_nothing_is_given_back_whole(app: Flask, tmp_path: Path) -> None:
    packs.load(app, packs.PACKS / "hill")
    given_back = files.merged(files.chain(exported(app, tmp_path)))
    assert given_back == resolved(files.merged(files.chain(packs.PACKS / "hill")))  # our own ids for those of facts


def test_who_wrote_is_not_in_it(app: Flask, tmp_path: Path) -> None:
    make_person(app, name="Zebedee")
    packs.load(app)
    edit(app, "body", "council", short="our council")
    assert "Dev" not in exported(app, tmp_path).read_text()


IDS = st.sampled_from(["a", "b", "c"])
BODY = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["One", "Two"]),
        "decides": st.text(st.sampled_from('ab"\\\n\t é'), min_size=1, max_size=5),
        "kind": IDS,
        "joined": st.booleans(),
        "take_part": st.lists(st.sampled_from(["x", "y"]), min_size=1, max_size=2),
    },
)
BODIES = st.dictionaries(IDS, BODY, max_size=3)


@given(below=BODIES, here=BODIES)
def test_the_pack_given_back_says_what_is_here(below: dict[str, Any], here: dict[str, Any]) -> None:
    """Whatever the packs below say, and whatever people made of it."""
    import tomllib

    under = without_rings(below)
    wanted = merge.documents(("body", ident, one) for ident, one in without_rings({**below, **here}).items())
    read = tomllib.loads(toml.document(differences(wanted, {"body": under})))
    rows = [("body", ident, one) for ident, one in under.items()]
    got = merge.documents([*rows, *(("body", one["id"], one) for one in read.get("body", []))])
    assert got == wanted


def without_rings(bodies: dict[str, Any]) -> dict[str, Any]:
    """Bodies with their ids, and no ring among their kinds."""
    return {
        ident: {"id": ident, **{key: value for key, value in one.items() if key != "kind" or value >= ident}}
        for ident, one in bodies.items()
    }


@given(
    st.dictionaries(st.text(max_size=4), st.text(max_size=9) | st.integers() | st.booleans() | st.dates(), max_size=4)
)
def test_any_table_can_be_read_again(table: dict[str, Any]) -> None:
    import tomllib

    assert tomllib.loads(toml.document({"a b": table, "list": [table, {}]})) == {"a b": table, "list": [table, {}]}
