"""`flask decisions deadline`: work out a date by a rule, with its working. It needs no database, key or setting."""

import json
from datetime import date, datetime
from typing import Any

import click
from flask.cli import with_appcontext

from decisions.deadlines.basis import basis_on, basis_sentence, confidence_sentence, is_past_check, may_drive_a_date
from decisions.deadlines.counting import Pause
from decisions.deadlines.finding import calendar_for, find_rule, others_of
from decisions.deadlines.rules import Rule
from decisions.deadlines.work_out import Means, Worked, before_day, from_day
from decisions.packs import files
from decisions.packs.faults import WrongPack
from forum import clock
from forum.refusal import Refusal, raise_if
from forum.say import N_, _, say, say_weekday

MEANS_WORDS = {
    Means.LAST_DAY: N_("Last day: %(due)s"),
    Means.FIRST_DAY: N_("First day: %(due)s"),
    Means.PUBLISH_BY: N_("Last day to publish: %(due)s"),
}
WRONG = 2  # exit code


class CannotSay(click.ClickException):
    """A date that can't be worked out, said in a sentence."""

    exit_code = WRONG


@click.command("deadline")
@click.argument("rule")
@click.option("--from", "start", metavar="DATE", help="The day the clock starts, as 2026-12-01 or 2026-12-01T15:00.")
@click.option("--before", "event", metavar="DATE", help="The day of the meeting, for clocks that count back.")
@click.option("--calendar", default="", help="Other bank holidays: england-wales, any-uk, scotland, …")
@click.option("--place", default="england", help="The pack whose rules are used.")
@click.option("--pause", "pauses", nargs=2, multiple=True, metavar="FROM TO", help="Days when the clock stood still.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@with_appcontext
def deadline(
    rule: str,
    start: str | None,
    event: str | None,
    calendar: str,
    place: str,
    pauses: tuple[tuple[str, str], ...],
    as_json: bool,
) -> None:
    """Work out a date by a RULE: its id, or its number as K21 or K33.stage1-reply."""
    try:
        found = _entries(place)
        clock_rule = find_rule(rule, found.get("rule", {}))
        worked = _work_out(clock_rule, found.get("calendar", {}), start, event, calendar, pauses)
    except Refusal as refusal:
        raise CannotSay(say(refusal.sentence)) from refusal
    if as_json:
        click.echo(json.dumps(as_data(worked, clock.today()), ensure_ascii=False))
    else:
        _print(worked, others_of(clock_rule, found.get("rule", {})))


def as_data(worked: Worked, today: date) -> dict[str, Any]:
    """Return a date that was worked out as plain data, its working put into words."""
    return {
        "rule": worked.rule.ident,
        "due": worked.due.isoformat(),
        "means": str(worked.means),
        "basis": basis_on(worked.rule, today),
        "source": worked.rule.source,
        "confidence": worked.rule.confidence,
        "working": [say(one) for one in worked.working],
    }


def _work_out(
    rule: Rule,
    calendars: dict[str, Any],
    start: str | None,
    event: str | None,
    calendar: str,
    pauses: tuple[tuple[str, str], ...],
) -> Worked:
    raise_if(may_drive_a_date(rule))
    if (start is None) == (event is None):
        raise Refusal(N_("Give one day: --from for the day it starts, or --before for the day of a meeting."))
    used = calendar_for(rule, calendars, calendar)
    if event is not None:
        if pauses:
            raise Refusal(N_("A clock that counts back can’t be paused."))
        return before_day(rule, used, _date(event), zone=clock.zone())
    still = [Pause(_day(_date(first)), _day(_date(last))) for first, last in pauses]
    return from_day(rule, used, _date(start or ""), pauses=still, zone=clock.zone())


def _entries(place: str) -> dict[str, dict[str, Any]]:
    known = files.shipped()
    if place not in known:
        raise Refusal(
            N_("There is no place called “%(place)s”. There are: %(known)s."), place=place, known=", ".join(known)
        )
    try:
        return files.entries(place)
    except WrongPack as wrong:
        text = N_("The pack “%(place)s” can’t be read. Run flask decisions check-pack to see why.")
        raise Refusal(text, place=place) from wrong


def _date(given: str) -> date:
    """Read a day or a moment. Raises Refusal."""
    try:
        return datetime.fromisoformat(given) if "T" in given or " " in given.strip() else date.fromisoformat(given)
    except ValueError as error:
        text = N_("“%(given)s” is no date. Write it as 2026-12-01, or with a time as 2026-12-01T15:00.")
        raise Refusal(text, given=given) from error


def _day(given: date) -> date:
    if not isinstance(given, datetime):
        return given
    return clock.local_day(given) if given.tzinfo else given.date()


def _print(worked: Worked, others: list[Rule]) -> None:
    rule, today = worked.rule, clock.today()
    click.echo(rule.name)
    click.echo(_(MEANS_WORDS[worked.means], due=f"{say_weekday(worked.day)} ({worked.due.isoformat()})"))
    for one in worked.working:
        click.echo(f"  {say(one)}")
    if is_past_check(rule, today):
        click.echo(_("This may have changed. It should have been checked again by now."))
    click.echo(f"{say(basis_sentence(basis_on(rule, today)))}: {rule.source}")
    click.echo(say(confidence_sentence(rule.confidence)))
    if others:
        click.echo(_("There are other clocks for this:"))
        for other in others:
            click.echo(f"  {other.ident} ({other.fact}): {other.name}")
