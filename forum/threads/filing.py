"""What threads are filed under: topics, parts of the place, communities."""

from typing import TypedDict

from sqlalchemy import select

from forum.db import db
from forum.threads.models import Area, Community, Topic


class About(TypedDict):
    """What a thread is filed under, by the names that actions give it."""

    topic_id: int
    area_id: int | None
    community_id: int | None


def topics() -> list[Topic]:
    """Return the topics, in the place's order."""
    return list(db.session.scalars(select(Topic).order_by(Topic.position, Topic.name)))


def areas() -> list[Area]:
    """Return the parts of the place, by name."""
    return list(db.session.scalars(select(Area).order_by(Area.name)))


def communities() -> list[Community]:
    """Return the communities, by name."""
    return list(db.session.scalars(select(Community).order_by(Community.name)))


def topic(slug: str | None) -> Topic | None:
    """Return the topic with a slug."""
    return db.session.scalar(select(Topic).where(Topic.slug == slug)) if slug else None


def area(slug: str | None) -> Area | None:
    """Return the part of the place with a slug."""
    return db.session.scalar(select(Area).where(Area.slug == slug)) if slug else None


def community(slug: str | None) -> Community | None:
    """Return the community with a slug."""
    return db.session.scalar(select(Community).where(Community.slug == slug)) if slug else None


def about(topic_slug: str | None, area_slug: str | None, community_slug: str | None) -> About | None:
    """Return the ids behind three slugs; nothing when there is no such topic."""
    found, place, people = topic(topic_slug), area(area_slug), community(community_slug)
    if found is None:
        return None
    return About(topic_id=found.id, area_id=place.id if place else None, community_id=people.id if people else None)
