"""Lists of what can be changed: the kinds, and the entries of one."""

from flask import abort, render_template, request

from decisions.packs import queries, rules, schema
from decisions.packs.routes.pages import KINDS, pages
from decisions.packs.titles import KIND_WORDS, MANY_WORDS
from forum import clock
from forum.access import FACILITATOR
from forum.web import allow


@pages.get("/who-decides/edit")
@allow(FACILITATOR)
def kinds() -> str:
    """List the kinds of entries, with how many there are of each."""
    return render_template(
        "decisions/packs/kinds.html", kinds=MANY_WORDS, counts=queries.counts(), single=schema.SINGLE
    )


@pages.get("/who-decides/edit/<kind>")
@allow(FACILITATOR)
def kind(kind: str) -> str:
    """List the entries of a kind; with `due`, those that have to be checked again."""
    if kind not in KINDS:
        abort(404)
    today, due = clock.today(), bool(request.args.get("due"))
    rows = [(row, row.document) for row in queries.of_kind(kind)]
    shown = [
        (row, rules.may_have_changed(data, today), not rules.is_there(data, today))
        for row, data in rows
        if not due or (rules.may_have_changed(data, today) and rules.is_there(data, today))
    ]
    return render_template(
        "decisions/packs/kind.html", kind=kind, rows=shown, due=due, words=MANY_WORDS[kind], one=KIND_WORDS[kind],
        may_add=kind in schema.KINDS,
    )  # fmt: skip
