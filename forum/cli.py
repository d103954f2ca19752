"""Commands of this room: `flask forum …`."""

import click
from flask.cli import AppGroup

from forum import clock
from forum.db import begin_write, db

forum = AppGroup("forum", help="The people and the talk.")


@forum.command("create-admin")
@click.option("--name", prompt="Name")
@click.option("--email", prompt="E-mail")
@click.password_option()
def create_admin(name: str, email: str, password: str) -> None:
    """Make an administrator's account."""
    from forum.people import actions  # noqa: PLC0415

    person = actions.create_administrator(name=name, email=email, password=password, on=clock.now())
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
