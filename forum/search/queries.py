"""Look things up in the index: SQLite's FTS5 or PostgreSQL's tsvector, the same questions and the same answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import TextClause, bindparam, text

from forum.db import db
from forum.search.spelling import allowed, meant
from forum.search.words import asked

TITLE_COUNTS = 6.0  # a word in a title says more than one in a text
MOST_WORDS_READ = 30_000

FOUND = {
    "sqlite": f"""
        SELECT e.id AS id, e.kind AS kind, e.subject_id AS subject_id, bm25(search_words, {TITLE_COUNTS}, 1.0) AS score
        FROM search_words JOIN search_entry e ON e.id = search_words.rowid
        WHERE search_words MATCH :question AND e.kind IN :kinds""",  # noqa: S608 - a number of ours
    "postgresql": """
        SELECT e.id AS id, e.kind AS kind, e.subject_id AS subject_id,
            -ts_rank('{0.1, 0.2, 0.4, 1.0}', e.words, q.question)::float8 AS score
        FROM search_entry e, to_tsquery('search_english', :question) AS q(question)
        WHERE e.words @@ q.question AND e.kind IN :kinds""",
}
VOCABULARY = {
    "sqlite": "SELECT term, doc FROM search_vocabulary WHERE length(term) BETWEEN :least AND :most",
    "postgresql": """SELECT word, ndoc FROM ts_stat('SELECT spelling FROM search_entry')
        WHERE length(word) BETWEEN :least AND :most""",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found. `cursor` says where it stands, to go on after it."""

    kind: str
    id: int
    cursor: str


def find(
    words: Sequence[str],
    kinds: Iterable[str],
    limit: int = 20,
    after: str | None = None,
    *,
    some: bool = False,
    leads: Mapping[str, float] | None = None,
) -> list[Hit]:
    """Find things that hold all of these words, or `some` of them; the best first.

    Arguments: `words` as `forum.search.words.asked` returns them; `kinds` to look for; `after`, the cursor of the
    last hit of the page before; `leads`, how much sooner than others some kinds are found. The hits are not yet
    checked against what a reader may see.
    """
    chosen = list(kinds)
    if not words or not chosen:
        return []
    values: dict[str, Any] = {"question": _question(words, some), "kinds": chosen, "limit": limit}
    beyond = ""
    if (position := read_cursor(after)) is not None:
        beyond = "WHERE f.place > :place OR (f.place = :place AND f.id < :id)"
        values |= {"place": position[0], "id": position[1]}
    ahead, given = _ahead(leads or {})
    inner = f"SELECT id, kind, subject_id, score * {ahead} AS place FROM ({FOUND[_dialect()]}) AS s"  # noqa: S608
    sentence = f"SELECT * FROM ({inner}) AS f {beyond} ORDER BY f.place, f.id DESC LIMIT :limit"  # noqa: S608
    values |= given
    rows = db.session.execute(_with_kinds(sentence), values)
    return [Hit(row.kind, row.subject_id, f"{row.place.hex()}~{row.id}") for row in rows]


def _ahead(leads: Mapping[str, float]) -> tuple[str, dict[str, Any]]:
    """Return by what the score of a kind is multiplied, as SQL, and its values. A score is below zero: more is less."""
    values: dict[str, Any] = {}
    cases = []
    for number, (kind, factor) in enumerate(sorted(leads.items())):
        values |= {f"kind_{number}": kind, f"leads_{number}": factor}
        cases.append(f"WHEN :kind_{number} THEN CAST(:leads_{number} AS FLOAT)")
    return f"CASE kind {' '.join(cases)} ELSE 1.0 END" if cases else "1.0", values


def read_cursor(given: str | None) -> tuple[float, int] | None:
    """Read where a page ended; anything that we did not write ourselves is `None`."""
    place, sign, number = (given or "")[:80].partition("~")
    if not sign or not number.isascii() or not number.isdigit() or len(number) > 12:
        return None
    try:
        found = float.fromhex(place)
    except (ValueError, OverflowError):
        return None
    return (found, int(number)) if abs(found) < 1e9 else None


def better(words: Sequence[str]) -> list[str] | None:
    """Return these words with typing mistakes mended by words that the index knows, or `None` when nothing is."""
    lengths = [len(word) for word in words if allowed(word)]
    if not lengths:
        return None
    values = {"least": min(lengths) - 2, "most": max(lengths) + 2}
    rows = db.session.execute(text(VOCABULARY[_dialect()] + f" LIMIT {MOST_WORDS_READ}"), values)
    known = {row[0]: row[1] for row in rows}
    mended = [word if word in known else meant(word, known.items()) or word for word in words]
    return mended if mended != list(words) else None


def _question(words: Sequence[str], some: bool) -> str:
    """The words in the database's own way of asking. They hold letters and digits only; quotes keep an operator
    from being one."""
    if _dialect() == "sqlite":
        return (" OR " if some else " ").join(f'"{word}"' for word in words)
    return (" | " if some else " & ").join(f"'{word}'" for word in words)


def _with_kinds(sentence: str) -> TextClause:
    return text(sentence).bindparams(bindparam("kinds", expanding=True))


def _dialect() -> str:
    return str(db.session.get_bind().dialect.name)


__all__ = ["Hit", "asked", "better", "find", "read_cursor"]
