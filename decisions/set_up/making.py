"""Make a place of what was said about it: its settings, its council, who decides what. Callers commit."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import select

from decisions.packs import files, loading
from decisions.packs.check import sound
from decisions.packs.files import Entry, Pack
from decisions.set_up import place, rules
from decisions.set_up.steps import ENGLAND, GOVERNANCE_WORDS, NOT_SURE
from forum import clock
from forum.about import site
from forum.db import db
from forum.history.actions import record
from forum.people.actions import EVERYWHERE
from forum.refusal import Refusal
from forum.threads.models import Topic
from forum.threads.slugs import slug

TOPICS = Path(__file__).parent / "data" / "topics.toml"
TAKEN = frozenset({"england", "place"})
SAID = (
    "place", "run_by", "is_the_council", "paid_by", "phone", "phone_hours", "post", "drop_in", "email", "council_name",
    "council_care_phone", "council_care_hours", "safeguarding_lead", "advocate", "moderation_hours",
    "first_posts_wait",
)  # fmt: skip


def packs_for(answers: Mapping[str, Any], path: Path | None = None) -> Sequence[Pack]:
    """Return the packs of a place, the lowest first: those of its own pack, or England and what was said of its
    council. None outside England, where no pack holds. Slow: read them before the database is locked.

    Raises WrongPack with every fault.
    """
    if path is not None:
        return sound(path)
    return (*england(), own_pack(answers)) if answers.get("nation") == ENGLAND else ()


@lru_cache(maxsize=1)
def england() -> tuple[Pack, ...]:
    """Return the England pack as it comes with Doorway: a test holds that nothing is wrong with it."""
    return files.chain(files.find(ENGLAND))


def own_pack(answers: Mapping[str, Any]) -> Pack:
    """Return the beginning of a place's own pack: what kind of council it has, and its talk. It can be given back by
    `flask decisions export-pack`, filled in and loaded again."""
    ident = slug(str(answers["place"]), "our-place")
    ident = f"{ident}-here" if ident in TAKEN else ident
    today = clock.today()
    about = {"id": ident, "name": answers["place"], "builds_on": ENGLAND, "licence": "AGPL-3.0-or-later"}
    says = {name: answers.get(key) for key, name in place.SETTINGS.items()}
    of_council = {name: value for name, value in says.items() if value and value != NOT_SURE}
    found = Pack(Path(ident), about={**about, "checked": today}, place={**of_council, "name": answers["place"]})
    found.entries = [Entry(kind, one["id"], one, "pack.toml", (), {}) for kind, one in _entries(answers)]
    return found


def _entries(answers: Mapping[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    council: dict[str, Any] = {"id": "council", "name": answers["council_name"]}
    if str(answers.get("web", "")).startswith("https://"):
        council["web"] = answers["web"]
    talk = [("topic", {"id": one, "talk": row["slug"]}) for row in starting_topics() for one in row["goes_with"]]
    model = GOVERNANCE_WORDS.get(str(answers.get("governance", "")))
    known = [("local", {"id": "governance-model", "value": model, "checked": clock.today()})] if model else []
    return [("body", council), *known, *talk]


@lru_cache(maxsize=1)
def starting_topics() -> list[dict[str, Any]]:
    """Return what people talk about in a new place."""
    return list(tomllib.loads(TOPICS.read_text(encoding="utf-8"))["topic"])


def make(answers: Mapping[str, Any], packs: Sequence[Pack], *, by: int | None, on: datetime) -> None:
    """Make the place.

    Arguments: what was said, by the names of the settings and `web`; its packs (`packs_for`); who, and the moment.
    Raises Refusal when it is set up already.
    """
    if site.fresh().set_up:
        raise Refusal(rules.DONE)
    council = {name: str(answers.get(name) or "").replace(NOT_SURE, "") for name in place.SETTINGS}
    site.save({**{name: answers[name] for name in SAID if name in answers}, **council})
    if packs:
        loading.bring(packs, on=on)
    if db.session.scalar(select(Topic.id).limit(1)) is None:
        rows = enumerate(starting_topics())
        db.session.add_all([Topic(slug=row["slug"], name=row["name"], position=at) for at, row in rows])
    record("set_up", EVERYWHERE, by=by, on=on)
