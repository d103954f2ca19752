"""meetings, agenda items, papers, decisions, and where records come from"""

import sqlalchemy as sa
from alembic import op

import forum.db

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TABLES = (
    "decision_version",
    "brought",
    "recorded_vote",
    "document",
    "decision",
    "attendance",
    "agenda_item",
    "run",
    "origin",
    "meeting",
    "source",
    "series",
)


def upgrade():
    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("every", sa.String(200), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.Column("zone", sa.String(40), nullable=False),
        sa.Column("place", sa.String(300), nullable=False),
        sa.Column("watch", sa.String(500), nullable=False),
        sa.Column("attend", sa.Text(), nullable=False),
        sa.Column("ended_at", forum.db.Moment(), nullable=True),
        sa.CheckConstraint("length(every) > 0", name=op.f("ck_series_every")),
        sa.CheckConstraint("until_on IS NULL OR from_on <= until_on", name=op.f("ck_series_dates")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_series_body_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    op.create_index(op.f("ix_series_body_id"), "series", ["body_id"], unique=False)
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reader", sa.String(24), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("address", sa.String(500), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("every", sa.String(8), nullable=False),
        sa.Column("made_at", forum.db.Moment(), nullable=False),
        sa.Column("asked_at", forum.db.Moment(), nullable=True),
        sa.CheckConstraint("every = '' OR length(address) > 0", name=op.f("ck_source_address")),
        sa.CheckConstraint("every IN ('', 'day', 'week')", name=op.f("ck_source_every")),
        sa.CheckConstraint(
            "reader IN ('moderngov', 'moderngov-decisions', 'icalendar', 'popolo', 'csv', 'text')",
            name=op.f("ck_source_reader"),
        ),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_source_body_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("reader", "name", name=op.f("uq_source_reader_name")),
    )
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=True),
        sa.Column("series_day", sa.Date(), nullable=True),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.Column("zone", sa.String(40), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("moved_to_id", sa.Integer(), nullable=True),
        sa.Column("why", sa.String(300), nullable=False),
        sa.Column("place", sa.String(300), nullable=False),
        sa.Column("watch", sa.String(500), nullable=False),
        sa.Column("attend", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("url", sa.String(500), nullable=False),
        sa.Column("agenda_on", sa.Date(), nullable=True),
        sa.Column("minutes_on", sa.Date(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("changed_at", forum.db.Moment(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("gone_on", sa.Date(), nullable=True),
        sa.CheckConstraint("moved_to_id IS NULL OR status = 'put-off'", name=op.f("ck_meeting_moved")),
        sa.CheckConstraint(
            "status IN ('planned', 'confirmed', 'cancelled', 'put-off', 'held')", name=op.f("ck_meeting_status")
        ),
        sa.CheckConstraint("(series_id IS NULL) = (series_day IS NULL)", name=op.f("ck_meeting_series")),
        sa.CheckConstraint("length(title) > 0", name=op.f("ck_meeting_title")),
        sa.CheckConstraint("starts IS NOT NULL OR ends IS NULL", name=op.f("ck_meeting_hours")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_meeting_body_id")),
        sa.ForeignKeyConstraint(
            ["moved_to_id"], ["meeting.id"], name=op.f("fk_meeting_moved_to_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_meeting_series_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("series_id", "series_day", name=op.f("uq_meeting_series_id_series_day")),
    )
    op.create_index(op.f("ix_meeting_body_id_meeting_day"), "meeting", ["body_id", "day"], unique=False)
    op.create_index(op.f("ix_meeting_day"), "meeting", ["day"], unique=False)
    op.create_table(
        "origin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("ident", sa.String(200), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=True),
        sa.Column("left_out", sa.Boolean(), nullable=False),
        sa.Column("address", sa.String(500), nullable=False),
        sa.Column("fetched_at", forum.db.Moment(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("gone_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_origin_source_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_origin")),
        sa.UniqueConstraint("source_id", "kind", "ident", name=op.f("uq_origin_source_id_kind_ident")),
    )
    op.create_index(op.f("ix_origin_kind_origin_subject_id"), "origin", ["kind", "subject_id"], unique=False)
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("started_at", forum.db.Moment(), nullable=False),
        sa.Column("ended_at", forum.db.Moment(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(8), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("faults", sa.JSON(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.CheckConstraint("(ended_at IS NULL) = (outcome = '')", name=op.f("ck_run_ended")),
        sa.CheckConstraint("outcome IN ('', 'done', 'failed', 'stopped')", name=op.f("ck_run_outcome")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_run_by_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_run_source_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
    )
    op.create_index(op.f("ix_run_source_id_run_id"), "run", ["source_id", "id"], unique=False)
    op.create_table(
        "agenda_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(20), nullable=False),
        sa.Column("title", sa.String(500), nullable=False),
        sa.Column("heading", sa.Boolean(), nullable=False),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.Column("may_speak", sa.Boolean(), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Text(), nullable=False),
        sa.Column("plain", sa.Text(), nullable=False),
        sa.Column("gone_on", sa.Date(), nullable=True),
        sa.CheckConstraint("length(title) > 0", name=op.f("ck_agenda_item_title")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    op.create_index(
        op.f("ix_agenda_item_meeting_id_agenda_item_position"), "agenda_item", ["meeting_id", "position"], unique=False
    )
    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(160), nullable=False),
        sa.Column("role", sa.String(120), nullable=False),
        sa.Column("attended", sa.String(10), nullable=False),
        sa.Column("url", sa.String(500), nullable=False),
        sa.Column("gone_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "attended IN ('expected', 'present', 'apologies', 'absent')", name=op.f("ck_attendance_attended")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_attendance_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("meeting_id", "name", name=op.f("uq_attendance_meeting_id_name")),
    )
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(500), nullable=False),
        sa.Column("maker", sa.String(160), nullable=False),
        sa.Column("official", sa.Text(), nullable=False),
        sa.Column("plain", sa.Text(), nullable=False),
        sa.Column("result", sa.String(16), nullable=False),
        sa.Column("in_principle", sa.Boolean(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("in_force_on", sa.Date(), nullable=True),
        sa.Column("carried_out_on", sa.Date(), nullable=True),
        sa.Column("key", sa.Boolean(), nullable=True),
        sa.Column("call_in", sa.String(16), nullable=False),
        sa.Column("call_in_until", sa.Date(), nullable=True),
        sa.Column("votes_for", sa.Integer(), nullable=True),
        sa.Column("votes_against", sa.Integer(), nullable=True),
        sa.Column("abstained", sa.Integer(), nullable=True),
        sa.Column("rests_on", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("risk", sa.Text(), nullable=False),
        sa.Column("risk_owner", sa.String(160), nullable=False),
        sa.Column("for_a_yes", sa.Text(), nullable=False),
        sa.Column("url", sa.String(500), nullable=False),
        sa.Column("changed_at", forum.db.Moment(), nullable=False),
        sa.Column("gone_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "call_in IN ('unknown', 'open', 'exempt', 'called-in', 'not-called-in')", name=op.f("ck_decision_call_in")
        ),
        sa.CheckConstraint(
            "result IN ('unknown', 'agreed', 'agreed-changed', 'refused', 'noted', 'deferred', 'referred', 'withdrawn')",
            name=op.f("ck_decision_result"),
        ),
        sa.CheckConstraint(
            "coalesce(votes_for, 0) >= 0 AND coalesce(votes_against, 0) >= 0 AND coalesce(abstained, 0) >= 0",
            name=op.f("ck_decision_votes"),
        ),
        sa.CheckConstraint("length(title) > 0", name=op.f("ck_decision_title")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_decision_body_id")),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_decision_item_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_decision_meeting_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    op.create_index(
        op.f("ix_decision_body_id_decision_decided_on"), "decision", ["body_id", "decided_on"], unique=False
    )
    op.create_index(op.f("ix_decision_item_id"), "decision", ["item_id"], unique=False)
    op.create_index(op.f("ix_decision_meeting_id"), "decision", ["meeting_id"], unique=False)
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("url", sa.String(500), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.Column("gone_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('agenda', 'report', 'minutes', 'decision', 'other')", name=op.f("ck_document_kind")
        ),
        sa.CheckConstraint("length(title) > 0", name=op.f("ck_document_title")),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_document_item_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_document_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_index(op.f("ix_document_item_id"), "document", ["item_id"], unique=False)
    op.create_index(op.f("ix_document_meeting_id"), "document", ["meeting_id"], unique=False)
    op.create_table(
        "decision_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("why", sa.String(300), nullable=False),
        sa.Column("until", forum.db.Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_decision_version_decision_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_version")),
        sa.UniqueConstraint("decision_id", "number", name=op.f("uq_decision_version_decision_id_number")),
    )
    op.create_table(
        "recorded_vote",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(160), nullable=False),
        sa.Column("vote", sa.String(10), nullable=False),
        sa.CheckConstraint("vote IN ('for', 'against', 'abstain', 'absent')", name=op.f("ck_recorded_vote_vote")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_recorded_vote_decision_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recorded_vote")),
        sa.UniqueConstraint("decision_id", "name", name=op.f("uq_recorded_vote_decision_id_name")),
    )
    op.create_table(
        "brought",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Boolean(), nullable=False),
        sa.Column("made_at", forum.db.Moment(), nullable=False),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_brought_name")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_brought_by_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_brought_meeting_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_brought_source_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brought")),
    )
    op.create_index(op.f("ix_brought_source_id"), "brought", ["source_id"], unique=False)


def downgrade():
    for one in TABLES:
        op.drop_table(one)
