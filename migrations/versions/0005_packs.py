"""what packs say: entries and their versions

The kinds are written out: this step stays as it is when a kind joins the schema.
"""

import sqlalchemy as sa
from alembic import op

import forum.db

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KINDS = (
    "banner", "body", "calendar", "guide", "local", "pack", "pathway", "place", "power", "practice", "question", "quiet",
    "right", "rule", "seat", "start", "topic", "word",
)
FIXED = ("id", "entry_id", "number", "verb", "data", "reason", "at")
SAID = "what was done is never changed"


def upgrade():
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("ident", sa.String(length=80), nullable=False),
        sa.Column("pack", sa.String(length=80), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("loaded", sa.JSON(), nullable=True),
        sa.Column("below", sa.JSON(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("check_by", sa.Date(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("changed_at", forum.db.Moment(), nullable=False),
        sa.CheckConstraint("kind IN (%s)" % ", ".join(f"'{kind}'" for kind in KINDS), name=op.f("ck_entry_kind")),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_from IS NULL OR valid_from <= valid_to", name=op.f("ck_entry_dates")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_entry_numbered")),
        sa.CheckConstraint("length(ident) > 0", name=op.f("ck_entry_named")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
        sa.UniqueConstraint("kind", "ident", name=op.f("uq_entry_kind_ident")),
    )
    op.create_index(op.f("ix_entry_check_by"), "entry", ["check_by"])
    op.create_table(
        "entry_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("verb", sa.String(length=10), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("byline_id", sa.Integer(), nullable=True),
        sa.Column("at", forum.db.Moment(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_entry_version_numbered")),
        sa.CheckConstraint(
            "verb IN ('loaded', 'edited', 'taken', 'ended', 'checked', 'added')", name=op.f("ck_entry_version_verb")
        ),
        sa.CheckConstraint(
            "verb IN ('loaded', 'checked') OR length(reason) > 0", name=op.f("ck_entry_version_with_reason")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_entry_version_entry_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["byline_id"], ["byline.id"], name=op.f("fk_entry_version_byline_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_version")),
        sa.UniqueConstraint("entry_id", "number", name=op.f("uq_entry_version_entry_id_number")),
    )
    op.create_index(op.f("ix_entry_version_byline_id"), "entry_version", ["byline_id"])
    _never_changed()
    with op.batch_alter_table("body") as body:  # the laws behind a body fill more than a line
        body.alter_column("source", existing_type=sa.String(length=300), type_=sa.String(length=1000))


def _never_changed():
    """As for moves and rulings: a version may be added, and never changed."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    act = f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END" if sqlite else "FOR EACH ROW EXECUTE FUNCTION never_changed()"
    listed = ", ".join(f'"{column}"' for column in FIXED)
    op.execute(f"CREATE TRIGGER entry_version_stays BEFORE UPDATE OF {listed} ON entry_version {act}")


def downgrade():
    with op.batch_alter_table("body") as body:
        body.alter_column("source", existing_type=sa.String(length=1000), type_=sa.String(length=300))
    op.drop_table("entry_version")
    op.drop_table("entry")
