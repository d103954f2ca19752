"""Report words, and rule on them. Callers commit."""

import secrets
from datetime import datetime

from sqlalchemy import select

from forum import subjects
from forum.access import Shown, Standing
from forum.db import db
from forum.history.actions import record
from forum.moderation import cases, rules
from forum.moderation.cases import Case
from forum.moderation.models import Flag, Ruling
from forum.moderation.reasons import Deed, Reason
from forum.outbox import actions as outbox
from forum.refusal import Refusal, raise_if

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that look alike when read out on the phone
BECOMES = {Deed.HIDE: Shown.HIDDEN, Deed.SHOW: Shown.SHOWN, Deed.APPROVE: Shown.SHOWN}


def report(
    kind: str, subject_id: int, *, reason: Reason, words: str, email: str | None, by: Standing, on: datetime
) -> Flag:
    """Report a thing that this person can see. Anyone may, suspended people too.

    Arguments: `words`, more about it, may be empty; `email`, where someone signed out wants to hear what came of it.
    """
    flag = Flag(
        receipt=_receipt(),
        kind=kind,
        subject_id=subject_id,
        reason=reason,
        words=words,
        person_id=by.person_id,
        email=email or None,
        created_at=on,
    )
    db.session.add(flag)
    db.session.flush()
    record("reported", ("flag", flag.id), by=by.person_id, on=on)
    return flag


def rule(
    case: Case, deed: Deed, *, reason: str, words: str, seen: int, by: Standing, on: datetime, again: bool = False
) -> Ruling:
    """Hide words, show them, or leave them: all open reports on them are answered, and people are told.

    Showing a person's first words trusts the person: the kind's own `set_state` sees to that.

    Arguments: `words`, what the author is told beside the reason; `seen`, the last ruling when the page was opened;
    `again` when this is the second look that the author asked for. Raises Refusal.
    """
    raise_if(rules.may_rule(by, author_id=case.author_id))
    db.session.execute(select(Flag.id).where(Flag.id.in_([flag.id for flag in case.flags])).with_for_update())
    raise_if(_is_news(case, seen))
    if not again:
        raise_if(rules.may_do(deed, state=case.state, reported=bool(case.open_flags)))
    if deed in BECOMES and (set_state := subjects.get(case.kind).set_state) is not None:
        set_state(case.subject_id, BECOMES[deed], by=by.person_id, on=on)  # holds the thing, so ask again
        raise_if(_is_news(case, seen))
    ruling = add_ruling(
        case.kind, case.subject_id, deed, reason=reason, words=words, by=by.person_id, on=on, again=again
    )
    for flag in case.open_flags:
        flag.ruling_id = ruling.id
        _tell_reporter(flag, ruling, on=on)
    if not again:
        tell_author(ruling, case.author_id, on=on)
    db.session.flush()
    return ruling


def add_ruling(
    kind: str,
    subject_id: int,
    deed: Deed,
    *,
    reason: str,
    words: str,
    by: int | None,
    on: datetime,
    again: bool = False,
) -> Ruling:
    """Add a ruling, and say so in the account. What was added is never changed."""
    ruling = Ruling(
        kind=kind,
        subject_id=subject_id,
        deed=deed,
        reason=reason,
        words=words,
        public=not rules.is_for_safety(deed, reason),
        by_id=by,
        at=on,
    )
    db.session.add(ruling)
    db.session.flush()
    verb = "approved" if deed is Deed.APPROVE else "ruled"
    record(verb, ("ruling", ruling.id), by=by, on=on, parents=((kind, subject_id),), deed=deed, again=again)
    return ruling


def tell_author(ruling: Ruling, author_id: int | None, *, on: datetime) -> None:
    """Write to the author what was done, why, and how to ask again; not when it is to keep someone safe."""
    if author_id is None or not ruling.public or ruling.deed == Deed.LEAVE:
        return
    outbox.put(
        "ruling",
        key=f"ruling:{ruling.id}",
        on=on,
        person_id=author_id,
        about=("ruling", ruling.id),
        ruling_id=ruling.id,
    )


def _tell_reporter(flag: Flag, ruling: Ruling, *, on: datetime) -> None:
    """Write to who reported it what came of it, if there is a way to."""
    if flag.email or flag.person_id:
        outbox.put(
            "report_answered",
            key=f"flag:{flag.id}",
            on=on,
            person_id=None if flag.email else flag.person_id,
            email=flag.email,
            receipt=flag.receipt,
            deed=ruling.deed,
        )


def _is_news(case: Case, seen: int) -> Refusal | None:
    """Whether somebody acted since the page was opened: two moderators must not act past each other."""
    return Refusal(rules.ACTED_ALREADY) if seen != cases.latest_ruling_id(case.kind, case.subject_id) else None


def _receipt() -> str:
    """Make a receipt number that can be read out and can't be guessed: `K7Q-M3X-PA2`."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(3)) for _ in range(3))
    return "-".join(groups)
