"""What a reader gets when they search: only what they may see, with a few words around what was found."""

from dataclasses import dataclass, replace
from typing import Any

from forum import subjects
from forum.access import Standing
from forum.search.excerpts import Piece, excerpt, marked
from forum.search.queries import Hit, better, find
from forum.search.words import asked

PAGE = 20
ROUNDS = 5  # how often more is fetched when much of what was found may not be seen


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that was found, as the page shows it."""

    label: str
    address: str
    title: list[Piece]
    text: list[Piece]


@dataclass(frozen=True, slots=True)
class Results:
    """A page of results. `some`: nothing holds all the words, these hold some. `after`: where the next page begins.
    `meant`: what was perhaps meant."""

    results: list[Result]
    some: bool = False
    after: str | None = None
    meant: str | None = None


def kinds() -> dict[str, str]:
    """Return the kinds that can be searched, with their names."""
    return {kind: entry.label for kind, entry in subjects.table().items() if entry.search is not None}


def search(question: str, who: Standing, *, kind: str | None = None, after: str | None = None) -> Results:
    """Answer what somebody typed, for this reader."""
    words = asked(question)
    wanted = [kind] if kind else list(kinds())
    begun, _, cursor = (after or "").partition("/")
    if not begun or begun == "all":
        found, rest = _seen(words, wanted, who, cursor or None, some=False)
        if found or begun:
            return Results(found, after=f"all/{rest}" if rest else None)
    found, rest = _seen(words, wanted, who, cursor or None, some=True) if len(words) > 1 else ([], None)
    guess = None if begun else _meant(words, wanted, who)
    return Results(found, some=True, after=f"some/{rest}" if rest else None, meant=guess)


def _seen(
    words: list[str], wanted: list[str], who: Standing, after: str | None, *, some: bool
) -> tuple[list[Result], str | None]:
    """Collect one page of what this reader may see, and where the next begins."""
    page: list[tuple[str, Result]] = []
    leads = {kind: entry.leads for kind, entry in subjects.table().items() if entry.leads != 1.0}
    for _round in range(ROUNDS):
        hits = find(words, wanted, PAGE + 1, after, some=some, leads=leads)
        page += _shown(hits, words, who)
        if len(page) > PAGE:
            return _together([result for _cursor, result in page[:PAGE]]), page[PAGE - 1][0]
        if len(hits) <= PAGE:
            return _together([result for _cursor, result in page]), None
        after = hits[-1].cursor
    return _together([result for _cursor, result in page]), after


def _shown(hits: list[Hit], words: list[str], who: Standing) -> list[tuple[str, Result]]:
    things = subjects.visible_many([(hit.kind, hit.id) for hit in hits], who)
    shown = [(hit.cursor, _result(hit.kind, things.get((hit.kind, hit.id)), words)) for hit in hits]
    return [(cursor, result) for cursor, result in shown if result is not None]


def _together(results: list[Result]) -> list[Result]:
    """Show an issue and its opening words, which are two things to the index, as one."""
    kept: dict[tuple[str, str], Result] = {}
    for one in results:
        key = one.address.partition("#")[0], "".join(piece.text for piece in one.title)
        first = kept.get(key)
        kept[key] = one if first is None else replace(first, text=first.text or one.text)
    return list(kept.values())


def _result(kind: str, thing: Any | None, words: list[str]) -> Result | None:
    """The result for a thing; none when it is gone, or not to be found any more."""
    entry = subjects.get(kind)
    said = entry.search(thing) if thing is not None and entry.search else None
    if said is None:
        return None
    title = marked(entry.title(thing), words)
    return Result(said.label or entry.label, subjects.address(kind, thing), title, excerpt(said.text, words))


def _meant(words: list[str], wanted: list[str], who: Standing) -> str | None:
    """What was perhaps meant: mended words that lead to something that this reader may see."""
    mended = better(words)
    if mended is None or not _seen(mended, wanted, who, None, some=False)[0]:
        return None
    return " ".join(mended)
