"""Databases for tests: migrated once, then copied for each test."""

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from tests import postgres


class Templates:
    """Migrated, empty databases of both kinds, and copies of them."""

    def __init__(self, folder: Path, migrate: Callable[[str, Path], None]) -> None:
        self.folder = folder
        self.migrate = migrate
        self.numbers = itertools.count()
        self.sqlite: Path | None = None
        self.server: tuple[str, Callable[[], None]] | None = None

    @contextmanager
    def copy(self, kind: str, folder: Path) -> Iterator[str]:
        """Give the address of a fresh copy; it is dropped afterwards."""
        if kind == "sqlite":
            yield self._sqlite(folder)
            return
        name = self._postgres()
        yield self._address(name)
        self._say(f'DROP DATABASE "{name}" WITH (FORCE)')

    def stop(self) -> None:
        """Stop the server, if it was started."""
        if self.server:
            self.server[1]()

    def _sqlite(self, folder: Path) -> str:
        if self.sqlite is None:
            self.sqlite = self.folder / "template.db"
            self.migrate(f"sqlite:///{self.sqlite}", self.folder)
        shutil.copy(self.sqlite, folder / "doorway.db")
        return f"sqlite:///{folder / 'doorway.db'}"

    def _postgres(self) -> str:
        if self.server is None:
            self.server = postgres.start()
            self._say("CREATE DATABASE template_doorway")
            self.migrate(self._address("template_doorway"), self.folder)
        name = f"t{os.getpid()}_{next(self.numbers)}"
        self._say(f'CREATE DATABASE "{name}" TEMPLATE template_doorway STRATEGY FILE_COPY')
        return name

    def _address(self, name: str) -> str:
        assert self.server is not None
        return self.server[0].replace("/postgres?", f"/{name}?")

    def _say(self, sentence: str) -> None:
        assert self.server is not None
        engine = sa.create_engine(self.server[0], isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
        with engine.connect() as connection:
            connection.exec_driver_sql(sentence)
        engine.dispose()
