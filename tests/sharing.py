"""Which tests go to one worker: those of a module that makes something dear once and shares it.

pytest-xdist has a mark for it, `xdist_group`, which does nothing under pytest 9.2: every group was made on each worker.
So we say it by the hook that pytest-xdist has for its own orders of work.
"""

from functools import cache
from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).resolve().parent.parent
BOTH = ("sqlite", "postgresql")


class Shared(LoadScopeScheduling):
    """Deals the tests out one by one, but for those that share something."""

    def _split_scope(self, nodeid: str) -> str:
        return together(nodeid)


def together(nodeid: str) -> str:
    """Return what the tests are dealt out by: the module and its database for a module that shares, else the test."""
    module, _, test = nodeid.partition("::")
    if not _shares(module):
        return nodeid
    return f"{module} {next((kind for kind in BOTH if f'[{kind}' in test), '')}"


@cache
def _shares(module: str) -> bool:
    return 'scope="module"' in (ROOT / module).read_text(encoding="utf-8")
