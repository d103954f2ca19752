"""Commands of this room: `flask forum …`."""

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from forum import clock, serving
from forum.db import begin_write, db
from forum.refusal import Refusal
from forum.say import say
from forum.words.commands import check_text

forum = AppGroup("forum", help="The people and the talk.")


@forum.command("create-admin")
@click.option("--name", prompt="Name")
@click.option("--email", prompt="E-mail")
@click.password_option()
def create_admin(name: str, email: str, password: str) -> None:
    """Make an administrator's account."""
    from forum.people import actions  # noqa: PLC0415

    begin_write()
    try:
        person = actions.create_administrator(name=name, email=email.strip(), password=password, on=clock.now())
    except Refusal as refusal:
        raise click.ClickException(say(refusal.sentence)) from refusal
    db.session.commit()
    click.echo(f"{person.name} can sign in now as an administrator.")


@forum.command("reindex")
def reindex() -> None:
    """Make the search index anew from everything that is here."""
    from forum.search import actions  # noqa: PLC0415

    begin_write()
    for kind, count in actions.rebuild().items():
        click.echo(f"{kind}: {count}")
    db.session.commit()


@forum.command("serve")
@click.option("--host", help="Where to listen; else the setting HOST.")
@click.option("--port", type=int, help="The port; else the setting PORT.")
def serve(host: str | None, port: int | None) -> None:
    """Make the tables, load the demonstration if it is asked for, answer requests and do the jobs."""
    current_app.config.update({name: value for name, value in (("HOST", host), ("PORT", port)) if value is not None})
    serving.serve(_app(), _say)


@forum.command("migrate")
def migrate() -> None:
    """Bring the tables up to date, one process at a time; before several processes are started."""
    serving.prepare(_app(), _say)


@forum.command("worker")
def worker() -> None:
    """Do the jobs alone, for a site on several machines."""
    serving.work(_app(), _say)


forum.add_command(check_text)


def _app() -> Flask:
    return current_app._get_current_object()  # type: ignore[attr-defined,no-any-return]


def _say(line: str) -> None:
    print(line, flush=True)
