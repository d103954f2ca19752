"""Write tables that any spreadsheet opens without harm (pure).

A spreadsheet takes a cell that begins with one of some signs for a sum to work out, and such a sum can send what the
table holds elsewhere. So words that begin like that get an apostrophe before them, and every cell stands in quotation
marks, which keeps a semicolon inside from beginning a new cell. See OWASP, "CSV injection".
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

BEGIN = "\ufeff"  # without it some programs take the letters for those of another alphabet
SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BETWEEN = "; "


def cell(value: Any) -> Any:
    """Return a value as a cell holds it: nothing for nothing, yes and no as words, several with signs between them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    text = BETWEEN.join(str(one) for one in value) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(SIGNS) or text.lstrip(" \xa0\0").startswith(SIGNS) else text


def line(values: Iterable[Any]) -> str:
    """Return one line of a table."""
    made = io.StringIO()
    csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow([cell(value) for value in values])
    return made.getvalue()


def lines(headings: Sequence[str], rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """Yield a table line by line, its headings first."""
    yield BEGIN + line(headings)
    for row in rows:
        yield line(row)
