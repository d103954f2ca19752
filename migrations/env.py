"""Run migrations. Ours rather than the stock file: on SQLite a batch change of a parent table would delete its
children while foreign keys are on, and the pragma is ignored inside a transaction. So it is switched off on the
driver's own connection first, and every key is checked before the commit."""

from typing import Any

from alembic import context
from flask import current_app

db = current_app.extensions["migrate"].db


def ours(thing: Any, name: str | None, kind: str, _reflected: bool, _compare_to: Any) -> bool:
    """Leave out the tables that the search index makes for itself."""
    return not (kind == "table" and (name or "").startswith("search_"))


with db.engine.connect() as opened:
    raw, sqlite = opened.connection.driver_connection, opened.dialect.name == "sqlite"
    if sqlite:
        raw.execute("PRAGMA foreign_keys=OFF")
    connection = opened.execution_options(writes=True)
    context.configure(
        connection=connection,
        target_metadata=db.metadata,
        render_as_batch=True,
        include_object=ours,
        transactional_ddl=True,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()
        if sqlite and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()):
            raise RuntimeError(f"rows that point nowhere: {broken[:5]}")
    if sqlite:
        raw.execute("PRAGMA foreign_keys=ON")
