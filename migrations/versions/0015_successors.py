"""which body took over from one that ended"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("body") as batch:
        batch.add_column(sa.Column("successor_id", sa.Integer(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_body_successor_id"), "body", ["successor_id"], ["id"], ondelete="SET NULL"
        )
        batch.create_check_constraint(op.f("ck_body_successor"), "successor_id IS NULL OR successor_id <> id")
        batch.create_index(op.f("ix_body_successor_id"), ["successor_id"])


def downgrade():
    with op.batch_alter_table("body") as batch:
        batch.drop_index(op.f("ix_body_successor_id"))
        batch.drop_constraint(op.f("ck_body_successor"), type_="check")
        batch.drop_constraint(op.f("fk_body_successor_id"), type_="foreignkey")
        batch.drop_column("successor_id")
