"""A long file is given piece by piece: what is held in memory does not grow with it."""

import tracemalloc

from flask import Flask
from sqlalchemy import insert

from decisions.data_out.file import PIECE
from decisions.journeys.models import Move
from forum import clock
from forum.db import db
from tests import make
from tests.sizes import sized

MOVES, MOST = sized(2_500, 10_000), 12_000_000  # bytes held at once


def test_thousands_of_moves(app: Flask) -> None:
    journey, line, on = make.make_journey(app, make.make_thread(app)), make.make_byline(app), clock.now()
    words = "They looked at it. " * 20
    same = {"journey_id": journey, "kind": "news", "happened_on": on.date(), "recorded_at": on, "byline_id": line}
    same |= {"evidence": "official-record", "plain": words}
    with app.app_context():
        db.session.execute(insert(Move), [{**same, "number": number} for number in range(1, MOVES + 1)])
        db.session.commit()
    client = app.test_client()
    client.get("/data/issues.csv")  # so that what is made once is made
    tracemalloc.start()
    size = lines = 0
    for chunk in client.get("/data/moves.csv", buffered=False).iter_encoded():
        size, lines = size + len(chunk), lines + chunk.count(b"\r\n")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (lines, size > 400 * MOVES, peak < MOST) == (MOVES + 1, True, True), (lines, size, peak)
    first, last = client.get("/data/moves.json").json, client.get(f"/data/moves.json?after={MOVES - 1}").json
    assert first is not None
    assert last is not None
    assert (len(first["items"]), first["next"]) == (PIECE, f"http://localhost/data/moves.json?after={PIECE}")
    assert (len(last["items"]), last["next"]) == (1, None)
