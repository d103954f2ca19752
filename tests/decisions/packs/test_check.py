"""A pack that is wrong is refused whole, and everything that is wrong with it is named: file, line, key, sentence."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.packs import files, lines, schema
from decisions.packs.check import check
from wsgi import create_app

PACKS = Path(__file__).resolve().parents[2] / "data" / "packs"
BODY = '[[body]]\nid = "b"\nname = "B"\nshort = "b"\n'
RULE = '[[rule]]\nid = "r"\nname = "R"\nstarts = "s"\nends = "e"\n'
CLOCK = RULE + 'length = 1\nunit = "weeks"\n'
QUESTION = '[[question]]\nid = "q-hall"\nask = "?"\n[[question.answer]]\nid = "a"\nsay = "A"\n'
STEP = '[[pathway.step]]\nid = "s"\nname = "S"\nrole = "inform"\nplain = "S."\n'
WAY = '[[pathway]]\nid = "close-hall"\nname = "W"\nabout = "everyone"\ndecides = ["council"]\n'
PERSON = '[[pathway]]\nid = "my-place"\nname = "W"\nabout = "one-person"\ndecides = ["council"]\n' + STEP

# What a file beside the good pack's says; the line and key of the fault, and words of its sentence.
CASES = {
    "unknown kind": ("[[bodie]]\nid = 'x'\n", 1, "bodie", "no kind of entry called “bodie”"),
    "one bracket": ("[body]\nid = 'x'\n", 1, "body", "two brackets"),
    "unknown key": (BODY + 'shrot = "b"\n', 5, "body b: shrot", "no key called “shrot”"),
    "missing key": ('[[body]]\nid = "b"\nname = "B"\n', 1, "body b", "“short” is missing"),
    "no id": ('[[body]]\nname = "B"\nshort = "b"\n', 1, "body", "“id” is missing"),
    "id with a space": (BODY.replace('"b"', '"b b"', 1), 2, "body b b: id", "Write an id"),
    "id with a big letter": (BODY.replace('"b"', '"B"', 1), 2, "body B: id", "small letters"),
    "same id twice": (BODY + BODY, 6, "body b: id", "Another body has this id"),
    "number for text": (BODY + "decides = 3\n", 5, "body b: decides", "quotation marks"),
    "text for list": (BODY + 'take_part = "Ask."\n', 5, "body b: take_part", "list of texts"),
    "text for flag": (BODY + 'joined = "yes"\n', 5, "body b: joined", "true or false"),
    "text for date": (BODY + 'checked = "2026-11-22"\n', 5, "body b: checked", "without quotation marks"),
    "moment for date": (BODY + "checked = 2026-11-22T10:00:00\n", 5, "body b: checked", "without quotation marks"),
    "two lines in a list": (BODY + 'take_part = ["a\\nb"]\n', 5, "body b: take_part", "list of texts"),
    "name too long": (BODY.replace('"B"', '"' + "n" * 121 + '"'), 3, "body b: name", "120 characters"),
    "unseen character": (BODY + 'plain = "a\\u0000b"\n', 5, "body b: plain", "can’t be seen"),
    "web without s": (BODY + 'web = "http://example.org"\n', 5, "body b: web", "https://"),
    "no e-mail address": (BODY + 'email = "b"\n', 5, "body b: email", "e-mail address"),
    "unknown word": (BODY + 'public = "maybe"\n', 5, "body b: public", "“maybe” is not one of: yes, partly"),
    "unknown basis": (BODY + 'basis = "rumour"\n', 5, "body b: basis", "“rumour” is not one of"),
    "unknown unit": (RULE + 'length = 1\nunit = "fortnights"\n', 7, "rule r: unit", "“fortnights” is not one of"),
    "unknown id": (BODY + 'answers_to = "nobody"\n', 5, "body b: answers_to", "Nothing has the id “nobody”"),
    "unknown fact": (BODY + 'rules = [\n  "K33",\n  "K99"]\n', 5, "body b: rules", "Nothing has the id “K99”"),
    "unknown successor": (BODY + 'successor = "x"\n', 5, "body b: successor", "Nothing has the id “x”"),
    "ends before it starts": (
        BODY + "valid_from = 2026-02-01\nvalid_to = 2026-01-01\n", 6, "body b: valid_to", "comes before “valid_from”"),
    "ended, no day": (BODY + "ended = true\n", 5, "body b: ended", "Say with “valid_to”"),
    "answers to itself": (BODY + 'answers_to = "b"\n', 5, "body b: answers_to", "a ring: b → b"),
    "ring of clocks": (
        CLOCK + 'then = "r2"\n' + CLOCK.replace('"r"', '"r2"') + 'then = "r"\n', 8, "rule r: then", "r → r2 → r"),
    "clock without length": (RULE, 1, "rule r", "needs “length” and “unit”"),
    "clock without number": (RULE + "number = false\n", 6, "rule r: number", "Say in “plain” what is usual"),
    "number and none": (
        RULE + 'number = false\nplain = "P."\nlength = 1\n', 8, "rule r: length", "can’t have a length"),
    "yearly without day": (RULE + 'unit = "yearly"\n', 6, "rule r: unit", "needs its “day”"),
    "no such day": (RULE + 'unit = "yearly"\nday = "02-30"\n', 7, "rule r: day", "the month and the day"),
    "no such hour": (CLOCK + 'cut_off = "24:00"\n', 8, "rule r: cut_off", "time of day"),
    "no such calendar": (CLOCK + 'calendar = "moon"\n', 8, "rule r: calendar", "no calendar called “moon”"),
    "power of nobody": (
        '[[power]]\nid = "p"\nname = "P"\ntopic = "hall"\nverb = "decides"\n', 1, "power p", "which body or seat"),
    "pounds turned round": (
        '[[power]]\nid = "p"\nname = "P"\ntopic = "hall"\nbody = "council"\nverb = "decides"\nmin = 2\nmax = 1\n',
        8, "power p: max", "comes before “min”"),
    "question nobody reaches": (
        QUESTION.replace("q-hall", "q2") + 'start = "lunch-club"\n', 1, "question q2", "People can’t get here"),
    "pathway nobody reaches": (WAY.replace("close-hall", "w2") + STEP, 1, "pathway w2", "People can’t get here"),
    "key of a step": (
        WAY.replace("close-hall", "w") + STEP.replace("role", "rule"), 9, "pathway w: step.1.rule", "no key called"),
    "body of a step": (
        WAY.replace("close-hall", "w") + STEP + 'body = "x"\n', 11, "pathway w: step.1.body", "Nothing has the id “x”"),
    "same step twice": (WAY.replace("close-hall", "w") + STEP + STEP, 12, "pathway w: step.2.id", "comes twice"),
    "only by speaking": (
        WAY.replace("close-hall", "w") + STEP + 'say = [{plain = "Speak.", speaking = true}]\n',
        11, "pathway w: step.1.say", "needs no speaking"),
    "no such step": (
        WAY.replace("close-hall", "w") + STEP + '[[pathway.influence]]\nplain = "P."\nwhen = "x"\n',
        13, "pathway w: influence.1.when", "no step called “x”"),
    "one person, no contact": (PERSON.replace("my-place", "w"), 1, "pathway w", "needs contacts"),
    "one person, no advocate": (
        PERSON.replace("my-place", "w") + '[[pathway.contact]]\nwho = "The ombudsman"\nplain = "P."\n',
        11, "pathway w: contact", "a free advocate"),
    "one person, no ombudsman": (
        PERSON.replace("my-place", "w") + '[[pathway.contact]]\nwho = "An advocate"\nplain = "P."\n',
        11, "pathway w: contact", "an ombudsman"),
    "scene that is not there": (
        '[[practice]]\nid = "p"\nname = "P"\n[[practice.scene]]\nid = "s"\nplain = "S."\n'
        'choice = [\n  {say = "Go", next = "x", plain = "P."},\n]\n',
        8, "practice p: scene.1.choice.1.next", "no scene called “x”"),
    "not TOML": ('[[body]]\nid = "b\n', 2, "", "This can’t be read as a pack"),
    "cut off": ('[[body]]\nid = """b\n', 2, "", "This can’t be read as a pack"),
}  # fmt: skip


def said(folder: Path) -> list[tuple[str, int, str, str]]:
    return [(one.spot.file, one.spot.line, one.key, one.sentence.text % one.sentence.values) for one in check(folder)]


def with_more(tmp_path: Path, text: str | bytes, *, base: str = "hill") -> Path:
    """A copy of a good pack with a file more."""
    folder = tmp_path / base
    shutil.copytree(PACKS / base, folder)
    (folder / "more.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


@pytest.mark.parametrize("name", ["hill", "hamlet"])
def test_nothing_is_wrong_with_a_good_pack(name: str) -> None:
    assert said(PACKS / name) == []


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_named_with_file_line_and_key(tmp_path: Path, case: str) -> None:
    text, line, key, words = CASES[case]
    found = said(with_more(tmp_path, text))
    hits = [one for one in found if one[:3] == ("more.toml", line, key) and words in one[3]]
    assert hits, found


def test_an_answer_that_leads_nowhere_is_a_fault(tmp_path: Path) -> None:
    folder = with_more(tmp_path, "")
    ways = folder / "ways.toml"
    ways.write_text(ways.read_text().replace('    start = "lunch-club"\n', "").replace('"big"]', '"small"]'))
    found = said(folder)
    assert any(key == "question q-hall: answer.3" and "leads to one thing" in text for _f, _l, key, text in found)
    assert any(key == "question q-hall: answer.1.changes" and "“small”" in text for _f, _l, key, text in found)
    assert any(key == "start lunch-club" and "People can’t get here" in text for _f, _l, key, text in found)


def test_questions_in_a_ring_are_a_fault(tmp_path: Path) -> None:
    folder = with_more(
        tmp_path, '[[question]]\nid = "q2"\nask = "?"\nanswer = [{id = "a", say = "A", question = "q-hall"}]\n'
    )
    ways = folder / "ways.toml"
    ways.write_text(ways.read_text().replace('start = "lunch-club"', 'question = "q2"'))
    assert "question q2: answer" in [one[2] for one in said(folder) if "ring" in one[3]]


def test_bad_encoding_is_said_with_its_line(tmp_path: Path) -> None:
    folder = with_more(tmp_path, b'[[body]]\nid = "caf\xe9"\n')
    assert (
        "more.toml",
        2,
        "",
        "This is not text that we can read. Save the file again with the encoding “utf-8”.",
    ) in said(folder)


def test_every_fault_is_listed_not_the_first_alone(tmp_path: Path) -> None:
    found = said(with_more(tmp_path, '[[body]]\nname = 1\njoined = 2\n[[rule]]\nid = "x"\nunit = "moons"\n'))
    assert len([one for one in found if one[0] == "more.toml"]) >= 7
    assert found == sorted(found, key=lambda one: one[:3])


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ('[pack]\nid = "x"\nname = "X"\nlicence = "L"\nbuilds_on = "nothing-here"\n', "no such pack"),
        ('[pack]\nid = "x"\nname = "X"\nlicence = "L"\nbuilds_on = "x"\n', "in a ring"),
        ('[pack]\nid = "x"\nname = "X"\n', "“licence” is missing"),
        ('[[pack]]\nid = "x"\n', "one bracket"),
        ('[[body]]\nid = "b"\nname = "B"\nshort = "b"\n', "no [pack] table"),
    ],
)
def test_what_a_pack_is_must_be_said(tmp_path: Path, about: str, words: str) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "pack.toml").write_text(about)
    assert any(words in one[3] for one in said(tmp_path / "x")), said(tmp_path / "x")


def test_packs_that_build_on_each_other_are_a_fault(tmp_path: Path) -> None:
    for one, other in (("x", "y"), ("y", "x")):
        (tmp_path / one).mkdir()
        text = f'[pack]\nid = "{one}"\nname = "X"\nlicence = "L"\nbuilds_on = "{other}"\n'
        (tmp_path / one / "pack.toml").write_text(text)
    assert any("in a ring" in one[3] for one in said(tmp_path / "x"))


def test_a_place_says_over_the_pack_below_key_by_key() -> None:
    whole = files.merged(files.chain(PACKS / "hamlet"))
    power = whole["power"]["hall-decides"]
    assert (power["max"], power["topic"], power["local_check"]) == (250000, "hall", False)
    cabinet = whole["body"]["hamlet-cabinet"]
    assert (cabinet["name"], cabinet["decides"]) == ("Hamlet cabinet", "Most services, grants and closures.")
    assert "banners" not in cabinet  # the place said that there are none
    assert "fact" not in cabinet
    assert whole["body"]["cabinet"]["banners"] == ["soon"]


def test_a_whole_pack_can_be_one_file(tmp_path: Path) -> None:
    text = "\n".join(path.read_text() for path in sorted((PACKS / "hill").glob("*.toml")))
    (tmp_path / "hill.toml").write_text(text)
    assert said(tmp_path / "hill.toml") == []
    assert files.merged(files.chain(tmp_path / "hill.toml")) == files.merged(files.chain(PACKS / "hill"))


def test_every_kind_is_in_the_example_packs() -> None:
    assert set(files.merged(files.chain(PACKS / "hamlet"))) == set(schema.KINDS)


def test_the_command_needs_no_database_no_key_and_no_setting(tmp_path: Path) -> None:
    app = create_app(INSTANCE=tmp_path / "none", SECRET_KEY="", DATABASE_URL="postgresql://127.0.0.1:1/none")
    run = app.test_cli_runner().invoke
    good = run(args=["decisions", "check-pack", str(PACKS / "hill")])
    assert (good.exit_code, good.output.strip()) == (0, f"{PACKS / 'hill'}: nothing is wrong.")
    folder = with_more(tmp_path, BODY + 'public = "maybe"\n')
    bad = run(args=["decisions", "check-pack", str(folder), str(tmp_path / "gone")])
    assert bad.exit_code == 1
    assert f"{folder}/more.toml:5: body b: public: “maybe” is not one of: yes, partly, no, casework." in bad.output
    assert "there is no such pack" in bad.output
    assert "2 faults." in bad.output


def test_packs_that_come_with_doorway_are_checked_when_none_is_named(tmp_path: Path) -> None:
    app = create_app(INSTANCE=tmp_path, SECRET_KEY="")
    faults = any(check(files.find(one)) for one in files.shipped())
    assert app.test_cli_runner().invoke(args=["decisions", "check-pack"]).exit_code == int(faults)


NAMES = st.text("abc-", min_size=1, max_size=5)
TEXTS = st.text(st.sampled_from("ab\"'\\#[]{}=,.\n é"), max_size=12)
VALUES = st.recursive(
    st.integers(0, 99) | st.booleans() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=4), min_size=1, max_size=4))
def test_every_key_is_found_on_its_line(tables: list[dict[str, object]]) -> None:
    from decisions.packs.toml import value

    rows = ["# a comment = 1"]
    wanted = {}
    for number, table in enumerate(tables):
        rows += ["", "  [[thing]] # one = more"]
        for name, one in table.items():
            wanted["thing", number, name] = len("\n".join(rows).split("\n")) + 1
            rows.append(f"{name} = {value(one)} # [x")
    assert wanted.items() <= lines.index("\n".join(rows)).items()
