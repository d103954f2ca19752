"""The one table of kinds: each thing that is followed, told, searched, reported or counted has one entry here.

History, follows, notices, reports and search entries store `(kind, id)`, never a class. They ask this table, so that
`forum` serves a thing of `decisions` without importing it. Features register theirs when the app is made.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from flask import current_app, url_for
from sqlalchemy import ScalarSelect

from forum.access import Standing
from forum.refusal import Refusal


class Harm(IntEnum):
    """How much harm waiting does: what `/to-do` is sorted by, before age."""

    SOMEONE_IN_DANGER = 0
    SOMEONE_HURT = 10
    WORDS_REPORTED = 20
    SOMEONE_WAITS = 30
    DATE_PASSED = 40
    LOOSE_END = 50


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing that waits for a person: what it is, how harmful waiting is (smaller first), where it is done."""

    harm: int
    words: Any  # a Sentence
    address: str
    since: Any = None  # a datetime
    button: Any = None  # a Sentence: the first of at most two clicks


@dataclass(frozen=True, slots=True)
class SearchText:
    """What the search index keeps of a thing. By `also` it is found too, but it is not shown: other names of it.
    `label` says what it is to readers when its kind's own word does not."""

    title: str
    text: str
    also: str = ""
    label: str = ""

    @property
    def words(self) -> str:
        """All that it is found by, beside its title."""
        return f"{self.text}\n{self.also}" if self.also else self.text


@dataclass(frozen=True)
class Subject:
    """A kind of thing.

    `load` gives the things for some ids, by id, in one query. `may_see` is the policy that every channel asks.
    `address` gives the endpoint and arguments of a thing's page. `title` names it in public. `author_id` is the
    person who is told about rulings. `search` gives its words for the index, or `None` when it is not to be found.
    `set_state` shows or hides it. `erase` takes a person out of it, `export_for` gives what a person put in,
    `take_back` takes back all that a person wrote, when they leave and want that (`by` and `on` as in actions).
    `followed` is the sentence that says of what its followers are told (marked by `N_`); none when nobody can follow a
    thing of this kind. `told` gives what a letter says of it, when that is not its words.
    `queue` gives what of this kind waits for somebody, and `waiting` a subquery that counts it, or `None` when
    nothing of this kind can wait for them. `leads` says how much sooner than others this kind is found by the same
    words: 1 for as soon. `label` names the kind in search (marked by `N_`), `all_ids` gives the ids
    of all things of the kind, to make the index anew.
    """

    kind: str
    load: Callable[[Iterable[int]], Mapping[int, Any]]
    may_see: Callable[[Standing, Any], Refusal | None]
    title: Callable[[Any], str]
    address: Callable[[Any], tuple[str, dict[str, Any]]]
    author_id: Callable[[Any], int | None] = lambda _thing: None
    words: Callable[[Any], str] = lambda _thing: ""
    told: Callable[[Any], str] | None = None
    followed: str = ""
    search: Callable[[Any], SearchText | None] | None = None
    set_state: Callable[..., None] | None = None
    erase: Callable[[int], None] | None = None
    export_for: Callable[[int], list[dict[str, Any]]] | None = None
    take_back: Callable[..., None] | None = None
    queue: Callable[[Standing], list[ToDo]] | None = None
    waiting: Callable[[Standing], ScalarSelect[int] | None] | None = None
    label: str = ""
    leads: float = 1.0
    all_ids: Callable[[], Iterable[int]] | None = None


def register(app: Any, *subjects: Subject) -> None:
    """Add kinds to the app's table; a kind may be added once."""
    table: dict[str, Subject] = app.extensions.setdefault("subjects", {})
    for subject in subjects:
        if subject.kind in table:
            raise ValueError(f"the kind {subject.kind!r} is registered twice")
        table[subject.kind] = subject


def table() -> Mapping[str, Subject]:
    """Return the table of kinds of this app."""
    found: Mapping[str, Subject] = current_app.extensions["subjects"]
    return found


def get(kind: str) -> Subject:
    """Return the entry of a kind. Raises KeyError for a kind nobody registered."""
    return table()[kind]


def one(kind: str, subject_id: int) -> Any | None:
    """Load one thing, or `None` when there is no such kind or thing."""
    entry = table().get(kind)
    return entry.load([subject_id]).get(subject_id) if entry else None


def visible(kind: str, subject_id: int, who: Standing) -> Any | None:
    """Load one thing if this person may see it, else `None`: the same question on every channel."""
    thing = one(kind, subject_id)
    if thing is None or get(kind).may_see(who, thing) is not None:
        return None
    return thing


def visible_many(pairs: Iterable[tuple[str, int]], who: Standing) -> dict[tuple[str, int], Any]:
    """Load many things that this person may see, by kind and id: one query for each kind."""
    wanted: dict[str, list[int]] = {}
    for kind, subject_id in pairs:
        wanted.setdefault(kind, []).append(subject_id)
    found: dict[tuple[str, int], Any] = {}
    for kind, ids in wanted.items():
        entry = table().get(kind)
        things = entry.load(ids) if entry else {}
        found |= {(kind, one): thing for one, thing in things.items() if get(kind).may_see(who, thing) is None}
    return found


def address(kind: str, thing: Any, *, external: bool = False) -> str:
    """Return the address of a thing's page."""
    endpoint, args = get(kind).address(thing)
    anchor = args.pop("_anchor", None)
    return url_for(endpoint, _external=external, _anchor=anchor, **args)
