"""agenda items and decisions joined with issues, drafts of moves, records to be compared"""

import sqlalchemy as sa
from alembic import op

import forum.db

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "joined_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("made_at", forum.db.Moment(), nullable=False),
        sa.Column("changed_at", forum.db.Moment(), nullable=False),
        sa.CheckConstraint("(item_id IS NULL) <> (decision_id IS NULL)", name=op.f("ck_joined_record_one_record")),
        sa.CheckConstraint(
            "state IN ('suggested', 'joined', 'not-same', 'parted')", name=op.f("ck_joined_record_state")
        ),
        sa.ForeignKeyConstraint(
            ["thread_id"], ["thread.id"], name=op.f("fk_joined_record_thread_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_joined_record_item_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_joined_record_decision_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joined_record")),
        sa.UniqueConstraint("item_id", "thread_id", name=op.f("uq_joined_record_item_id_thread_id")),
        sa.UniqueConstraint("decision_id", "thread_id", name=op.f("uq_joined_record_decision_id_thread_id")),
    )
    op.create_index(op.f("ix_joined_record_thread_id"), "joined_record", ["thread_id"])
    op.create_index(op.f("ix_joined_record_state"), "joined_record", ["state"])
    op.create_table(
        "draft_move",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("joined_id", sa.Integer(), nullable=False),
        sa.Column("journey_id", sa.Integer(), nullable=True),
        sa.Column("said", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("plain", sa.Text(), nullable=False),
        sa.Column("official", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("source_name", sa.String(length=160), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("move_id", sa.Integer(), nullable=True),
        sa.Column("made_at", forum.db.Moment(), nullable=False),
        sa.Column("changed_at", forum.db.Moment(), nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'approved', 'dismissed')", name=op.f("ck_draft_move_state")),
        sa.CheckConstraint("move_id IS NULL OR state = 'approved'", name=op.f("ck_draft_move_approved")),
        sa.CheckConstraint("length(plain) > 0", name=op.f("ck_draft_move_plain")),
        sa.ForeignKeyConstraint(
            ["joined_id"], ["joined_record.id"], name=op.f("fk_draft_move_joined_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["journey_id"], ["journey.id"], name=op.f("fk_draft_move_journey_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["move_id"], ["move.id"], name=op.f("fk_draft_move_move_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_move")),
        sa.UniqueConstraint("move_id", name=op.f("uq_draft_move_move_id")),
    )
    waiting = sa.text("state = 'waiting'")
    op.create_index(
        "ix_draft_move_waiting",
        "draft_move",
        ["joined_id"],
        unique=True,
        sqlite_where=waiting,
        postgresql_where=waiting,
    )
    op.create_index(op.f("ix_draft_move_joined_id"), "draft_move", ["joined_id"])
    op.create_index(op.f("ix_draft_move_state"), "draft_move", ["state"])
    op.create_table(
        "arrival",
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "subject_id", name=op.f("pk_arrival")),
    )


def downgrade():
    op.drop_table("arrival")
    op.drop_table("draft_move")
    op.drop_table("joined_record")
