"""Pages about this place."""

from flask import Blueprint, Response

from forum.access import EVERYONE
from forum.web import allow

pages = Blueprint("about", __name__)


@pages.get("/healthz")
@allow(EVERYONE)
def healthz() -> Response:
    """Say that the process is up."""
    return Response("ok\n", mimetype="text/plain")
