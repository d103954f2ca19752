"""The page of the files, and the files themselves: as tables, and for programs."""

import json
from collections.abc import Iterator

from flask import Blueprint, Response, abort, jsonify, url_for
from flask.typing import ResponseReturnValue

from decisions.data_out import catalogue, popolo, streaming
from decisions.data_out.catalogue import FILES
from decisions.data_out.file import PIECE, File
from decisions.data_out.freshness import answer
from forum import limits, spreadsheets, web
from forum.access import EVERYONE
from forum.limits import limiter
from forum.say import _
from forum.web import allow

pages = Blueprint("data_out", __name__)


@pages.get("/data")
@allow(EVERYONE)
def index() -> ResponseReturnValue:
    """Say what each file holds, under which licence, how fresh it is and whom it is for."""
    licence = catalogue.licence()
    return web.render(
        "decisions/data_out/index.html",
        files=FILES.values(),
        licence=licence,
        ask_first=catalogue.ASK_FIRST,
        about=catalogue.NOT_OURS,
    )


@pages.get("/data/<name>.csv")
@limiter.limit(limits.SEARCH)
@allow(EVERYONE)
def table(name: str) -> Response:
    """Give a file as a table, line by line."""
    file = _file(name)

    def make() -> Response:
        rows = ([row[column] for column in file.columns] for row in file.rows())
        headings = [column.replace("_", " ").capitalize() for column in file.columns]
        return _streamed(spreadsheets.lines(headings, rows), "text/csv", f"{name}.csv")

    return answer(make)


@pages.get("/data/<name>.json")
@limiter.limit(limits.SEARCH)
@allow(EVERYONE)
def piece(name: str) -> Response:
    """Give a piece of a file for programs, and where the next piece is."""
    file = _file(name)
    after = web.page_number("after") or 0

    def make() -> Response:
        found = file.piece(after, PIECE)
        more = url_for("data_out.piece", name=name, after=found.next, _external=True) if found.next else None
        response = jsonify({**catalogue.head(_(file.title)), "next": more, "items": found.rows})
        if more:
            response.headers["Link"] = f'<{more}>; rel="next"'
        return response

    return answer(make)


@pages.get("/data/popolo.json")
@limiter.limit(limits.SEARCH)
@allow(EVERYONE)
def people() -> Response:
    """Give bodies, posts, people in public office, seats, decisions and votes as Popolo."""

    def make() -> Response:
        head = json.dumps(catalogue.head(_("Bodies, people in public office, decisions and votes")))
        return _streamed(popolo.pieces(head), "application/json", "popolo.json")

    return answer(make)


def _file(name: str) -> File:
    return FILES.get(name) or abort(404)


def _streamed(lines: Iterator[str], mimetype: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(streaming.chunks(lines), mimetype=mimetype, headers=headers)
