"""words that were suggested, and what readers say of official answers"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime()


def upgrade():
    _suggestions()
    _marks()


def _suggestions():
    op.create_table(
        "word_suggestion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("word", sa.String(80), nullable=False),
        sa.Column("key", sa.String(80), nullable=False),
        sa.Column("plain", sa.Text(), nullable=False),
        sa.Column("met", sa.String(300), nullable=False),
        sa.Column("by_readers", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("outcome", sa.String(10), nullable=False),
        sa.Column("reason", sa.String(300), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.Column("done_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("length(word) > 0", name=op.f("ck_word_suggestion_word")),
        sa.CheckConstraint("outcome IN ('', 'added', 'declined')", name=op.f("ck_word_suggestion_known_outcome")),
        sa.CheckConstraint("(done_at IS NULL) = (outcome = '')", name=op.f("ck_word_suggestion_outcome")),
        sa.CheckConstraint("outcome = '' OR length(reason) > 0", name=op.f("ck_word_suggestion_with_reason")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_word_suggestion_person_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_word_suggestion_entry_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["done_by_id"], ["person.id"], name=op.f("fk_word_suggestion_done_by_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_word_suggestion")),
    )
    op.create_index(op.f("ix_word_suggestion_person_id"), "word_suggestion", ["person_id"])
    waiting = sa.text("done_at IS NULL")
    op.create_index(
        "uq_word_suggestion_waiting",
        "word_suggestion",
        ["key"],
        unique=True,
        sqlite_where=waiting,
        postgresql_where=waiting,
    )


def _marks():
    op.create_table(
        "clear_mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(4), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("browser", sa.String(64), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.CheckConstraint("(person_id IS NULL) <> (browser IS NULL)", name=op.f("ck_clear_mark_one_owner")),
        sa.CheckConstraint("said IN ('yes', 'part')", name=op.f("ck_clear_mark_said")),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_clear_mark_post_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_clear_mark_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clear_mark")),
        sa.UniqueConstraint("post_id", "person_id", name=op.f("uq_clear_mark_post_id_person_id")),
        sa.UniqueConstraint("post_id", "browser", name=op.f("uq_clear_mark_post_id_browser")),
    )
    op.create_index(op.f("ix_clear_mark_person_id"), "clear_mark", ["person_id"])
    op.create_table(
        "unclear",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mark_id", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(80), nullable=False),
        sa.Column("key", sa.String(80), nullable=False),
        sa.CheckConstraint("sentence >= 1", name=op.f("ck_unclear_sentence")),
        sa.ForeignKeyConstraint(["mark_id"], ["clear_mark.id"], name=op.f("fk_unclear_mark_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unclear")),
        sa.UniqueConstraint("mark_id", "sentence", "key", name=op.f("uq_unclear_mark_id_sentence_key")),
    )
    op.create_index(op.f("ix_unclear_key"), "unclear", ["key"])


def downgrade():
    op.drop_table("unclear")
    op.drop_table("clear_mark")
    op.drop_table("word_suggestion")
