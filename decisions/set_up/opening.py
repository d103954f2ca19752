"""Open the set-up: a code that the server prints, once, for one browser. Callers commit."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from decisions.set_up import rules
from decisions.set_up.models import SetUp
from forum import clock
from forum.about import site
from forum.access import Role
from forum.db import begin_write, db
from forum.outbox.links import link
from forum.people import queries
from forum.people.signing_in import hashed, new_token
from forum.refusal import Refusal, raise_if


def make_code(*, on: datetime) -> str:
    """Make a code and return it; an older one opens nothing any more. What was typed stays. Raises Refusal."""
    raise_if(may_begin())
    code, row = rules.new_code(), current(lock=True) or SetUp(id=1, answers={}, holder_hash="")
    row.code_hash, row.until, row.tries, row.used_at = rules.hashed(code), on + rules.LASTS, 0, None
    db.session.add(row)
    db.session.flush()
    return code


def may_begin() -> Refusal | None:
    """Whether this place may be set up by a code."""
    return rules.may_begin(set_up=site.fresh().set_up, administrators=len(queries.by_role(Role.ADMINISTRATOR)))


def current(*, lock: bool = False) -> SetUp | None:
    """Return the set-up of this place, if one was begun."""
    wanted = select(SetUp).where(SetUp.id == 1)
    return db.session.scalar(wanted.with_for_update() if lock else wanted)


def open_by(code: str, *, on: datetime) -> str | Refusal:
    """Use a code up. Returns the token of the browser that it opens the set-up for, or why not; a wrong one counts,
    so the caller commits either way."""
    row = current(lock=True)
    kept = rules.Code(row.code_hash, row.until, row.tries, row.used_at is not None) if row else None
    refusal = may_begin() or rules.may_open(kept, code, now=on)
    if row is None or refusal is not None:
        if row is not None and refusal is not None and refusal.sentence.text == rules.WRONG:
            row.tries += 1
        return refusal or Refusal(rules.WRONG, field="code")
    token = new_token()
    row.used_at, row.holder_hash = on, hashed(token)
    db.session.flush()
    return token


def held_by(token: str | None) -> bool:
    """Whether the set-up is open for the browser with this token, and not done."""
    row = current() if token else None
    return row is not None and row.done_at is None and row.holder_hash == hashed(token or "")


def answers() -> dict[str, Any]:
    """Return what was typed so far."""
    row = current()
    return dict(row.answers) if row else {}


def keep(values: dict[str, Any], *, step: str, on: datetime) -> None:
    """Keep what a step asked for."""
    row = current(lock=True)
    if row is None:  # an administrator sets the place up, without a code
        row = SetUp(id=1, code_hash="", until=on, answers={}, holder_hash="")
        db.session.add(row)
    done = [*(one for one in row.answers.get("done", []) if one != step), step]
    row.answers = {**row.answers, **values, "done": done}
    db.session.flush()


def greeting() -> list[str]:
    """Return what the server says when it starts and this place is not set up: where to go, and a new code."""
    if may_begin() is not None:
        return []
    begin_write()
    code = make_code(on=clock.now())
    db.session.commit()
    return [
        f"This place is not set up. Open {link('set_up.start')} and type this code:",
        f"  {code}   (it holds for an hour, and opens the page once)",
    ]
