"""a second person who agrees to what a member says happened"""

import sqlalchemy as sa
from alembic import op

import forum.db

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "confirmation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("move_id", sa.Integer(), nullable=False),
        sa.Column("byline_id", sa.Integer(), nullable=False),
        sa.Column("confirmed_at", forum.db.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["move_id"], ["move.id"], name=op.f("fk_confirmation_move_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["byline_id"], ["byline.id"], name=op.f("fk_confirmation_byline_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmation")),
        sa.UniqueConstraint("move_id", name=op.f("uq_confirmation_move_id")),
    )


def downgrade():
    op.drop_table("confirmation")
