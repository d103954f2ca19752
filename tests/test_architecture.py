"""The house style, held by a test: the direction of imports, sizes, names, and what templates may not do."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORUM = """
history outbox people plain_language words threads search moderation notifications community_map about reading
""".split()  # noqa: SIM905
DECISIONS = """
packs doubts bodies deadlines pathways glossary meetings journeys answers promises sessions editions summaries imports
who_decides set_up issues to_do data_out demo
""".split()  # noqa: SIM905
BASE = {
    "config", "db", "clock", "subjects", "access", "markup", "mail", "refusal", "say", "web", "form", "limits", "logs",
    "errors", "features", "cli", "feeds", "serving", "panels", "spreadsheets",
}  # fmt: skip
TOP = {"features", "cli", "feeds", "serving"}  # import features; only wsgi (and the other room's features) import them
FRAMEWORKS = {"flask", "sqlalchemy", "flask_sqlalchemy", "werkzeug", "jinja2"}


def sources() -> Iterator[Path]:
    for room in ("forum", "decisions"):
        yield from sorted((ROOT / room).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, late ones too."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_and_feature(module: str) -> tuple[str, str]:
    parts = [*module.split("."), ""]
    return parts[0], parts[1]


def test_forum_never_imports_decisions() -> None:
    wrong = [
        str(path) for path in (ROOT / "forum").rglob("*.py") for name in imports(path) if name.startswith("decisions")
    ]
    assert wrong == []


def test_a_feature_imports_only_features_before_it() -> None:
    wrong = []
    for path in sources():
        room, feature = room_and_feature(".".join(path.relative_to(ROOT).with_suffix("").parts))
        order = FORUM if room == "forum" else DECISIONS
        if feature not in order:
            continue
        for name in imports(path):
            other_room, other = room_and_feature(name)
            if other_room == room and other in order and order.index(other) > order.index(feature):
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert wrong == []


def test_every_folder_is_in_the_list_of_its_room() -> None:
    for room, order in (("forum", FORUM), ("decisions", DECISIONS)):
        folders = {path.name for path in (ROOT / room).iterdir() if path.is_dir() and path.name != "__pycache__"}
        assert folders - set(order) <= BASE


def test_the_base_imports_no_feature() -> None:
    wrong = []
    for path in (ROOT / "forum").glob("*.py"):
        if path.stem in TOP | {"__init__"}:
            continue
        for name in imports(path):
            room, feature = room_and_feature(name)
            if room == "forum" and feature in FORUM and (path.stem, feature) not in {("web", "people")}:
                wrong.append(f"{path.name} imports {name}")
    assert wrong == []


def test_rules_are_plain_python() -> None:
    pure = [path for path in sources() if path.name in ("rules.py", "fold.py", "doors.py", "panel.py", "ways.py")]
    assert pure
    wrong = [f"{path}: {name}" for path in pure for name in imports(path) if name.split(".")[0] in FRAMEWORKS]
    assert wrong == []


def test_modules_and_functions_are_small() -> None:
    lengths = {path: len(path.read_text().splitlines()) for path in sources()}
    assert max(lengths.values()) <= 300, [str(path) for path, size in lengths.items() if size > 300]
    assert statistics.median(lengths.values()) <= 70
    assert statistics.quantiles(lengths.values(), n=10)[8] <= 200
    sizes = [
        node.end_lineno - node.lineno + 1
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.end_lineno
    ]
    assert statistics.quantiles(sizes, n=10)[8] <= 25


def test_names_say_their_job() -> None:
    assert not [str(path) for path in sources() if path.stem in ("utils", "helpers", "common", "misc")]


def test_public_functions_say_what_they_do() -> None:
    wrong = []
    for path in sources():
        for node in ast.parse(path.read_text()).body:
            if (
                isinstance(node, ast.FunctionDef | ast.ClassDef)
                and not node.name.startswith("_")
                and not ast.get_docstring(node)
            ):
                wrong.append(f"{path.relative_to(ROOT)}: {node.name}")
    assert wrong == []


def test_routes_are_thin() -> None:
    wrong = []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef) and any("allow(" in ast.unparse(one) for one in node.decorator_list):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                length = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
                if length > 15:
                    wrong.append(f"{path.relative_to(ROOT)}: {node.name} has {length} lines")
    assert wrong == []


def test_templates_are_short_and_safe() -> None:
    wrong = []
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text()
        if len(text.splitlines()) > 100:
            wrong.append(f"{path.name}: too long")
        if re.search(r"\|\s*safe\b|\sstyle=|\son[a-z]+=|autoescape false", text):
            wrong.append(f"{path.name}: safe, style or on…")
    assert wrong == []


def test_scripts_are_short() -> None:
    assert all(len(path.read_text().splitlines()) <= 120 for path in (ROOT / "static/js").glob("*.js"))


def test_colours_are_tokens() -> None:
    for path in (ROOT / "static/css").glob("*.css"):
        if path.name != "tokens.css":
            assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb\(", path.read_text()), path.name


def test_nothing_is_left_to_do_later() -> None:
    words = re.compile(r"\b(TODO|FIXME|XXX)\b")
    files = [*sources(), *(ROOT / "templates").rglob("*.html"), *(ROOT / "static").rglob("*.[cj]s*")]
    files = [path for path in files if path.suffix != ".gz"]
    assert not [str(path) for path in files if words.search(path.read_text())]


def test_locks_name_no_address() -> None:
    for path in ROOT.glob("requirements*.txt"):
        assert not re.search(r"https?://|file://|--index-url|--find-links", path.read_text()), path.name


def test_tests_are_never_skipped() -> None:
    pattern = re.compile(r"pytest\.(skip|mark\.(skip|xfail))|importor" + "skip")
    assert not [str(path) for path in (ROOT / "tests").rglob("*.py") if pattern.search(path.read_text())]
