"""Measure, print a table, write docs/benchmarks.md. Takes about two minutes, and asks only this machine."""

import contextlib
import io
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import load, markup, place, plain_language, report
from benchmarks.load import Sample
from benchmarks.place import Measured
from benchmarks.report import Row
from benchmarks.serving import Server, serve
from benchmarks.weighing import Weight, weigh

ROUNDS = 5
SECONDS = 1.5
WARM_UP = 0.7


def main() -> None:
    """Measure everything. Ends with status 1 when the goal is missed, or some text takes too long to lay out."""
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
    print(report.table(rows))
    slow, text = _said(markup.main)
    over, plain = _said(plain_language.main)
    rate = report.write(rows, ours=rows[0], anew=rows[1], minimal=rows[-2], markup=text, plain=plain)
    print(f"The guest issue page: {rate:.2f} of the minimal page (goal: {report.GOAL}).")
    print("Written to docs/benchmarks.md")
    sys.exit(1 if slow or over or rate < report.GOAL else 0)


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
        serve("benchmarks.anew:create_app()", place.settings(folder)) as anew,
        serve("benchmarks.minimal:create_app()", other) as minimal,
        serve("benchmarks.bare:create_app()", other) as bare,
    ):
        asked = [(ours, page) for page in pages]
        asked.insert(1, (anew, replace(pages[0], name="issue page, drawn anew")))
        asked += [(minimal, Measured("minimal page", "/1")), (bare, Measured("bytes from memory", "/"))]
        for server, page in asked:
            load.run(server.port, page.path, WARM_UP, page.cookie)
        samples: list[list[Sample]] = [[] for _ in asked]
        for number in range(ROUNDS):
            print(f"Round {number + 1} of {ROUNDS} …", flush=True)
            order = list(enumerate(asked))
            for place_in_row, (server, page) in order if number % 2 == 0 else reversed(order):
                samples[place_in_row].append(_sample(server, page))
    known = [weights[0], None, *weights[1:], None, None]
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


def _said(measure: Callable[[], int]) -> tuple[int, str]:
    """Measure the Markdown renderer, or the checker. Returns how many rows are too slow, and the table."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        slow = measure()
    print(said.getvalue())
    return slow, said.getvalue().rstrip()


if __name__ == "__main__":
    main()
