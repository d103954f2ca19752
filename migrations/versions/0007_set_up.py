"""setting a place up, and local facts that were given out"""

import sqlalchemy as sa
from alembic import op

import forum.db

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "set_up",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("until", forum.db.Moment(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("used_at", forum.db.Moment(), nullable=True),
        sa.Column("holder_hash", sa.String(length=64), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("done_at", forum.db.Moment(), nullable=True),
        sa.CheckConstraint("tries >= 0", name=op.f("ck_set_up_tries")),
        sa.CheckConstraint("used_at IS NULL OR length(holder_hash) > 0", name=op.f("ck_set_up_used_by_somebody")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_set_up")),
    )
    op.create_table(
        "fact_share",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ident", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("given_at", forum.db.Moment(), nullable=False),
        sa.Column("given_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_fact_share_named")),
        sa.ForeignKeyConstraint(
            ["given_by_id"], ["person.id"], name=op.f("fk_fact_share_given_by_id_person"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_share")),
        sa.UniqueConstraint("ident", "name", "email", name=op.f("uq_fact_share_ident_name_email")),
    )
    op.create_index(op.f("ix_fact_share_ident"), "fact_share", ["ident"])


def downgrade():
    op.drop_index(op.f("ix_fact_share_ident"), table_name="fact_share")
    op.drop_table("fact_share")
    op.drop_table("set_up")
