"""the account, the rulings and the moves are never changed

The database says so too: a ruling, an event and a move may be added, and the person behind one may be forgotten;
nothing else of them can be changed. (Taking one out is not refused here: the demonstration empties its own database.)
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SAID = "what was done is never changed"
FIXED = {
    "ruling": ("id", "kind", "subject_id", "deed", "reason", "words", "public", "at"),
    "event": ("id", "at", "verb", "kind", "subject_id", "values"),
    "move": (
        "id", "journey_id", "number", "kind", "stop_id", "to_stop_id", "corrects_id", "becomes", "happened_on",
        "recorded_at", "evidence", "source", "source_name", "official", "plain", "reason", "planned_on",
    ),
}


def upgrade():
    sqlite = op.get_bind().dialect.name == "sqlite"
    if not sqlite:
        op.execute(
            f"CREATE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{SAID}'; END $$"
        )
    act = f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END" if sqlite else "FOR EACH ROW EXECUTE FUNCTION never_changed()"
    for name, columns in FIXED.items():
        listed = ", ".join(f'"{column}"' for column in columns)
        op.execute(f"CREATE TRIGGER {name}_stays BEFORE UPDATE OF {listed} ON {name} {act}")


def downgrade():
    sqlite = op.get_bind().dialect.name == "sqlite"
    for table in FIXED:
        op.execute(f"DROP TRIGGER {table}_stays" + ("" if sqlite else f" ON {table}"))
    if not sqlite:
        op.execute("DROP FUNCTION never_changed()")
