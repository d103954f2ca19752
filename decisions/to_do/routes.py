"""The page `/to-do`."""

from flask import Blueprint, Flask
from flask.typing import ResponseReturnValue

from decisions.to_do import queries
from forum import web
from forum.access import SIGNED_IN
from forum.web import allow

pages = Blueprint("to_do", __name__)


def init_app(app: Flask) -> None:
    """Register the page, and the count in the masthead."""
    app.register_blueprint(pages)
    app.extensions["to_do_count"] = queries.count


@pages.get("/to-do")
@allow(SIGNED_IN)
def listing() -> ResponseReturnValue:
    """List what waits for this person."""
    return web.render("decisions/to_do/listing.html", rows=queries.waiting(web.standing()))
