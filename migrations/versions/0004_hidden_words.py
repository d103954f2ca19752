"""the words of an entry in a journey can be hidden

Added by hand: making the table anew, as SQLite's usual way is, would drop the rule that a move is never changed.
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade():
    op.execute(
        "ALTER TABLE move ADD COLUMN state VARCHAR(10) DEFAULT 'shown' NOT NULL "
        "CONSTRAINT ck_move_state CHECK (state IN ('shown', 'hidden'))"
    )


def downgrade():
    op.execute("ALTER TABLE move DROP COLUMN state")  # its check goes with it, on both databases
