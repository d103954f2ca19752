"""Our own pages and the entries of our packs can be read at age 12: each page, or entry, of 100 words and more."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from forum.plain_language import Glossary, check
from tests.test_words import GAP, ours

ROOT = Path(__file__).resolve().parent.parent
PACKS = ROOT / "decisions" / "packs" / "data"
OLDEST = 12
FEWEST = 100  # words
NO_SENTENCES = {"id", "name", "short", "source", "law", "legal", "basis", "url", "variants", "words"}  # names and laws
NONE = Glossary([])


def plain(entry: Any, key: str = "") -> Iterator[str]:
    """Return the sentences of an entry: its texts, without names, laws and keys."""
    if isinstance(entry, str) and key not in NO_SENTENCES and " " in entry:
        yield entry
    elif isinstance(entry, dict):
        for name, one in entry.items():
            yield from plain(one, name)
    elif isinstance(entry, list):
        for one in entry:
            yield from plain(one, key)


def entries() -> Iterator[tuple[str, Any]]:
    """Each entry of each pack, and where it stands. A pathway is a file of its own."""
    for path in sorted(PACKS.rglob("*.toml")):
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        where = str(path.relative_to(PACKS))
        if path.parent.name == "pathways":
            yield where, found
        else:
            for rows in found.values():
                yield from ((f"{where} {row.get('id')}", row) for row in rows if isinstance(rows, list))


def too_hard(texts: dict[str, list[str]]) -> list[str]:
    """Where texts of some length are for older readers, and for whom."""
    found = []
    for where, every in texts.items():
        figures = check("\n\n".join(every), NONE).figures
        if figures.words >= FEWEST and figures.reading_age is not None and figures.reading_age > OLDEST:
            found.append(f"{where}: {figures.reading_age}")
    return found


def test_entries_of_packs() -> None:
    texts = {where: list(plain(row)) for where, row in entries()}
    assert len(texts) > 500
    assert too_hard(texts) == []


def test_pages() -> None:
    texts: dict[str, list[str]] = defaultdict(list)
    for text, where in ours().items():
        texts[where.rpartition(":")[0]].append(GAP.sub("it", text))
    assert len(texts) > 200
    assert too_hard(texts) == []


def test_a_hard_text_is_found() -> None:
    hard = "The implementation of the reconfiguration necessitates comprehensive consultation with organisations. "
    assert too_hard({"here": [hard * 12]}) != []
