"""What stands on somebody's own page: what is new, and what they follow."""

from typing import Any

from flask import Flask

from forum import clock
from forum.access import Standing
from forum.notifications import queries
from forum.people import my_page
from forum.people.queries import person as find


def register(app: Flask) -> None:
    """Add our parts to the page of each person: functions of a standing that give a template and its values."""
    my_page.add(app, since)
    my_page.add(app, following)


def since(who: Standing) -> tuple[str, dict[str, Any]]:
    """Return what happened, since somebody was last here, on what they follow."""
    person = find(who.person_id)
    values: dict[str, Any] = {"news": [], "talk": [], "until": int(clock.now().timestamp() * 1_000_000)}
    if person is not None:
        moment = person.looked_at or person.created_at
        values |= {
            "news": queries.news(person.id, moment, who),
            "talk": queries.talk(person.id, moment, who),
            "moment": moment,
        }
    return "forum/notifications/_since.html", values


def following(who: Standing) -> tuple[str, dict[str, Any]]:
    """Return what somebody follows, each with a button to stop."""
    rows = queries.following(who.person_id, who) if who.person_id is not None else []
    return "forum/notifications/_following.html", {"following": rows}
