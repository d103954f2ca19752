"""The journeys of an issue by name: the one that is shown in full, and the others in a few lines each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from decisions.issues.dates import Clock, clocks
from decisions.issues.issue import Issue
from forum.links import url_for
from forum.say import _


@dataclass(frozen=True, slots=True)
class Home:
    """The issue that a journey belongs to, when it is not the one that is read."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class PartView:
    """One journey in a few lines: what it decides, who has it and what comes next, by when, and what people can do.
    `url` leads to the page where it is shown in full."""

    id: int
    place: int
    name: str
    home: Home | None
    url: str
    lead: list[Markup]
    change: list[Markup]
    clock: Clock | None
    ways: list[Any]


def name_of(issue: Issue) -> str:
    """Return what a journey is called among several: its part, or the issue that it belongs to."""
    row = issue.journey
    if row.part:
        return str(row.part)
    return str(row.home_title) if row.home_id != issue.thread.id else _("The rest of this issue")


def home_of(issue: Issue) -> Home | None:
    """Return the issue that a journey belongs to, when it is another one."""
    row = issue.journey
    if row is None or row.home_id is None or row.home_id == issue.thread.id:
        return None
    return Home(row.home_title, url_for("issues.page", id=row.home_id, slug=row.home_slug))


def address_of(issue: Issue, place: int) -> str:
    """Return the page of an issue with one of its journeys in full."""
    return url_for("issues.page", id=issue.thread.id, slug=issue.thread.slug, part=place if place > 1 else None)


def part_view(one: Issue, lead: list[Markup], change: list[Markup], ways: list[Any], today: date) -> PartView:
    """Return a journey in a few lines."""
    place = one.journey.place
    dates = clocks(one.deadlines, today)
    return PartView(
        id=one.journey.id,
        place=place,
        name=name_of(one),
        home=home_of(one),
        url=address_of(one, place),
        lead=lead,
        change=change,
        clock=dates[0] if dates else None,
        ways=ways[:2],
    )
