"""Local facts: what each place must find out for itself, and who was asked to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select

from decisions.packs import editing, queries, rules
from decisions.packs.models import Entry
from decisions.packs.signing import helper
from decisions.set_up.models import FactShare
from forum import clock
from forum.access import FACILITATOR, Standing
from forum.db import db
from forum.history.actions import record
from forum.outbox.actions import put
from forum.people.actions import EVERYWHERE
from forum.refusal import Refusal, raise_if
from forum.say import N_, _

LOCAL = "local"
WHOLE = frozenset({"working-days", "weeks", "minutes", "names", "pounds"})  # units in which a fact is a whole number
FOUND_OUT = N_("We found out how it is here.")
NO_NUMBER = N_("Write a whole number, in figures.")
NO_LINK = N_("Write a web address that starts with https://.")
CHECK_AGAIN = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class Fact:
    """A local fact: its id, what to find out, where to look, what was found, and who was asked."""

    id: str
    name: str
    ask: str
    where: str
    example: str
    value: str
    link: str
    checked: date | None
    number: int
    asked: tuple[str, ...] = ()


def facts(today: date) -> tuple[list[Fact], list[Fact]]:
    """Return the local facts still to find out, and those that are known: two queries."""
    shares: dict[str, list[str]] = {}
    for one in db.session.scalars(select(FactShare).order_by(FactShare.given_at, FactShare.id)):
        shares.setdefault(one.ident, []).append(one.name)
    rows = [row for row in _in_order() if rules.is_there(row.document, today)]
    made = [_fact(row, shares.get(row.ident, [])) for row in rows]
    return [one for one in made if not one.value], [one for one in made if one.value]


def _in_order() -> list[Entry]:
    """The local facts as the pack has them: what goes together stands together."""
    return sorted(queries.of_kind(LOCAL), key=lambda row: row.id)


def fact(ident: str) -> Entry | None:
    """Return the entry of a local fact, or `None`."""
    return queries.one(LOCAL, ident) if len(ident) <= 80 and "\0" not in ident else None


def _fact(row: Entry, asked: Iterable[str]) -> Fact:
    data = row.document
    said = {name: str(data.get(name) or "") for name in ("ask", "where", "example", "link")}
    value = data.get("value")
    return Fact(
        id=row.ident, name=row.title, value="" if value is None else str(value), checked=data.get("checked"),
        number=row.number, asked=tuple(asked), **said,
    )  # fmt: skip


def shown(row: Entry) -> Fact:
    """Return a fact as a page shows it."""
    return _fact(row, ())


def fill_in(row: Entry, *, value: str, link: str, seen: int, by: Standing, on: datetime) -> None:
    """Keep what somebody found out, with the page where it stands and the day. Callers commit. Raises Refusal."""
    data, today = row.document, clock.local_day(on)
    if link and not link.startswith("https://"):
        raise Refusal(NO_LINK, field="link")
    found = {"value": _value(str(data.get("unit", "")), value), "link": link, "basis": "local"}
    days = {"checked": today, "check_by": today + CHECK_AGAIN}
    new = {**data, **found, **days}
    new.pop("local_check", None)
    editing.edit(row, new, seen=seen, reason=_(FOUND_OUT), by=by, signed=helper(by), on=on)
    db.session.execute(delete(FactShare).where(FactShare.ident == row.ident))


def _value(unit: str, typed: str) -> Any:
    if unit not in WHOLE:
        return typed
    plain = typed.replace(",", "").removeprefix("£").strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) <= 9):
        raise Refusal(NO_NUMBER, field="value")
    return int(plain)


def share(idents: Sequence[str], *, name: str, email: str, by: Standing, on: datetime) -> None:
    """Ask somebody to find out some facts. With an address they are sent them; without, they get a printed list.
    Callers commit. Raises Refusal."""
    raise_if(FACILITATOR.check(by))
    known = {row.ident for row in queries.of_kind(LOCAL)}
    chosen = [one for one in dict.fromkeys(idents) if one in known]
    if not chosen:
        raise Refusal(N_("Choose at least one of these."))
    for ident in chosen:
        same = (FactShare.ident == ident) & (FactShare.name == name) & (FactShare.email == email)
        if db.session.scalar(select(FactShare.id).where(same)) is None:
            db.session.add(FactShare(ident=ident, name=name, email=email, given_at=on, given_by_id=by.person_id))
    db.session.flush()
    record("shared_facts", EVERYWHERE, by=by.person_id, on=on, count=len(chosen))
    if email:
        key = f"facts:{by.person_id}:{on.isoformat()}"
        put("local_facts", key=key, email=email, on=on, asked_by=by.name, facts=",".join(chosen))


def asked_of(idents: Iterable[str]) -> list[Fact]:
    """Return some facts, for a letter or a printed list, in the order of the pack."""
    wanted = set(idents)
    return [_fact(row, ()) for row in _in_order() if row.ident in wanted]


def waiting_shares() -> list[tuple[FactShare, str]]:
    """Return what was given out and not found out yet, with what it is called."""
    names = {row.ident: row.title for row in queries.of_kind(LOCAL)}
    rows = db.session.scalars(select(FactShare).order_by(FactShare.given_at, FactShare.id))
    return [(one, names.get(one.ident, one.ident)) for one in rows]


def open_count() -> Any:
    """Return a subquery that counts the facts that nobody found out and nobody was asked for."""
    asked = select(FactShare.ident)
    unknown = (Entry.kind == LOCAL) & Entry.data["value"].as_string().is_(None) & Entry.ident.not_in(asked)
    return select(func.count(Entry.id)).where(unknown)
