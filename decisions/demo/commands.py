"""`flask forum demo`: load the demonstration."""

import click
from flask import current_app

from decisions.demo import loading


@click.command("demo")
@click.option("--again", is_flag=True, help="Empty the database first, so that every date counts from today.")
def demo(again: bool) -> None:
    """Load Marlbrook, an invented place, into an empty database."""
    if not current_app.config["DEMO"]:
        raise click.ClickException("The demonstration is off. Set DEMO=1 on a machine that is not a real place.")
    if again:
        loading.clear()
    if not loading.load_if_empty(click.echo):
        raise click.ClickException("There is something here already. `flask forum demo --again` starts anew.")
    click.echo("Marlbrook is loaded.")
