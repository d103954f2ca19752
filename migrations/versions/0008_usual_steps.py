"""the usual steps that a journey was started from, clocks that set dates, and what was sent in

Every column has a value for the rows that are there, so a filled database needs nothing done to it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

NONE = {"server_default": "", "nullable": False}
JOURNEY = {"pathway": (sa.String(80), NONE), "changes": (sa.String(400), NONE)}
STOP = {"step": (sa.String(80), NONE), "sent_in_on": (sa.Date(), {}), "received_on": (sa.Date(), {})}
DEADLINE = {
    "stop_id": (sa.Integer(), {}),
    "rule": (sa.String(80), NONE),
    "start": (sa.Date(), {}),
    "reckoned": (sa.Date(), {}),
    "watched": (sa.Boolean(), {"server_default": sa.true(), "nullable": False}),
    "moved": (sa.String(400), NONE),
    "holds_until": (sa.Date(), {}),
    "typed_by_id": (sa.Integer(), {}),
    "checked_by_id": (sa.Integer(), {}),
    "checked_on": (sa.Date(), {}),
}
POINTS_TO = {"stop_id": ("stop", "CASCADE"), "typed_by_id": ("byline", None), "checked_by_id": ("byline", None)}


def upgrade():
    for table, columns in (("journey", JOURNEY), ("stop", STOP)):
        with op.batch_alter_table(table) as batch:
            _add(batch, columns)
    with op.batch_alter_table("stop") as batch:
        batch.create_check_constraint(
            op.f("ck_stop_received"), "received_on IS NULL OR (sent_in_on IS NOT NULL AND sent_in_on <= received_on)"
        )
    with op.batch_alter_table("deadline") as batch:
        _add(batch, DEADLINE)
        batch.alter_column("working", type_=sa.Text(), existing_type=sa.String(400), existing_nullable=False)
        for column, (table, then) in POINTS_TO.items():
            batch.create_foreign_key(op.f(f"fk_deadline_{column}"), table, [column], ["id"], ondelete=then)
        batch.create_check_constraint(
            op.f("ck_deadline_clock"), "(rule = '') = (start IS NULL) AND (rule = '' OR stop_id IS NOT NULL)"
        )
        batch.create_unique_constraint(op.f("uq_deadline_stop_id_rule"), ["stop_id", "rule"])


def _add(batch, columns):
    for name, (kind, more) in columns.items():
        batch.add_column(sa.Column(name, kind, **more))


def downgrade():
    with op.batch_alter_table("deadline") as batch:
        batch.drop_constraint(op.f("uq_deadline_stop_id_rule"), type_="unique")
        batch.drop_constraint(op.f("ck_deadline_clock"), type_="check")
        for column in POINTS_TO:
            batch.drop_constraint(op.f(f"fk_deadline_{column}"), type_="foreignkey")
        batch.alter_column("working", type_=sa.String(400), existing_type=sa.Text(), existing_nullable=False)
        for one in DEADLINE:
            batch.drop_column(one)
    with op.batch_alter_table("stop") as batch:
        batch.drop_constraint(op.f("ck_stop_received"), type_="check")
        for one in STOP:
            batch.drop_column(one)
    with op.batch_alter_table("journey") as batch:
        for one in JOURNEY:
            batch.drop_column(one)
