"""Tell the account of the site, once for each meeting and decision, that something of it was brought in."""

from datetime import datetime

from sqlalchemy import select, update

from decisions.imports.comparing import Act, Plan
from decisions.imports.links import Links
from decisions.imports.places import pieces, table
from forum.db import db
from forum.history.actions import Thing, record

TOLD = (Act.ADD, Act.CHANGE, Act.GO, Act.RETURN)


def tell(plan: Plan, links: Links, on: datetime) -> None:
    """Record what was brought in: by the site itself, for the meeting that it belongs to or the decision."""
    things: dict[Thing, None] = {}
    for one in plan.those(*TOLD):
        kind = "decision" if one.kind == "decision" else "meeting"
        ident = one.ident if one.kind in ("meeting", "decision") else one.said.get("meeting")
        if ident is not None and (ours := links.ids.get((kind, str(ident)))) is not None:
            things[kind, ours] = None
    bodies = {kind: _bodies(kind, [ours for of, ours in things if of == kind]) for kind in ("meeting", "decision")}
    for kind, ours in sorted(things):
        body = bodies[kind].get(ours)
        record("imported", (kind, ours), by=None, on=on, parents=(("body", body),) if body else ())
    for some in pieces([ours for kind, ours in things if kind == "meeting"]):
        kept = table("meeting")
        db.session.execute(update(kept).where(kept.c.id.in_(some)).values(changed_at=on))


def _bodies(kind: str, ids: list[int]) -> dict[int, int]:
    kept = table(kind)
    found: dict[int, int] = {}
    for some in pieces(ids):
        rows = db.session.execute(select(kept.c.id, kept.c.body_id).where(kept.c.id.in_(some)))
        found |= dict(rows.all())
    return found
