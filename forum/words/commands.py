"""`flask forum check-text`: say how easy files are to read. It needs no database, key or setting."""

import json
import os
from pathlib import Path

import click
from flask.cli import with_appcontext

from forum.plain_language import Glossary, Report, check, too_long
from forum.plain_language.bands import reading_age
from forum.plain_language.limits import LONGEST_FILE, TOO_LONG_FILE
from forum.say import N_, NN_, Sentence, say
from forum.words import known
from forum.words.report import as_data

UNREADABLE = N_("The file can’t be read: %(why)s.")
SENTENCES = NN_("%(num)s sentence", "%(num)s sentences")
WORDS = NN_("%(num)s word", "%(num)s words")
NOT_TEXT = N_("This is not text that we can read. Save the file again with the encoding “utf-8”.")


@click.command("check-text")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line and file.")
@with_appcontext
def check_text(files: tuple[str, ...], as_json: bool) -> None:
    """Say how easy each FILE is to read, and what in it could be plainer. It needs no database, key or setting: the
    hard words are those that come with Doorway."""
    glossary = known.shipped()
    done = [_one(name, glossary, as_json) for name in files]
    if not all(done):
        raise SystemExit(1)


def _one(name: str, glossary: Glossary, as_json: bool) -> bool:
    """Check one file and print what was found. Returns whether it could be read."""
    shown = os.fsencode(name).decode("utf-8", "replace")
    text = _read(Path(name))
    if isinstance(text, Sentence):
        click.echo(f"{shown}: {say(text)}", err=True)
        return False
    report = check(text, glossary)
    click.echo(json.dumps(as_data(report, shown)) if as_json else _in_words(report, shown))
    return True


def _read(path: Path) -> str | Sentence:
    """Read a file, its ends of lines as they are; or say why it can't be."""
    try:
        if path.stat().st_size > LONGEST_FILE:
            return TOO_LONG_FILE
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return Sentence(NOT_TEXT)
    except (OSError, ValueError) as error:  # a name with a zero in it is a ValueError
        return Sentence(UNREADABLE, {"why": getattr(error, "strerror", None) or str(error)})
    return too_long(text) or text


def _in_words(report: Report, name: str) -> str:
    figures = report.figures
    sentences = say(Sentence.counted(SENTENCES, figures.sentences))
    words = say(Sentence.counted(WORDS, figures.words))
    lines = [f"{name}: {sentences}, {words}. {say(reading_age(figures))}"]
    for one in report.findings:
        line = report.text.count("\n", 0, one.start) + 1
        said = " ".join(report.text[one.start : one.end].split())
        shown = said if len(said) <= 60 else said[:57] + "…"
        advice = f" {say(one.suggestion)}" if one.suggestion is not None else ""
        lines.append(f"  {line}: {one.kind}: “{shown}”. {say(one.reason)}{advice}")
    return "\n".join(lines)
