"""The blueprint of these pages, and how they find what they show."""

from flask import Blueprint, abort, url_for

from decisions.packs import queries, schema
from decisions.packs.models import Entry
from forum import subjects

pages = Blueprint("packs", __name__)
KINDS = {*schema.KINDS, *schema.SINGLE}
EDITABLE = KINDS - {"pack"}  # what a pack is, its files say


def read_at(row: Entry) -> str:
    """Return the address of the page on which readers see an entry, or nothing where it has none of its own."""
    if row.kind == "body":
        return url_for("who_decides.body", slug=row.ident)
    return subjects.address(row.kind, row) if row.kind in subjects.table() else ""


def editable_or_404(kind: str, ident: str) -> Entry:
    """Return an entry that people may change here, or answer that there is no such page."""
    if kind not in EDITABLE:
        abort(404)
    return entry_or_404(kind, ident)


def dated_or_404(kind: str, ident: str) -> Entry:
    """Return an entry of a kind that begins, ends and is checked again; what a pack or a place is does none of it."""
    if kind in schema.SINGLE:
        abort(404)
    return entry_or_404(kind, ident)


def entry_or_404(kind: str, ident: str) -> Entry:
    """Return an entry, or answer that there is no such page."""
    row = queries.one(kind, ident) if kind in KINDS and len(ident) <= 80 and "\0" not in ident else None
    if row is None:
        abort(404)
    return row
