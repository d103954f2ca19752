"""Known-bad texts: those of other projects, from `tests/data`, and our own."""

import ast
import json
from collections.abc import Iterator
from doctest import DocTestParser
from pathlib import Path

from tests.forum.markup.attacks import ATTACKS

DATA = Path(__file__).parents[2] / "data"
XSS = DATA / "xss"


def naughty_strings() -> list[str]:
    """Give the Big List of Naughty Strings."""
    strings: list[str] = json.loads((DATA / "blns.json").read_text("utf-8"))
    return strings


def bleach() -> list[str]:
    """Give what bleach cleans; each file holds the text and, after `--`, what bleach makes of it."""
    files = sorted((XSS / "bleach").glob("*.test"))
    return [file.read_text("utf-8").partition("\n--\n")[0] for file in files]


def markdown_it() -> list[str]:
    """Give the Markdown of markdown-it-py's fixtures: `.`, text, `.`, HTML, `.`, with words between."""
    return [text for file in sorted((XSS / "markdown-it-py").glob("*.md")) for text in _fixtures(file)]


def _fixtures(file: Path) -> Iterator[str]:
    parts = ("\n" + file.read_text("utf-8")).split("\n.\n")
    return (text.replace("\u2192", "\t") for text in parts[1::3])


def lxml_html_clean() -> list[str]:
    """Give every string that lxml_html_clean's doctests clean, and what they wait for."""
    parser = DocTestParser()
    found: list[str] = []
    for file in sorted((XSS / "lxml_html_clean").glob("test_*.txt")):
        for example in parser.get_examples(file.read_text("utf-8")):
            found += [example.want, *_strings(example.source)]
    return [text for text in found if text.strip()]


def _strings(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def all_vectors() -> list[str]:
    """Give all of them, each once."""
    everything = [*naughty_strings(), *bleach(), *markdown_it(), *lxml_html_clean(), *ATTACKS]
    return list(dict.fromkeys(everything))
