"""sources that are paused or ended; for which party somebody was there"""

import sqlalchemy as sa
from alembic import op

import forum.db

revision = "0019"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("source", sa.Column("paused_at", forum.db.Moment(), nullable=True))
    op.add_column("source", sa.Column("ended_at", forum.db.Moment(), nullable=True))
    op.add_column("attendance", sa.Column("party", sa.String(120), server_default="", nullable=False))


def downgrade():
    op.drop_column("attendance", "party")
    op.drop_column("source", "ended_at")
    op.drop_column("source", "paused_at")
