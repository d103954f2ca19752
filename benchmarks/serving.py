"""Serve an app by gunicorn on a free port of this machine, and read how much processor time its workers used."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

WORKERS = 2
THREADS = 4
SETTINGS = (
    *("--workers", str(WORKERS), "--threads", str(THREADS), "--worker-class", "gthread"),
    *("--no-control-socket", "--log-level", "warning", "--backlog", "128"),
)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its port and the id of its first process."""

    port: int
    pid: int

    def cpu_seconds(self) -> float | None:
        """Return the processor time of the workers so far; `None` where the system does not tell."""
        try:
            return sum(_cpu(int(pid)) for pid in _children(self.pid))
        except OSError:
            return None


@contextmanager
def serve(app: str, settings: dict[str, str]) -> Iterator[Server]:
    """Serve `module:factory()` with these settings in its environment until the block ends."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(128)
        command = [sys.executable, "-m", "gunicorn", app, "--bind", f"fd://{listener.fileno()}", *SETTINGS]
        process = subprocess.Popen(
            command, pass_fds=[listener.fileno()], env={**os.environ, **settings}, stderr=subprocess.DEVNULL
        )
        try:
            yield Server(listener.getsockname()[1], process.pid)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def _cpu(pid: int) -> float:
    """User and system time of one process, in seconds: fields 14 and 15 of its status line."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / float(os.sysconf("SC_CLK_TCK"))
