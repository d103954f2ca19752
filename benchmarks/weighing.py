"""Count the queries of a page, and its bytes."""

import gzip
import re
from dataclasses import dataclass

from flask import Flask
from sqlalchemy import event

from benchmarks.place import Measured
from forum.db import db

PART = re.compile(r'(?:src|href)="(/static/[^"]+)"')


@dataclass(frozen=True, slots=True)
class Weight:
    """What one page costs: queries, bytes as made and as sent compressed, and all of a first visit, compressed."""

    queries: int
    raw: int
    zipped: int
    first_visit: int


def weigh(app: Flask, page: Measured) -> tuple[Weight, bytes]:
    """Open a page twice, count the second time. Returns what it costs, and the page. Raises RuntimeError on another
    answer than 200."""
    client = app.test_client(use_cookies=False)
    headers = {"Cookie": page.cookie} if page.cookie else {}
    client.get(page.path, headers=headers)
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            asked.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    answer = client.get(page.path, headers=headers)
    event.remove(engine, "before_cursor_execute", note)
    if answer.status_code != 200:
        raise RuntimeError(f"{page.path} answered {answer.status_code}")
    zipped = len(gzip.compress(answer.data, 6))
    parts = {match[1] for match in PART.finditer(answer.text)}
    rest = sum(len(gzip.compress(client.get(part).data, 6)) for part in parts)
    return Weight(len(asked), len(answer.data), zipped, zipped + rest), answer.data
