"""The blueprint that the pages of this feature share."""

from flask import Blueprint, Response, request

pages = Blueprint("people", __name__)


@pages.after_request
def keep_no_copy(response: Response) -> Response:
    """Have nothing between here and the reader keep a page whose address is a key."""
    if "token" in (request.view_args or {}):
        response.headers["Cache-Control"] = "no-store"
    return response
