"""What a host can set or run stands in docs/, and what the docs point to is there."""

import re
from pathlib import Path

from click import Command, Group
from flask import Flask

from decisions.packs import schema
from decisions.packs.keys import Key
from forum.config import SETTINGS
from wsgi import create_app

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")] + sorted(ROOT.glob("docs/**/*.md"))
LINK = re.compile(r"\[[^\]]*\]\((?!https?://|mailto:|#)([^)#]+)")


def commands(app: Flask) -> list[str]:
    """Every command of ours, as it is typed."""
    groups = [one for one in app.cli.commands.values() if isinstance(one, Group) and one.name in ("forum", "decisions")]
    found: list[tuple[Group, Command]] = [(group, one) for group in groups for one in group.commands.values()]
    return [f"flask {group.name} {one.name}" for group, one in found]


def test_every_setting_is_described() -> None:
    text = (ROOT / "docs/settings.md").read_text()
    assert [name for name in SETTINGS if f"| `{name}` |" not in text] == []


def test_no_setting_is_described_that_is_not_there() -> None:
    described = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs/settings.md").read_text(), re.M)
    assert sorted(described) == sorted(SETTINGS)


def test_every_default_is_the_true_one() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \| (?:`([^`]+)`|empty) \|", (ROOT / "docs/settings.md").read_text(), re.M)
    assert dict(rows) == {name: str(default) for name, (default, _) in SETTINGS.items()}


def test_every_command_is_described(tmp_path: Path) -> None:
    app = create_app(INSTANCE=tmp_path, DEMO="", SECRET_KEY="for the tests alone, and long enough for them")
    text = (ROOT / "docs/commands.md").read_text()
    assert {"flask forum serve", "flask decisions rebuild"} <= set(commands(app))
    assert [one for one in commands(app) if f"`{one}`" not in text] == []


def test_links_between_pages_lead_somewhere() -> None:
    wrong = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in PAGES
        for target in LINK.findall(page.read_text())
        if not (page.parent / target).exists() and not target.startswith("docs/img/")
    ]
    assert wrong == []


def test_records_of_choices_say_what_would_change_them() -> None:
    records = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    for path in records:
        text = path.read_text()
        for part in ("## What", "## Why", "## What else we weighed", "## What would change our mind"):
            assert part in text, f"{path.name}: {part}"


def test_every_key_of_a_pack_is_described() -> None:
    text = (ROOT / "docs/packs.md").read_text()
    parts = dict(re.findall(r"^### (\S+)\n(.*?)(?=^##)", text, re.M | re.S))
    assert list(parts) == list(schema.KINDS)
    everywhere = text.partition("\n### ")[0]
    wrong = [
        f"{kind.name}: {name}"
        for kind in schema.KINDS.values()
        for name in paths(kind.keys)
        if f"| `{name}`" not in parts[kind.name] + everywhere
    ]
    assert wrong == []


def paths(keys: tuple[Key, ...], prefix: str = "") -> list[str]:
    """Keys and those of their tables, as the docs call them: `step.say.plain`."""
    return [name for key in keys for name in (prefix + key.name, *paths(key.keys, f"{prefix}{key.name}."))]
