"""`flask decisions import READER`: bring in what a council publishes, from files or from the web."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import click
from flask.cli import with_appcontext
from sqlalchemy import or_, select

from decisions.bodies.models import Body
from decisions.imports import outline, running, sources
from decisions.imports.links import HERE
from decisions.imports.models import READERS, Source
from decisions.imports.readers import sheets
from decisions.imports.readers.table import raise_if_large, read
from decisions.imports.records import Asked, Found
from decisions.imports.shape import web_address
from forum import clock
from forum.db import begin_write, db
from forum.refusal import Refusal
from forum.say import N_, say

MOST_QUESTIONS = 4_000
Give = Callable[[], Iterable[Found]]


@click.command("import")
@click.argument("reader", type=click.Choice(READERS))
@click.option("--file", "files", multiple=True, type=click.Path(path_type=Path), help="A file; may be given again.")
@click.option("--address", default="", help="An address on the web, in place of files.")
@click.option("--name", default="", help="What the source is called here; the host, or the file, when left out.")
@click.option("--body", default="", help="The one body that all of it is about: its name, or as in its address.")
@click.option("--meeting", type=int, help="For text: the number of the meeting, as in its address.")
@click.option("--minutes", is_flag=True, help="For text: it is what was said, not what is to come.")
@click.option("--from", "first", metavar="DAY", help="The first day, as 2026-12-01.")
@click.option("--to", "last", metavar="DAY", help="The last day.")
@click.option("--every", type=click.Choice(["day", "week"]), help="Read the address again by itself.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--template", type=click.Choice(["meeting", "decision"]), help="For csv: print an empty table.")
@with_appcontext
def bring_in(
    reader: str, files: tuple[Path, ...], address: str, name: str, body: str, meeting: int | None, minutes: bool,
    first: str | None, last: str | None, every: str | None, dry_run: bool, template: str | None,
) -> None:  # fmt: skip
    """Bring in committees, meetings, papers, decisions, people. Safe to repeat: what people wrote here stays."""
    if template:
        click.echo(sheets.template(template), nl=False)
        return
    try:
        days = (_day(first), _day(last))
        named = {"address": address, "name": name or _name(files, address), "body": body, "every": every or ""}
        source = _source(reader, **named)
        give = _give(source, files, days, meeting, minutes)
        result = _looked(reader, named, give) if dry_run else _kept(source, give)
    except Refusal as refusal:
        raise click.ClickException(say(refusal.sentence)) from refusal
    _print(result, dry_run=dry_run)


def _source(reader: str, *, address: str, name: str, body: str, every: str) -> Source:
    """Find the source, or add it. It is not kept yet."""
    if address and not web_address(address):
        raise Refusal(N_("That is not an address of the web. It begins with https://."))
    begin_write()
    source, body_id = sources.named(reader, name), _body(body)
    if source is None:
        return sources.make(reader, name, address=address, body_id=body_id, every=every, by=None, on=clock.now())
    source.address, source.body_id = address or source.address, body_id or source.body_id
    source.every = every or source.every
    db.session.flush()
    return source


def _give(
    source: Source, files: tuple[Path, ...], days: tuple[date | None, date | None], meeting: int | None, minutes: bool
) -> Give:
    asked = Asked(*days, base=source.address, zone=clock.zone().key, meeting=f"{HERE}{meeting}", minutes=minutes)
    if files:
        if source.reader == "text" and meeting is None:
            raise Refusal(N_("Say with --meeting which meeting the text belongs to."))
        return lambda: _from_files(source.reader, files, asked)
    if not source.address:
        raise Refusal(N_("Give a --file, or an --address."))
    if days == (None, None):
        days = sources.usual_range(clock.today())
    return sources.given_by(source, sources.asked_of(source, *days), sources.fetcher(most=MOST_QUESTIONS).get)


def _from_files(reader: str, files: tuple[Path, ...], asked: Asked) -> Iterator[Found]:
    for path in files:
        if not path.is_file():
            raise Refusal(N_("There is no file called %(name)s."), name=str(path))
        raise_if_large(path.stat().st_size)
        yield from read(reader, path.read_bytes(), asked)


def _kept(source: Source, give: Give) -> running.Result:
    source_id = source.id
    db.session.commit()
    return running.bring(source_id, give, by=None, on=clock.now(), anew=True)


def _looked(reader: str, named: dict[str, str], give: Give) -> running.Result:
    """Look at what it would do. The database is free while it is read; in the end nothing was there."""
    db.session.rollback()
    found = list(give())
    try:
        return running.try_out(_source(reader, **named), found)
    finally:
        db.session.rollback()


def _print(result: running.Result, *, dry_run: bool) -> None:
    for words in outline.difference(result.plan) if dry_run else ():
        click.echo(say(words))
    for where, why in outline.bad(result.plan):
        click.echo(f"! {where}: {say(why)}")
    for one in result.waiting:
        click.echo(f"? {say(outline.waits(one))}")
    for words in outline.counted(result.plan.counts, len(result.waiting)):
        click.echo(say(words))
    if dry_run:
        click.echo(say(N_("Nothing was changed: this was only a look.")))


def _name(files: tuple[Path, ...], address: str) -> str:
    return (urlsplit(address).netloc or (files[0].name if files else ""))[:120]


def _body(given: str) -> int | None:
    if not given:
        return None
    found = list(db.session.scalars(select(Body.id).where(or_(Body.slug == given, Body.name == given))))
    if len(found) != 1:
        raise Refusal(N_("There is no body called “%(name)s” here."), name=given)
    return found[0]


def _day(given: str | None) -> date | None:
    try:
        return datetime.fromisoformat(given).date() if given else None
    except ValueError as fault:
        raise Refusal(N_("“%(given)s” is no day. Write it as 2026-12-01."), given=given or "") from fault
