"""Issues, ideas, questions and stories that anyone may read, and where each of them is now."""

from flask import url_for
from sqlalchemy import and_, select

from decisions.data_out.file import File, Piece, read
from decisions.journeys.models import Journey, JourneyNow
from decisions.promises.involvement.counting import one as hidden_if_few
from forum.access import Shown
from forum.say import N_
from forum.threads.models import Area, Thread, Topic

THREAD, TOPIC, AREA = Thread.__table__, Topic.__table__, Area.__table__
JOURNEY, NOW = Journey.__table__, JourneyNow.__table__
OTHER = THREAD.alias()
COLUMNS = (
    "id", "url", "kind", "title", "topic", "area", "stage", "outcome", "last_news_on", "raised_at", "last_written_at",
    "replies", "affected", "joined_to",
)  # fmt: skip
ROWS = (
    select(THREAD.c.id, THREAD.c.kind, THREAD.c.title, THREAD.c.slug, THREAD.c.created_at, THREAD.c.last_post_at)
    .add_columns(THREAD.c.post_count, THREAD.c.affected_count, OTHER.c.id.label("joined_to"))
    .add_columns(TOPIC.c.name.label("topic"), AREA.c.name.label("area"))
    .add_columns(NOW.c.stage, NOW.c.outcome, NOW.c.news_on)
    .join(TOPIC, TOPIC.c.id == THREAD.c.topic_id)
    .outerjoin(AREA, AREA.c.id == THREAD.c.area_id)
    .outerjoin(OTHER, and_(OTHER.c.id == THREAD.c.joined_to_id, OTHER.c.state == Shown.SHOWN))
    .outerjoin(JOURNEY, JOURNEY.c.thread_id == THREAD.c.id)
    .outerjoin(NOW, NOW.c.journey_id == JOURNEY.c.id)
    .where(THREAD.c.state == Shown.SHOWN)
    .order_by(THREAD.c.id)
)


def piece(after: int, most: int) -> Piece:
    """Return some issues after an id. How many are affected is left out while it is fewer than five."""
    return read(
        ROWS.where(THREAD.c.id > after),
        most,
        lambda one: {
            "id": one.id,
            "url": url_for("issues.page", id=one.id, slug=one.slug, _external=True),
            "kind": one.kind,
            "title": one.title,
            "topic": one.topic,
            "area": one.area,
            "stage": one.stage or "talking",
            "outcome": one.outcome or None,
            "last_news_on": one.news_on,
            "raised_at": one.created_at,
            "last_written_at": one.last_post_at,
            "replies": one.post_count,
            "affected": hidden_if_few(one.affected_count),
            "joined_to": one.joined_to,
        },
    )


HOLDS = N_("What people raised, and where each of them is now. The words that people wrote below are not in it.")
FILE = File("issues", N_("Issues"), HOLDS, COLUMNS, piece)
