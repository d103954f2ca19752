"""Commands of this room: `flask decisions …`."""

import click
from flask.cli import AppGroup

from decisions.answers.questions import keeping as questions
from decisions.deadlines.commands import deadline
from decisions.imports.commands import bring_in
from decisions.journeys import keeping
from decisions.packs.commands import check_pack, export_pack, load_pack
from decisions.promises import keeping as promises
from decisions.set_up.commands import new_place, set_up_code
from forum.db import begin_write, db

decisions = AppGroup("decisions", help="What becomes of the talk.")


@decisions.command("rebuild")
def rebuild() -> None:
    """Compute anew where each issue is, each promise and each question, from what happened."""
    begin_write()
    count = keeping.rebuild()
    promises.rebuild()
    questions.rebuild()
    db.session.commit()
    click.echo(f"{count} journeys are computed anew.")


for command in (deadline, bring_in, check_pack, load_pack, export_pack, set_up_code, new_place):
    decisions.add_command(command)
