"""issues that were joined with another that says the same"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("thread") as batch:
        batch.add_column(sa.Column("joined_to_id", sa.Integer(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_thread_joined_to_id"), "thread", ["joined_to_id"], ["id"], ondelete="SET NULL"
        )
        batch.create_check_constraint(
            op.f("ck_thread_joined_to_another"), "joined_to_id IS NULL OR joined_to_id <> id"
        )
        batch.create_index(op.f("ix_thread_joined_to_id"), ["joined_to_id"])


def downgrade():
    with op.batch_alter_table("thread") as batch:
        batch.drop_index(op.f("ix_thread_joined_to_id"))
        batch.drop_constraint(op.f("ck_thread_joined_to_another"), type_="check")
        batch.drop_constraint(op.f("fk_thread_joined_to_id"), type_="foreignkey")
        batch.drop_column("joined_to_id")
