"""Meetings, and what is on their agendas."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from flask import url_for
from sqlalchemy import select

from decisions.bodies.models import Body
from decisions.data_out.file import File, Piece, read
from decisions.meetings.models import AgendaItem, Meeting
from forum.say import N_

MEETING, ITEM, BODY = Meeting.__table__, AgendaItem.__table__, Body.__table__
COLUMNS = (
    "id", "url", "body", "body_name", "title", "day", "starts", "ends", "zone", "status", "why", "put_off_to", "place",
    "watch", "about", "official_page", "agenda_on", "minutes_on", "changed_at", "checked_on", "gone_on",
)  # fmt: skip
ROWS = select(MEETING, BODY.c.slug.label("body"), BODY.c.name.label("body_name")).join(
    BODY, BODY.c.id == MEETING.c.body_id
)
ITEM_COLUMNS = (
    "id", "meeting", "url", "position", "number", "title", "heading", "without_the_public", "plain", "gone_on"
)  # fmt: skip


def piece(after: int, most: int) -> Piece:
    """Return some meetings after an id."""

    def make(one: Any) -> dict[str, Any]:
        own = {
            "url": url_for("meetings.short", id=one.id, _external=True),
            "starts": moment(one.day, one.starts, one.zone),
            "ends": moment(one.day, one.ends, one.zone),
            "put_off_to": one.moved_to_id,
            "official_page": one.url,
        }
        return {name: own[name] if name in own else getattr(one, name) for name in COLUMNS}

    return read(ROWS.where(MEETING.c.id > after).order_by(MEETING.c.id), most, make)


def items(after: int, most: int) -> Piece:
    """Return some items of agendas after an id. Of what is talked about without the public there is the title alone."""

    def make(one: Any) -> dict[str, Any]:
        own = {
            "meeting": one.meeting_id,
            "url": url_for("meetings.short", id=one.meeting_id, _anchor=f"item-{one.id}", _external=True),
            "without_the_public": one.restricted,
        }
        return {name: own[name] if name in own else getattr(one, name) for name in ITEM_COLUMNS}

    return read(select(ITEM).where(ITEM.c.id > after).order_by(ITEM.c.id), most, make)


def moment(day: date, hour: time | None, zone: str) -> str | None:
    """Return an hour on the wall of a room as a moment, with how far the room is from Greenwich on that day (pure)."""
    return datetime.combine(day, hour, tzinfo=ZoneInfo(zone)).isoformat(timespec="seconds") if hour else None


HOLDS = N_("Each meeting: whose it is, when and where, and whether it goes ahead.")
ITEMS_HOLD = N_("Each item on the list of a meeting, with plain words where somebody wrote them.")
FILE = File("meetings", N_("Meetings"), HOLDS, COLUMNS, piece)
ITEMS = File("items", N_("Items of meetings"), ITEMS_HOLD, ITEM_COLUMNS, items)
