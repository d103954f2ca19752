"""The fastest page that Flask can serve: the bytes of a file, kept in memory, with nothing asked of a database."""

import os
from pathlib import Path

from flask import Flask, Response


def create_app() -> Flask:
    """Make an app whose one page is the file named by `BENCH_BYTES`."""
    app = Flask("bare", static_folder=None, template_folder=None)
    page = Path(os.environ["BENCH_BYTES"]).read_bytes()

    @app.get("/")
    def serve() -> Response:
        return Response(page, mimetype="text/html")

    return app
