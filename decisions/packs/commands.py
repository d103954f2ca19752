"""`flask decisions check-pack`, `load-pack` and `export-pack`."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from decisions.packs import files, loading, outline, schema
from decisions.packs.check import check
from decisions.packs.export import export
from decisions.packs.faults import Fault, WrongPack
from forum import clock
from forum.db import begin_write, db
from forum.refusal import Refusal
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


@click.command("load-pack")
@click.argument("pack")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--take", multiple=True, metavar="KIND/ID", help="Take the pack's words where people changed them here.")
@with_appcontext
def load_pack(pack: str, dry_run: bool, take: tuple[str, ...]) -> None:
    """Load PACK (the id of one that comes with Doorway, a folder or a file) and what it builds on. Safe to repeat."""
    path = files.find(pack, near=Path())
    if not path.exists():
        raise click.ClickException(f"{pack}: there is no such pack, folder or file.")
    begin_write()
    try:
        done = loading.load(path, on=clock.now(), take=[_name(one) for one in take], dry_run=dry_run)
    except WrongPack as wrong:
        for fault in wrong.faults:
            click.echo(line(fault, pack))
        raise click.ClickException("The pack is wrong. Nothing was changed.") from wrong
    except Refusal as refusal:
        raise click.ClickException(say(refusal.sentence)) from refusal
    for words in outline.lines(done, dry_run=dry_run):
        click.echo(say(words))
    if not dry_run:
        db.session.commit()


@click.command("export-pack")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@with_appcontext
def export_pack(path: Path | None) -> None:
    """Give the place's pack back as one TOML file: into PATH, or on the screen."""
    try:
        _ident, text = export()
    except Refusal as refusal:
        raise click.ClickException(say(refusal.sentence)) from refusal
    if path is None:
        click.echo(text, nl=False)
    else:
        path.write_text(text, encoding="utf-8")
        click.echo(f"Written to {path}.")


def _name(given: str) -> tuple[str, str]:
    kind, slash, ident = given.partition("/")
    if not slash or kind not in {*schema.KINDS, *schema.SINGLE}:
        raise click.BadParameter(f"{given}: write it as KIND/ID, as in body/cabinet.", param_hint="--take")
    return kind, ident
