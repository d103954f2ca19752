"""the answer that an issue was raised from, when a decision was published, and days before which nothing may happen

Columns are added by hand: making the table of moves anew, as SQLite's usual way is, would drop the rule that a move is
never changed. The day of publication gets a rule of its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

SAID = "what was done is never changed"


def upgrade():
    op.create_table(
        "thread_route",
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(80), nullable=False),
        sa.Column("given", sa.String(300), nullable=False),
        sa.Column("pathway", sa.String(80), nullable=False),
        sa.Column("changes", sa.String(400), nullable=False),
        sa.Column("start_it", sa.String(80), nullable=False),
        sa.ForeignKeyConstraint(
            ["thread_id"], ["thread.id"], name=op.f("fk_thread_route_thread_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("thread_id", name=op.f("pk_thread_route")),
    )
    op.add_column("deadline", sa.Column("first_day", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute(
        "ALTER TABLE move ADD COLUMN published_on DATE "
        "CONSTRAINT ck_move_published CHECK (published_on IS NULL OR published_on >= happened_on)"
    )
    sqlite = op.get_bind().dialect.name == "sqlite"
    act = f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END" if sqlite else "FOR EACH ROW EXECUTE FUNCTION never_changed()"
    op.execute(f"CREATE TRIGGER move_published_stays BEFORE UPDATE OF published_on ON move {act}")


def downgrade():
    sqlite = op.get_bind().dialect.name == "sqlite"
    op.execute("DROP TRIGGER move_published_stays" + ("" if sqlite else " ON move"))
    op.execute("ALTER TABLE move DROP COLUMN published_on")  # its check goes with it, on both databases
    op.drop_column("deadline", "first_day")
    op.drop_table("thread_route")
