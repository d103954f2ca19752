"""Lists of what can be changed: the kinds, and the entries of one."""

from dataclasses import dataclass

from flask import abort, render_template, request

from decisions.packs import queries, rules, schema
from decisions.packs.models import Entry
from decisions.packs.routes.pages import EDITABLE, pages
from decisions.packs.titles import KIND_WORDS, MANY_WORDS
from forum import clock
from forum.access import FACILITATOR
from forum.markup.clean import clean_line
from forum.web import allow

MOST_ASKED = 80  # characters


@pages.get("/who-decides/edit")
@allow(FACILITATOR)
def kinds() -> str:
    """List the kinds of entries, with how many there are of each."""
    kinds_shown = {name: words for name, words in MANY_WORDS.items() if name in EDITABLE}
    return render_template(
        "decisions/packs/kinds.html", kinds=kinds_shown, counts=queries.counts(), single=schema.SINGLE
    )


@pages.get("/who-decides/edit/<kind>")
@allow(FACILITATOR)
def kind(kind: str) -> str:
    """List the entries of a kind; with `due`, those that have to be checked again; with `q`, those that are found."""
    if kind not in EDITABLE:
        abort(404)
    due, asked = bool(request.args.get("due")), clean_line(request.args.get("q", ""))[:MOST_ASKED]
    rows = [one for one in map(_row, queries.of_kind(kind)) if one.fits(asked.lower(), due=due)]
    return render_template(
        "decisions/packs/kind.html", kind=kind, rows=rows, due=due, asked=asked, words=MANY_WORDS[kind],
        one=KIND_WORDS[kind], may_add=kind in schema.KINDS,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """An entry in the list: whether it may have changed, and whether it is not there today."""

    entry: Entry
    aged: bool
    over: bool

    def fits(self, asked: str, *, due: bool) -> bool:
        """Whether it belongs in the list. `asked` is what somebody looks for, in small letters, or empty."""
        found = not asked or asked in self.entry.title.lower() or asked in self.entry.ident
        return found and (not due or (self.aged and not self.over))


def _row(entry: Entry) -> Row:
    today, data = clock.today(), entry.document
    return Row(entry, rules.may_have_changed(data, today), not rules.is_there(data, today))
