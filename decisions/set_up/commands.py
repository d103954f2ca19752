"""`flask decisions set-up-code` and `new-place`: begin a place, or make it without a browser."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext

from decisions.packs import files
from decisions.packs.commands import line
from decisions.packs.faults import WrongPack
from decisions.set_up import councils, making, opening
from decisions.set_up.councils import Council
from decisions.set_up.steps import GOVERNANCE_WORDS, NATION_WORDS, TYPE_WORDS
from forum import clock
from forum.db import begin_write, db
from forum.outbox.links import link
from forum.people import actions
from forum.refusal import Refusal
from forum.say import say


@click.command("set-up-code")
@with_appcontext
def set_up_code() -> None:
    """Print a code that opens /set-up once, within an hour. An older code opens nothing any more."""
    begin_write()
    try:
        code = opening.make_code(on=clock.now())
    except Refusal as refusal:
        raise click.ClickException(say(refusal.sentence)) from refusal
    db.session.commit()
    click.echo(f"Open {link('set_up.start')} and type this code: {code}")


@click.command("new-place")
@click.option("--name", "place", prompt="The name of the place", help="As in Marlbrook.")
@click.option("--council", "code", help="The code of the council, or a part of its name.")
@click.option("--run-by", prompt="Who runs this", help="Shown on every page.")
@click.option("--paid-by", prompt="Who pays for it")
@click.option("--type", "council_type", type=click.Choice(list(TYPE_WORDS)), help="Else what is known of the council.")
@click.option("--governance", type=click.Choice(list(GOVERNANCE_WORDS)), help="Who makes most decisions.")
@click.option("--nation", type=click.Choice(list(NATION_WORDS)), help="Else what is known of the council.")
@click.option("--phone", default="", help="The phone number of those who run this.")
@click.option("--care-phone", default="", help="The council's phone number for care.")
@click.option("--safeguarding-lead", default="", help="Who reads worries about someone's safety.")
@click.option("--pack", type=click.Path(path_type=Path), help="The place's own pack: a folder, a file, or one shipped.")
@click.option("--admin-name", help="With --admin-email: make the first administrator, and ask for a password.")
@click.option("--admin-email")
@with_appcontext
def new_place(
    code: str | None, pack: Path | None, admin_name: str | None, admin_email: str | None, **said: Any
) -> None:
    """Make a place: its settings, its council, and who decides what."""
    answers = {**{key: value or "" for key, value in said.items()}, "council_name": "", "first_posts_wait": True}
    answers["council_care_phone"] = answers.pop("care_phone")
    if code or pack is None:
        asked = "The council (its code, or a part of its name)"
        answers = _with_council(answers, _one_council(code) if code else click.prompt(asked, value_proc=_typed))
    password = click.prompt("Password", hide_input=True, confirmation_prompt=True) if admin_email else ""
    try:
        packs = making.packs_for(answers, files.find(str(pack), near=Path()) if pack else None)
        begin_write()
        making.make(answers, packs, by=None, on=clock.now())
        if admin_email:
            admin = {"name": admin_name or "", "email": admin_email.strip(), "password": password}
            actions.create_administrator(**admin, on=clock.now())
    except WrongPack as wrong:
        for fault in wrong.faults:
            click.echo(line(fault, str(pack)))
        raise click.ClickException("The pack is wrong. Nothing was changed.") from wrong
    except Refusal as refusal:
        raise click.ClickException(say(refusal.sentence)) from refusal
    db.session.commit()
    _tell(answers, packs)


def _typed(asked: str) -> Council:
    """Read a council that somebody typed: one that is none is asked for again, and nothing typed before is lost."""
    try:
        return _one_council(asked.strip())
    except click.ClickException as wrong:
        raise click.UsageError(wrong.message) from wrong


def _one_council(asked: str) -> Council:
    """Return the council with a code, or with some words in its name."""
    known = councils.all_councils()
    found = [known[asked]] if asked in known else councils.find(asked)
    there = [one for one in found if one.is_there(clock.today())]
    if len(there) != 1:
        names = "".join(f"\n  {one.code}  {one.name}" for one in there)
        raise click.ClickException(f"“{asked}” is not one council. Give its code:{names}" if names else NO_COUNCIL)
    return there[0]


def _with_council(answers: dict[str, Any], one: Council) -> dict[str, Any]:
    """Fill in what is known of a council. What was given by an option wins."""
    filled = {"council_code": one.code, "council_name": one.name, "web": one.web, "system": one.system}
    kinds = {"nation": answers["nation"] or one.nation, "council_type": answers["council_type"] or one.type}
    return {**answers, **filled, **kinds}


NO_COUNCIL = "There is no council with this code or name."


def _tell(answers: dict[str, Any], packs: Sequence[Any]) -> None:
    click.echo(f"{answers['place']} is made.")
    if not packs:
        nation = NATION_WORDS.get(answers["nation"], "")
        click.echo(f"It is in {nation}: the routes of England do not hold there, so none were loaded.")
    click.echo(f"Open {link('who_decides.home')}. What is still to find out: {link('set_up.facts')}")
