"""several journeys of one issue, and issues that are decided together"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("journey") as batch:
        batch.add_column(sa.Column("number", sa.Integer(), nullable=False, server_default="1"))
        batch.add_column(sa.Column("part", sa.String(60), nullable=False, server_default=""))
        batch.drop_constraint(op.f("uq_journey_thread_id"), type_="unique")
        batch.create_unique_constraint(op.f("uq_journey_thread_id_number"), ["thread_id", "number"])
        batch.create_check_constraint(op.f("ck_journey_number"), "number > 0")
    with op.batch_alter_table("journey") as batch:
        batch.alter_column("number", server_default=None)
        batch.alter_column("part", server_default=None)
    made = op.create_table(
        "journey_issue",
        sa.Column("journey_id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.CheckConstraint("place > 0", name=op.f("ck_journey_issue_place")),
        sa.ForeignKeyConstraint(
            ["journey_id"], ["journey.id"], name=op.f("fk_journey_issue_journey_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["thread_id"], ["thread.id"], name=op.f("fk_journey_issue_thread_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("journey_id", "thread_id", name=op.f("pk_journey_issue")),
        sa.UniqueConstraint("thread_id", "place", name=op.f("uq_journey_issue_thread_id_place")),
    )
    journey = sa.table("journey", sa.column("id"), sa.column("thread_id"))
    here = sa.select(journey.c.id, journey.c.thread_id, sa.literal(1))
    op.execute(made.insert().from_select(["journey_id", "thread_id", "place"], here))


def downgrade():
    more = op.get_bind().scalar(sa.text("SELECT count(*) FROM journey WHERE number > 1"))
    if more:
        raise RuntimeError(f"{more} journeys are not the first of their issue: the older release has no place for them")
    op.drop_table("journey_issue")
    with op.batch_alter_table("journey") as batch:
        batch.drop_constraint(op.f("ck_journey_number"), type_="check")
        batch.drop_constraint(op.f("uq_journey_thread_id_number"), type_="unique")
        batch.create_unique_constraint(op.f("uq_journey_thread_id"), ["thread_id"])
        batch.drop_column("part")
        batch.drop_column("number")
