"""A thousand meetings with ten thousand items and as many papers are brought in within a minute and 300 megabytes, by
a process of its own; and again, with nothing to change."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import databases, make
from tests.conftest import BOTH, SETTINGS
from tests.decisions.imports.bringing import make_source
from tests.prove.served import ROOT, put_away
from tests.sizes import sized
from wsgi import create_app

MEETINGS, ITEMS = sized(50, 1000), 10
SECONDS, MEGABYTES = 60, 300
BRING = """
import json, sys, time
from pathlib import Path
from decisions.imports import running
from forum import clock
from tests.decisions.imports.many import many
from wsgi import create_app
app, begun = create_app(), time.monotonic()
source, meetings, items = map(int, sys.argv[1:])
with app.app_context():
    done = running.bring(source, lambda: many(meetings, items), by=None, on=clock.now())
status = Path("/proc/self/status").read_text()  # its own peak: getrusage counts that of who started it too
peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
print(json.dumps({"seconds": time.monotonic() - begun, "megabytes": peak, "counts": done.plan.counts}))
"""


@pytest.mark.parametrize("kind", BOTH)
def test_many_meetings(filled: databases.Templates, tmp_path: Path, kind: str, figures: list[str]) -> None:
    with (
        filled.copy(kind, tmp_path) as url,
        put_away(create_app(**SETTINGS, DATABASE_URL=url, INSTANCE=tmp_path)) as app,
    ):
        source = make_source(app, body_id=make.make_body(app))
        whole = MEETINGS * (1 + 2 * ITEMS)
        for turn, word in enumerate(("added", "same")):
            env = {
                "DATABASE_URL": url,
                "INSTANCE": str(tmp_path),
                "SECRET_KEY": str(SETTINGS["SECRET_KEY"]),
                "JOBS": "0",
            }
            command = [sys.executable, "-c", BRING, str(source), str(MEETINGS), str(ITEMS)]
            done = subprocess.run(command, cwd=ROOT, env={**os.environ, **env}, capture_output=True, check=False)
            assert done.returncode == 0, done.stderr.decode()[-2000:]
            found = json.loads(done.stdout)
            assert found["counts"][word] == whole
            assert found["seconds"] < SECONDS
            assert found["megabytes"] < MEGABYTES
            told = f"{found['seconds']:.1f} s, {found['megabytes']:.0f} MB"
            figures.append(f"{kind}: {MEETINGS} meetings, reading {turn + 1}: {told}")
