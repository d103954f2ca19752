"""What packs say in the table of kinds: each kind that has a page is found by its words, topics and answers first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from flask import Flask
from sqlalchemy import select

from decisions.packs import faces, rules
from decisions.packs.merge import Document
from decisions.packs.models import Entry
from decisions.who_decides.meetings.stages import tell_of_decisions
from forum import clock, subjects
from forum.access import Standing
from forum.db import db
from forum.outbox.jobs import each_minute
from forum.refusal import Refusal
from forum.say import N_
from forum.search.actions import follow_all

NOT_NOW = N_("This does not hold today.")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a kind of entry is called in search, and where it has its page. `named`: what the address calls its id;
    none where the page lists them all and the id is an anchor. `leads`: how much sooner it is found than other things
    with the same words. `found`: whether it is found at all; powers stand on the page of their topic, and would hide
    what people write."""

    label: str
    endpoint: str
    named: str = ""
    leads: float = 1.0
    found: bool = True

    def address(self, entry: Entry) -> tuple[str, dict[str, Any]]:
        """Return the endpoint of an entry's page, and its arguments."""
        endpoint = self.endpoint if "." in self.endpoint else f"who_decides.{self.endpoint}"
        return endpoint, {self.named or "_anchor": entry.ident}


PAGES = {
    "topic": Shown(N_("Who decides?"), "ask", "topic", leads=2.5),
    "pathway": Shown(N_("How it is decided"), "how", "ident", leads=1.8),
    "start": Shown(N_("You can start it"), "start_it", "ident", leads=1.8),
    "guide": Shown(N_("How to take part"), "guide", "ident"),
    "practice": Shown(N_("Practice"), "practice", "ident"),
    "power": Shown(N_("Who may do what"), "power", "ident", found=False),
    "rule": Shown(N_("Time limit"), "clock", "ident"),
    "right": Shown(N_("Right"), "rights"),
    "banner": Shown(N_("What may change"), "banners"),
    "word": Shown(N_("Hard word"), "glossary.word", "slug"),
}


def init_app(app: Flask) -> None:
    """Register each kind that has a page, keep what the search index holds of it in step with packs, and have those who
    follow a decision told of it."""
    each_minute(app, tell_of_decisions)
    for kind, shown in PAGES.items():
        subjects.register(app, _subject(kind, shown))
        if shown.found:
            faces.register(app, kind, partial(_keep, kind))


def _keep(kind: str, _documents: Mapping[str, Document], _place: Document, _on: datetime) -> None:
    follow_all(kind)


def _subject(kind: str, shown: Shown) -> subjects.Subject:
    return subjects.Subject(
        kind=kind,
        label=shown.label,
        leads=shown.leads,
        load=partial(_load, kind),
        may_see=_there,
        title=lambda entry: str(entry.title),
        address=shown.address,
        words=lambda entry: str(entry.data.get("plain", "")),
        search=(lambda entry: found_by(entry.title, entry.data)) if shown.found else None,
        all_ids=lambda: db.session.scalars(select(Entry.id).where(Entry.kind == kind)),
    )


def found_by(title: str, document: Document) -> subjects.SearchText:
    """Return the words by which people look for an entry: its name, what it says, and what else they call it."""
    text = "\n".join(str(line) for line in (document.get("plain", ""), *document.get("use", ())) if line)
    also = (*document.get("words", ()), *document.get("variants", ()))
    return subjects.SearchText(title, text, " ".join(str(word) for word in also))


def _load(kind: str, ids: Iterable[int]) -> dict[int, Entry]:
    rows = db.session.scalars(select(Entry).where(Entry.kind == kind, Entry.id.in_(list(ids))))
    return {one.id: one for one in rows}


def _there(_who: Standing, entry: Entry) -> Refusal | None:
    """What has ended, or has not begun, is not found."""
    return None if rules.is_there(entry.document, clock.today()) else Refusal(NOT_NOW)
