"""The documents keep up with the code: every setting and every command is in them."""

from pathlib import Path

from flask import Flask

from forum.config import SETTINGS

DOCS = Path(__file__).resolve().parent.parent / "docs"


def test_every_setting_is_described() -> None:
    text = (DOCS / "settings.md").read_text()
    assert [name for name in SETTINGS if f"`{name}`" not in text] == []


def test_every_command_is_described(app: Flask) -> None:
    text = (DOCS / "commands.md").read_text()
    named = [f"flask {group} {name}" for group in ("forum", "decisions") for name in app.cli.commands[group].commands]  # type: ignore[attr-defined]
    assert named
    assert [name for name in named if f"`{name}`" not in text] == []
