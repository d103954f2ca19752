"""Commands of this room: `flask forum …`."""

import click
from flask.cli import AppGroup

from forum import clock
from forum.db import begin_write, db
from forum.refusal import Refusal
from forum.say import say

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
