"""What the whole database holds, in one figure."""

import hashlib

from flask import Flask
from sqlalchemy import select

from forum.db import db

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "BEGIN IMMEDIATE")


def fingerprint(app: Flask) -> dict[str, str]:
    """Return a digest of all rows, by table."""
    found = {}
    with app.app_context():
        for table in db.metadata.sorted_tables:
            rows = db.session.execute(select(table).order_by(*table.primary_key.columns)).all()
            found[table.name] = f"{len(rows)} {hashlib.sha256(repr(rows).encode()).hexdigest()[:12]}"
    return found


def is_write(statement: str) -> bool:
    """Whether a statement changes rows."""
    return statement.lstrip().upper().startswith(WRITES)
