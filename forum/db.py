"""The database: one base class, UTC moments, and transactions that say when they write.

SQLite is the default. Its driver's own BEGIN loses writes under load, so we say BEGIN ourselves and BEGIN IMMEDIATE
for a request that writes; readers are never held up.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Executable, MetaData, Row, event
from sqlalchemy.engine import Connection, Dialect, Engine
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
PRAGMAS = ("busy_timeout=15000", "journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL")


class Base(DeclarativeBase):
    """The base of every model."""

    metadata = MetaData(naming_convention=NAMES)


class Moment(TypeDecorator[datetime]):
    """A moment, kept in UTC without a zone, always handed out with one."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


db = SQLAlchemy(model_class=Base)


def begin_write() -> None:
    """Start this request's transaction as one that writes; must come before its first query."""
    if db.session().in_transaction():
        db.session.rollback()
    db.session.connection(execution_options={"writes": True})


def rows(statement: Executable, values: Mapping[str, Any]) -> Sequence[Row[Any]]:
    """Return the rows of a statement over tables (not models). For pages that ask much: the session's own way looks
    each time for objects to write first and to make, which costs as much again."""
    return db.session.connection().execute(statement, values).all()


def prepare(engine: Engine) -> None:
    """Teach a SQLite engine our pragmas and our BEGIN; leave other databases as they are."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def _connect(dbapi: Any, _record: Any) -> None:
        dbapi.isolation_level = None  # we say BEGIN, not the driver
        for pragma in PRAGMAS:
            dbapi.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
