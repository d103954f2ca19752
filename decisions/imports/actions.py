"""What people do with sources on the site. Callers commit."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select

from decisions.access import may_bring_in
from decisions.bodies.models import Body
from decisions.imports import queries, sources
from decisions.imports.models import Brought, Origin, Source
from decisions.imports.running import NOT_READ
from decisions.packs import editing
from decisions.packs.signing import helper
from forum.access import Standing
from forum.db import db
from forum.history.actions import record
from forum.refusal import Refusal, raise_if
from forum.say import N_, _
from forum.threads.slugs import slug

KEPT_FOR = timedelta(days=30)  # what was brought and never looked at
MOST_BROUGHT = 20


def add(*, reader: str, name: str, address: str, body_id: int | None, every: str, by: Standing, on: datetime) -> Source:
    """Add a source. Raises Refusal when there is one with this name, or nothing is there to be read by itself."""
    raise_if(may_bring_in(by))
    if sources.named(reader, name) is not None:
        raise Refusal(N_("There is a source with this name already."), field="name")
    if every and not address:
        raise Refusal(N_("To be read by itself it needs an address."), field="address")
    return sources.make(reader, name, address=address, body_id=body_id, every=every, by=by.person_id, on=on)


def change(
    source: Source, *, name: str, address: str, body_id: int | None, every: str, by: Standing, on: datetime
) -> None:
    """Change a source: its name, its address, its body, how often it is read. Raises Refusal as `add` does."""
    raise_if(may_bring_in(by))
    other = sources.named(source.reader, name)
    if other is not None and other is not source:
        raise Refusal(N_("There is a source with this name already."), field="name")
    if every and not address:
        raise Refusal(N_("To be read by itself it needs an address."), field="address")
    source.name, source.address, source.body_id, source.every = name, address, body_id, every
    source.asked_at = source.asked_at if address else None
    record("changed_source", ("source", source.id), by=by.person_id, on=on)


def ask(source: Source, *, by: Standing, on: datetime) -> None:
    """Ask for a source to be read now: the next minute does it. Raises Refusal without an address."""
    raise_if(may_bring_in(by))
    if not source.address:
        raise Refusal(N_("This source has no address. Bring a file."))
    if source.stopped:
        raise Refusal(NOT_READ)
    source.asked_at = on
    record("asked_source", ("source", source.id), by=by.person_id, on=on)


def bring(
    source: Source, *, name: str, content: bytes, meeting_id: int | None, minutes: bool, by: Standing, on: datetime
) -> Brought:
    """Put a file or a text by, for somebody to look at. What was put by long ago and never looked at goes.

    Arguments: the source, what it is called, its bytes, of a text the meeting and whether it is minutes, who, when.
    """
    raise_if(may_bring_in(by))
    if source.ended_at is not None:
        raise Refusal(NOT_READ)
    db.session.execute(delete(Brought).where(Brought.made_at < on - KEPT_FOR))
    if len(queries.brought_of(source.id)) >= MOST_BROUGHT:
        raise Refusal(N_("Many files wait here already. Look at those first."))
    made = Brought(source_id=source.id, by_id=by.person_id, name=name[:200] or "text", content=content, made_at=on)
    made.meeting_id, made.minutes = meeting_id, minutes
    db.session.add(made)
    db.session.flush()
    record("brought", ("source", source.id), by=by.person_id, on=on)
    return made


def drop(brought: Brought, *, by: Standing, on: datetime) -> None:
    """Say no to what was brought: it is deleted, and nothing of it is kept."""
    raise_if(may_bring_in(by))
    record("dropped", ("source", brought.source_id), by=by.person_id, on=on)
    db.session.delete(brought)
    db.session.flush()


def match(origin: Origin, body_id: int | None, *, by: Standing, on: datetime) -> None:
    """Say which of our bodies one of a source is, or that it is none of ours. A source with an address is then read
    again, for what waited."""
    raise_if(may_bring_in(by))
    origin.subject_id, origin.left_out = body_id, body_id is None
    source = db.session.get_one(Source, origin.source_id)
    if source.address and body_id is not None and not source.stopped:
        source.asked_at = on
    db.session.flush()
    parents = (("body", body_id),) if body_id is not None else ()
    record(
        "matched_body", ("source", source.id), by=by.person_id, on=on, parents=parents, body=body_id, origin=origin.id
    )


def add_body(origin: Origin, *, name: str, short: str, kind: str, by: Standing, on: datetime) -> int:
    """Add a body of this place, of a kind that a person sets. Returns its id. Raises Refusal."""
    raise_if(may_bring_in(by))
    ident = slug(name, "body")[:60].strip("-")
    document = {"id": ident, "name": name, "short": short, "kind": kind, "source": origin.address}
    document = {key: value for key, value in document.items() if value}
    reason = _("A source tells of it.")
    editing.add("body", document, reason=reason, by=by, signed=helper(by), on=on)
    made = db.session.scalar(select(Body.id).where(Body.slug == ident))
    if made is None:
        raise Refusal(N_("A body of this name can’t be added here."), field="name")
    return made


def erase(person_id: int) -> None:
    """Take a person out of this: what they brought and nobody looked at goes."""
    db.session.execute(delete(Brought).where(Brought.by_id == person_id))
    db.session.flush()
