"""What anyone may look at: what was changed in an entry, and the place's pack as a file."""

from flask import Response, abort, render_template

from decisions.packs import earlier, labels
from decisions.packs.export import export
from decisions.packs.routes.pages import entry_or_404, pages, read_at
from decisions.packs.titles import KIND_WORDS
from forum import limits
from forum.access import EVERYONE
from forum.limits import limiter
from forum.refusal import Refusal
from forum.web import allow


@pages.get("/who-decides/history/<kind>/<ident>")
@allow(EVERYONE)
def history(kind: str, ident: str) -> str:
    """Show who changed what in an entry, when and why, with what it said before."""
    row = entry_or_404(kind, ident)
    return render_template(
        "decisions/packs/history.html", entry=row, steps=earlier.steps(row), labels=labels.of(kind),
        kind_words=KIND_WORDS[kind], read_at=read_at(row),
    )  # fmt: skip


@pages.get("/who-decides/export")
@limiter.limit(limits.SEARCH)
@allow(EVERYONE)
def export_file() -> Response:
    """Give the place's pack as one TOML file."""
    try:
        ident, text = export()
    except Refusal:
        abort(404)
    name = {"Content-Disposition": f'attachment; filename="{ident}.toml"'}
    return Response(text, mimetype="application/toml", headers=name)
