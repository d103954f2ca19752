"""What entries say of each other: every id named is there, and nothing goes in a ring (pure)."""

from collections.abc import Iterator
from typing import Any

from decisions.packs import schema
from decisions.packs.keys import Holds, Key
from decisions.packs.merge import Document, Documents
from decisions.packs.shape import Path, Wrong
from forum.say import N_, Sentence

Edge = tuple[str, str]  # kind and id
RINGS: tuple[tuple[str, str], ...] = (("body", "answers_to"), ("body", "kind"), ("rule", "then"))  # kind and key


def resolve(found: Documents, kind: str, reference: str) -> str | None:
    """Return the id of the entry that a reference means, or `None`.

    It may be the entry's id. For rules, banners and pathways it may be the id of a fact: then it is the entry with
    exactly that fact, else the general one of that fact, else the first whose fact begins with it and a dot.
    """
    here = found.get(kind, {})
    if reference in here:
        return reference
    if kind not in schema.LOOSE:
        return None
    facts = {ident: str(one.get("fact", "")) for ident, one in here.items()}
    exact = [ident for ident, fact in facts.items() if fact == reference]
    within = [ident for ident, fact in facts.items() if fact.startswith(f"{reference}.")]
    general = [ident for ident in (*exact, *within) if here[ident].get("general") is True]
    return next(iter((*(exact if len(exact) == 1 else ()), *general, *exact, *within)), None)


def named(data: Document, keys: tuple[Key, ...], path: Path = ()) -> Iterator[tuple[Path, Key, str]]:
    """Yield every reference of an entry: where it stands, its key, and what it names."""
    known = {one.name: one for one in keys}
    for name, value in data.items():
        key = known.get(name)
        if key is None:
            continue
        if key.refers:
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, str) and one:
                    yield (*path, name), key, one
        elif key.holds is Holds.TABLE and isinstance(value, dict):
            yield from named(value, key.keys, (*path, name))
        elif key.holds is Holds.TABLES and isinstance(value, list):
            for number, one in enumerate(value):
                if isinstance(one, dict):
                    yield from named(one, key.keys, (*path, name, number))


def unknown(kind: str, data: Document, found: Documents) -> Iterator[Wrong]:
    """Yield the ids that an entry names and that nothing has."""
    for path, key, reference in named(data, schema.kind(kind).keys):
        if not any(resolve(found, one, reference) for one in key.refers):
            values: dict[str, Any] = {"id": reference, "kinds": ", ".join(key.refers)}
            yield path, Sentence(N_("Nothing has the id “%(id)s” (looked for: %(kinds)s)."), values)
    successor = data.get("successor")
    if isinstance(successor, str) and successor and successor not in found.get(kind, {}):
        values = {"id": successor, "kinds": kind}
        yield ("successor",), Sentence(N_("Nothing has the id “%(id)s” (looked for: %(kinds)s)."), values)


def rings(found: Documents) -> Iterator[tuple[str, str, Wrong]]:
    """Yield each ring once: kind and id of one of its entries, and what is wrong there."""
    keys = [*RINGS, *((kind, "successor") for kind in schema.KINDS)]
    for kind, key in keys:
        edges = {ident: _one(found, kind, data.get(key)) for ident, data in found.get(kind, {}).items()}
        if key == "kind":  # a kind of body may say that it is its own
            edges = {ident: [one for one in ones if one != ident] for ident, ones in edges.items()}
        yield from _rings_of(kind, key, edges)
    questions = found.get("question", {})
    yield from _rings_of("question", "answer", {ident: _asked_next(one) for ident, one in questions.items()})


def _one(found: Documents, kind: str, reference: Any) -> list[str]:
    ident = resolve(found, kind, reference) if isinstance(reference, str) and reference else None
    return [ident] if ident else []


def _asked_next(question: Document) -> list[str]:
    answers = question.get("answer", [])
    return [one["question"] for one in answers if isinstance(one, dict) and isinstance(one.get("question"), str)]


def _rings_of(kind: str, key: str, edges: dict[str, list[str]]) -> Iterator[tuple[str, str, Wrong]]:
    done: set[str] = set()
    for start in edges:
        for ring in _from(start, edges, done):
            around = " → ".join((*ring, ring[0]))
            yield kind, ring[0], ((key,), Sentence(N_("This goes round in a ring: %(ids)s."), {"ids": around}))


def _from(start: str, edges: dict[str, list[str]], done: set[str]) -> Iterator[list[str]]:
    """Yield the rings met from a start, without recursion: a chain may be long. `done` is what was left for good."""
    if start in done:
        return
    way, waiting = [start], [iter(edges.get(start, ()))]
    while way:
        following = next(waiting[-1], None)
        if following is None:
            done.add(way.pop())
            waiting.pop()
        elif following in way:
            yield way[way.index(following) :]
        elif following not in done and following in edges:
            way.append(following)
            waiting.append(iter(edges[following]))
