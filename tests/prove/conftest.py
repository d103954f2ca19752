"""What the proofs print at their end: figures that are measured and not judged."""

from typing import Any

import pytest

FIGURES: list[str] = []


@pytest.fixture
def figures() -> list[str]:
    """Lines to print when all is done."""
    return FIGURES


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print them."""
    for line in FIGURES:
        terminalreporter.write_line(line)
