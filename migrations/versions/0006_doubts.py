"""what people say is wrong in what the site says"""

import sqlalchemy as sa
from alembic import op

import forum.db

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "doubt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(200), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("contact", sa.String(254), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("created_at", forum.db.Moment(), nullable=False),
        sa.Column("done_at", forum.db.Moment(), nullable=True),
        sa.Column("done_by_id", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(10), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("length(words) > 0", name=op.f("ck_doubt_words")),
        sa.CheckConstraint("(done_at IS NULL) = (outcome = '')", name=op.f("ck_doubt_outcome")),
        sa.CheckConstraint("outcome IN ('', 'mended', 'right')", name=op.f("ck_doubt_known_outcome")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_doubt_person_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["done_by_id"], ["person.id"], name=op.f("fk_doubt_done_by_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doubt")),
    )
    op.create_index(op.f("ix_doubt_done_at"), "doubt", ["done_at"])
    op.create_index(op.f("ix_doubt_person_id"), "doubt", ["person_id"])


def downgrade():
    op.drop_table("doubt")
