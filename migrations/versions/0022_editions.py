"""editions made by people, signed videos, plain summaries"""

import sqlalchemy as sa
from alembic import op

import forum.db

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

SHOWN = "state IN ('shown', 'hidden', 'withdrawn')"


def upgrade():
    op.create_table(
        "edition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=True),
        sa.Column("sort", sa.String(12), nullable=False),
        sa.Column("language", sa.String(40), nullable=False),
        sa.Column("lang", sa.String(12), nullable=False),
        sa.Column("made_by", sa.String(160), nullable=False),
        sa.Column("media", sa.String(20), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(500), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("byline_id", sa.Integer(), nullable=False),
        sa.Column("created_at", forum.db.Moment(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.CheckConstraint("sort IN ('easy-read', 'translation', 'signed')", name=op.f("ck_edition_sort")),
        sa.CheckConstraint("media IN ('', 'application/pdf', 'text/plain')", name=op.f("ck_edition_media")),
        sa.CheckConstraint("(sort = 'signed') = (media = '')", name=op.f("ck_edition_file_or_video")),
        sa.CheckConstraint(SHOWN, name=op.f("ck_edition_state")),
        sa.ForeignKeyConstraint(["thread_id"], ["thread.id"], name=op.f("fk_edition_thread_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_edition_post_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["byline_id"], ["byline.id"], name=op.f("fk_edition_byline_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
    )
    op.create_index(op.f("ix_edition_thread_id"), "edition", ["thread_id"])
    op.create_index(op.f("ix_edition_post_id"), "edition", ["post_id"])
    op.create_table(
        "edition_file",
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_edition_file_edition_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("edition_id", name=op.f("pk_edition_file")),
    )
    _summaries()


def _summaries():
    op.create_table(
        "summary",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("byline_id", sa.Integer(), nullable=False),
        sa.Column("created_at", forum.db.Moment(), nullable=False),
        sa.Column("picked_at", forum.db.Moment(), nullable=True),
        sa.Column("dropped_at", forum.db.Moment(), nullable=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.CheckConstraint("(thread_id IS NULL) <> (document_id IS NULL)", name=op.f("ck_summary_of_one_thing")),
        sa.CheckConstraint(SHOWN, name=op.f("ck_summary_state")),
        sa.ForeignKeyConstraint(["thread_id"], ["thread.id"], name=op.f("fk_summary_thread_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_summary_document_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["byline_id"], ["byline.id"], name=op.f("fk_summary_byline_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_summary")),
    )
    for column in ("thread_id", "document_id"):
        op.create_index(op.f(f"ix_summary_{column}"), "summary", [column])
        now = sa.text("picked_at IS NOT NULL AND dropped_at IS NULL")
        op.create_index(
            f"uq_summary_{column}_now", "summary", [column], unique=True, sqlite_where=now, postgresql_where=now
        )


def downgrade():
    op.drop_table("summary")
    op.drop_table("edition_file")
    op.drop_table("edition")
