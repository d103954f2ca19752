"""What the proofs print at their end: figures that are measured and not judged."""

from typing import Any

import pytest

from tests.sizes import PROVE

# It sends the same strings as tests/test_naughty.py, all of them: with the other tests that one is enough.
collect_ignore = [] if PROVE else ["test_naughty_whole.py"]
FIGURES: list[str] = []


@pytest.fixture
def figures() -> list[str]:
    """Lines to print when all is done."""
    return FIGURES


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print them."""
    for line in FIGURES:
        terminalreporter.write_line(line)
