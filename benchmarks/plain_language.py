"""Time the checker of plain language: `python -m benchmarks.plain_language` from the top of the project.

Prints a table, and ends with an error if anything is over its line. A request is asked of the app itself, without a
server between; start-up and memory are those of a process of its own.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

from forum.plain_language import Glossary, Term, check
from forum.words import known
from tests.forum.plain_language.hostile import TEXTS
from wsgi import create_app

HOSTILE_SIZE = 50_000  # characters
SLOWEST_HOSTILE = 250.0  # milliseconds
TERMS = 5_000
WORDS_A_TIME = 100
START = """
import time, psutil
import forum.say
before, memory = time.process_time(), psutil.Process().memory_info().rss
from forum.plain_language import check
check("We will utilise it.")
print((time.process_time() - before) * 1000, (psutil.Process().memory_info().rss - memory) / 2**20)
"""
HERE = {"Sec-Fetch-Site": "same-origin"}
PROSE = """The council met on Tuesday evening to talk about the day centre. Carers said that they were worried about
Fridays, because nobody had asked them what would help. Officers will undertake a review of transport, and the result
will be shared in March. It was agreed that three people who use the centre would join the group. They can be paid for
their time. Please ring us if you would like a lift, or if the date does not suit you. We want to hear from everyone.
"""


def terms() -> list[Term]:
    """As many terms as a big glossary holds."""
    return [Term(f"Kind of plan {number}", "A plan.", (f"plan number {number}",)) for number in range(TERMS)]


def prose(words: int) -> str:
    """A text of so many words."""
    said = PROSE.split()
    return " ".join((said * (words // len(said) + 1))[:words])


def in_a_request(words: int, times: int) -> list[float]:
    """How long the address takes to answer, in milliseconds, the quickest first."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(SECRET_KEY="x" * 40, INSTANCE=folder, RATE_LIMITS="0", JOBS="0")
        known.register(app, known.Source(terms, lambda: 1, terms))
        app.jinja_env.globals.update(site=None)
        client, text = app.test_client(), prose(words)
        taken = []
        for _ in range(times):
            start = perf_counter()
            answer = client.post("/plain-language/check", data={"text": text}, headers=HERE)
            taken.append((perf_counter() - start) * 1000)
            assert answer.status_code == 200, answer.get_data(as_text=True)
    return sorted(taken[1:])


def by_itself(words: int, times: int) -> float:
    """The least time to check a text, in milliseconds."""
    glossary, text = Glossary(terms()), prose(words)
    return min(_cost(lambda: check(text, glossary)) for _ in range(times))


def _cost(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return (process_time() - start) * 1000


def hostile() -> list[tuple[float, str]]:
    """How long each hostile text takes, in milliseconds of processor time, the slowest first."""
    check("Words.")
    return sorted(((_cost(partial(check, make(HOSTILE_SIZE))), name) for name, make in TEXTS.items()), reverse=True)


def started() -> tuple[float, float]:
    """What the first check costs a process: milliseconds, and MB of memory."""
    root = Path(__file__).resolve().parent.parent
    said = subprocess.run([sys.executable, "-c", START], cwd=root, capture_output=True, text=True, check=True).stdout
    taken, memory = said.split()
    return float(taken), float(memory)


def rows() -> list[tuple[str, float, float]]:
    """Everything that is measured: its name, what was found, and its line."""
    taken = in_a_request(1_500, WORDS_A_TIME)
    start, memory = started()
    slowest = hostile()
    return [
        (f"1,500 words, {TERMS:,} terms, in a request, p95, ms", taken[int(len(taken) * 0.95)], 25.0),
        ("10,000 words, ms", by_itself(10_000, 10), 120.0),
        ("the first text of a process, ms", start, 150.0),
        ("memory for it, MB", memory, 40.0),
        (f"slowest of {len(slowest)} hostile texts, {slowest[0][1]}, ms", slowest[0][0], SLOWEST_HOSTILE),
    ]


def main() -> int:
    """Print the table and give the number of rows that are over their line."""
    found = rows()
    for name, value, line in found:
        print(f"{value:8.1f}  of {line:5.0f}  {name}{'  TOO MUCH' if value > line else ''}")
    over = sum(value > line for _name, value, line in found)
    print(f"{over} over their line")
    return over


if __name__ == "__main__":
    sys.exit(main())
