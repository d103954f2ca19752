"""Pages that only a link of our letters opens."""

from flask import Response, make_response

from forum import web


def over() -> Response:
    """Return the page of a link that does not work any more."""
    return private((web.render("decisions/questions/link_over.html")[0], 404))


def private(page: tuple[str, int]) -> Response:
    """Return a page that only the link opens: nobody keeps it or finds it by a search."""
    response = make_response(page)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
