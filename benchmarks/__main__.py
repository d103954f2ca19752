"""Measure, print a table, write docs/benchmarks.md. Takes about two minutes, and asks only this machine."""

import contextlib
import importlib
import importlib.util
import io
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import load, place, report
from benchmarks.load import Sample
from benchmarks.place import Measured
from benchmarks.report import Row
from benchmarks.serving import Server, serve
from benchmarks.weighing import Weight, weigh

ROUNDS = 5
SECONDS = 2.5
WARM_UP = 1.0


def main() -> None:
    """Measure everything. Ends with status 1 when the goal is missed."""
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory(prefix="doorway-bench-") as name:
        folder = Path(name)
        print("Loading the demonstration and growing it …", flush=True)
        app = place.make(folder)
        pages = place.pages(app)
        weights: list[Weight] = []
        for page in pages:
            weight, body = weigh(app, page)
            weights.append(weight)
            (folder / f"page-{len(weights)}.html").write_bytes(body)
        rows = _measure(folder, pages, weights)
    ours, minimal = rows[0], rows[-2]
    rate = report.write(rows, ours, minimal, _markup())
    print(report.table(rows))
    print(f"The guest issue page: {rate:.2f} of the minimal page (goal: {report.GOAL}).")
    print("Written to docs/benchmarks.md")


def _measure(folder: Path, pages: Sequence[Measured], weights: Sequence[Weight]) -> list[Row]:
    """Serve the three apps side by side and ask them in turn, round by round."""
    other = {
        "BENCH_BYTES": str(folder / "page-1.html"),
        "BENCH_DATABASE": str(folder / "minimal.db"),
        "BENCH_SIZE": str(weights[0].raw),
    }
    _prepare_minimal(other)
    with (
        serve("wsgi:create_app()", place.settings(folder)) as ours,
        serve("benchmarks.minimal:create_app()", other) as minimal,
        serve("benchmarks.bare:create_app()", other) as bare,
    ):
        asked = [(ours, page) for page in pages]
        asked += [(minimal, Measured("minimal page", "/1")), (bare, Measured("bytes from memory", "/"))]
        for server, page in asked:
            load.run(server.port, page.path, WARM_UP, page.cookie)
        samples: list[list[Sample]] = [[] for _ in asked]
        for number in range(ROUNDS):
            print(f"Round {number + 1} of {ROUNDS} …", flush=True)
            order = list(enumerate(asked))
            for place_in_row, (server, page) in order if number % 2 == 0 else reversed(order):
                samples[place_in_row].append(_sample(server, page))
    known = [*weights, None, None]
    return [Row(page.name, found, weight) for (_, page), found, weight in zip(asked, samples, known, strict=True)]


def _prepare_minimal(settings: dict[str, str]) -> None:
    """Fill the minimal app's database before two processes would both try."""
    code = "from benchmarks.minimal import create_app; create_app()"
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, **settings})


def _sample(server: Server, page: Measured) -> Sample:
    """Measure one page once, with the processor time that its server used."""
    before = server.cpu_seconds()
    found = load.run(server.port, page.path, SECONDS, page.cookie)
    after = server.cpu_seconds()
    if before is None or after is None:
        return found
    return replace(found, cpu_ms=(after - before) * 1000 / len(found.times))


def _markup() -> str:
    """Measure the Markdown renderer, if its measure is here. Returns what it printed."""
    if importlib.util.find_spec("benchmarks.markup") is None:
        return ""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        importlib.import_module("benchmarks.markup").main()
    print(said.getvalue())
    return said.getvalue().strip()


if __name__ == "__main__":
    main()
