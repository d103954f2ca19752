"""Put what was measured into a table, and into docs/benchmarks.md."""

import os
import platform
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load import CONNECTIONS, PER_CONNECTION, PROCESSES, Sample
from benchmarks.place import POSTS
from benchmarks.serving import THREADS, WORKERS
from benchmarks.weighing import Weight
from forum import clock

GOAL = 0.5
SHOWN = 12  # kinds of text in the file
FILE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
HEAD = ("page", "requests a second", "p50 ms", "p99 ms", "CPU ms a request", "queries", "bytes", "gzip", "first visit")
INTRODUCTION = """# How fast Doorway is

Made by `make bench`; do not edit. Measured on {day}, {machine}.

Every app is served by gunicorn with {workers} processes of {threads} threads, over SQLite with {posts} posts. The load
comes from {processes} processes with {connections} connections each, made anew after {each} requests, on the same
machine: so it takes processor time from the server, for every app alike. Each figure is the median of {rounds} rounds,
and each round measures the apps one after the other, so that a machine that slows down slows all of them.

"CPU" is processor time of the server's processes. "gzip" is the page compressed, "first visit" the page with its style
sheets, scripts and pictures, compressed.

{table}

**The guest issue page is served {ratio:.2f} times as often as the minimal page** (goal: {goal}). In processor time it
costs {cost} what the minimal page costs; drawn anew, {anew_cost}.

An issue with 200 entries costs {long_cost} the processor time of one with 5 (goal: 1.3 times; `benchmarks/long.py`).

The minimal page is `benchmarks/minimal.py`: one thread with twenty posts and their authors, Flask, SQLAlchemy and a
template, padded to the same size. The bytes from memory are `benchmarks/bare.py`: what Flask itself costs.

"Drawn anew" is the same page from an app that remembers nothing of what it drew: what the first reader of a page
costs, or the first after a change (see [decisions/0010](decisions/0010-drawn-once.md)). A page for somebody signed in
is always drawn anew, and asks the database who they are.
"""
MARKUP = """
## Text at its longest

The longest text that a post may hold, of each kind that is hard to lay out, in milliseconds of processor time; then
half of that text, and how much the work grew. The slowest {shown} kinds:

```
{table}
```
"""
PLAIN = """
## Plain language

What the checker of plain language takes, and the line that it must keep: times on the clock in a request, processor
time elsewhere. A hostile text has 50,000 characters.

```
{table}
```
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: the samples of each round, and what the page weighs where that is known."""

    name: str
    samples: Sequence[Sample]
    weight: Weight | None = None

    def median(self, of: Callable[[Sample], float | None]) -> float | None:
        """Return the median over the rounds; `None` where nothing was measured."""
        values = [value for value in map(of, self.samples) if value is not None]
        return statistics.median(values) if values else None


def cells(row: Row) -> list[str]:
    """Put one row into words."""
    weight = row.weight
    cpu = row.median(lambda one: one.cpu_ms)
    return [
        row.name,
        f"{row.median(lambda one: one.rate):,.0f}",
        f"{row.median(lambda one: one.p50):.1f}",
        f"{row.median(lambda one: one.p99):.1f}",
        f"{cpu:.2f}" if cpu is not None else "not known",
        *([str(weight.queries), *(f"{size:,}" for size in (weight.raw, weight.zipped, weight.first_visit))]
          if weight else [""] * 4),
    ]  # fmt: skip


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a table that reads well as it is and as Markdown."""
    lines = [list(HEAD), *[cells(row) for row in rows]]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEAD))]
    lines.insert(1, ["-" * (widths[0]), *["-" * (width - 1) + ":" for width in widths[1:]]])
    shown = [
        "| " + " | ".join(cell.ljust(widths[0]) if not place else cell.rjust(widths[place])
                          for place, cell in enumerate(line)) + " |"
        for line in lines
    ]  # fmt: skip
    return "\n".join(shown)


def ratio(ours: Row, other: Row, of: Callable[[Sample], float | None]) -> float | None:
    """Return one row's figure as a part of another's: the median of the rounds' own ratios."""
    pairs = [(of(one), of(two)) for one, two in zip(ours.samples, other.samples, strict=True)]
    return statistics.median([a / b for a, b in pairs if a and b]) if all(a and b for a, b in pairs) else None


def _long(rows: Sequence[Row]) -> tuple[Row, Row]:
    """The pages of the issue with most entries, and of the one with fewest."""
    found = [row for row in rows if row.name.endswith("entries")]
    return found[-1], found[0]


def write(rows: Sequence[Row], *, ours: Row, anew: Row, minimal: Row, markup: str, plain: str) -> float:
    """Write docs/benchmarks.md. Returns the ratio of our page to the minimal one."""
    rate = ratio(ours, minimal, lambda one: one.rate) or 0.0
    text = INTRODUCTION.format(
        day=f"{clock.now():%d %B %Y}".lstrip("0"),
        machine=machine(),
        workers=WORKERS,
        threads=THREADS,
        posts=f"{POSTS:,}",
        processes=PROCESSES,
        connections=CONNECTIONS,
        each=PER_CONNECTION,
        rounds=len(ours.samples),
        table=table(rows),
        ratio=rate,
        goal=GOAL,
        long_cost=_times(ratio(*_long(rows), lambda one: one.cpu_ms)),
        cost=_times(ratio(ours, minimal, lambda one: one.cpu_ms)),
        anew_cost=_times(ratio(anew, minimal, lambda one: one.cpu_ms)),
    )
    lines = markup.splitlines()
    slowest = "\n".join([*lines[: SHOWN + 1], lines[-1]])
    FILE.write_text(f"{text}{MARKUP.format(table=slowest, shown=SHOWN)}{PLAIN.format(table=plain)}")
    return rate


def _times(share: float | None) -> str:
    return f"{share:.1f} times" if share is not None else "an unknown part of"


def machine() -> str:
    """Say on what this runs: cores, processor, memory, Python."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{cores} cores ({_processor()}), {memory:.0f} GB of memory, Python {platform.python_version()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
