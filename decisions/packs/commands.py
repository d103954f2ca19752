"""`flask decisions check-pack`: say everything that is wrong with a pack."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from decisions.packs import files
from decisions.packs.check import check
from decisions.packs.faults import Fault
from forum.say import say


@click.command("check-pack")
@click.argument("paths", nargs=-1)
@with_appcontext
def check_pack(paths: tuple[str, ...]) -> None:
    """Say everything that is wrong with packs: file, line, key and a sentence. Without a PATH: all that come with
    Doorway. It needs no database, no key and no setting."""
    count = 0
    for name in paths or files.shipped():
        folder = files.find(name, near=Path())
        faults = check(folder) if folder.exists() else []
        if not folder.exists():
            count += 1
            click.echo(f"{name}: there is no such pack, folder or file.")
        for fault in faults:
            click.echo(line(fault, name))
        count += len(faults)
        if folder.exists() and not faults:
            click.echo(f"{name}: nothing is wrong.")
    if count:
        raise click.ClickException(f"{count} faults." if count > 1 else "1 fault.")


def line(fault: Fault, pack: str) -> str:
    """Say one fault on one line, as editors and other tools read it: file, line, key, sentence."""
    key = f"{fault.key}: " if fault.key else ""
    return f"{pack}/{fault.spot.file}:{fault.spot.line}: {key}{say(fault.sentence)}"
