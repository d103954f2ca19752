"""What happened to each issue: every entry of a story that anyone may read. Entries are added and never changed."""

from flask import url_for
from sqlalchemy import and_, exists, select

from decisions.bodies.models import Body
from decisions.data_out.file import File, Piece, read
from decisions.journeys.models import Confirmation, Journey, Move, Stop
from forum.access import Shown
from forum.say import N_
from forum.threads.models import Thread

MOVE, JOURNEY, THREAD = Move.__table__, Journey.__table__, Thread.__table__
STOP, TO_STOP, CORRECTED = Stop.__table__, Stop.__table__.alias(), Move.__table__.alias()
BODY, TO_BODY = Body.__table__, Body.__table__.alias()
COLUMNS = (
    "id", "url", "issue", "number", "kind", "becomes", "corrects", "step", "body", "to_step", "to_body", "happened_on",
    "recorded_at", "planned_on", "published_on", "evidence", "confirmed", "source", "source_name", "plain", "official",
    "reason",
)  # fmt: skip
CONFIRMED = exists().where(Confirmation.move_id == MOVE.c.id).correlate(MOVE).label("confirmed")
ROWS = (
    select(MOVE.c.id, MOVE.c.number, MOVE.c.kind, MOVE.c.becomes, MOVE.c.happened_on, MOVE.c.recorded_at)
    .add_columns(MOVE.c.planned_on, MOVE.c.published_on, MOVE.c.evidence, MOVE.c.source, MOVE.c.source_name)
    .add_columns(MOVE.c.plain, MOVE.c.official, MOVE.c.reason, CONFIRMED, THREAD.c.id.label("issue"))
    .add_columns(STOP.c.title.label("step"), BODY.c.slug.label("body"), CORRECTED.c.id.label("corrects"))
    .add_columns(TO_STOP.c.title.label("to_step"), TO_BODY.c.slug.label("to_body"))
    .join(JOURNEY, JOURNEY.c.id == MOVE.c.journey_id)
    .join(THREAD, THREAD.c.id == JOURNEY.c.thread_id)
    .outerjoin(STOP, STOP.c.id == MOVE.c.stop_id)
    .outerjoin(BODY, BODY.c.id == STOP.c.body_id)
    .outerjoin(TO_STOP, TO_STOP.c.id == MOVE.c.to_stop_id)
    .outerjoin(TO_BODY, TO_BODY.c.id == TO_STOP.c.body_id)
    .outerjoin(CORRECTED, and_(CORRECTED.c.id == MOVE.c.corrects_id, CORRECTED.c.state == Shown.SHOWN))
    .where(MOVE.c.state == Shown.SHOWN, THREAD.c.state == Shown.SHOWN)
    .order_by(MOVE.c.id)
)


def piece(after: int, most: int) -> Piece:
    """Return some moves after an id. Who wrote them down is left out."""
    return read(
        ROWS.where(MOVE.c.id > after),
        most,
        lambda one: {
            name: url_for("journeys.move", id=one.id, _external=True) if name == "url" else getattr(one, name)
            for name in COLUMNS
        },
    )


HOLDS = N_("Each thing that happened to an issue, with its day, its source and the words of the body.")
FILE = File("moves", N_("What happened"), HOLDS, COLUMNS, piece)
